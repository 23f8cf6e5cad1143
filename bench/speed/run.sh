#!/bin/sh
# How long the main jobs take. Best of five runs, seconds and MiB.
#
# usage: bench/speed/run.sh [STEMMA]
set -u
export PYTHONDONTWRITEBYTECODE=1
root=$(cd "$(dirname "$0")/../.." && pwd)
stemma=${1:-$root/build/stemma}
[ -x "$stemma" ] || { echo "$0: no program at $stemma: run ./dev build" >&2; exit 2; }
STEMMA=$stemma python3 "$root/bench/speed/speed.py"
# Kernel by kernel, where the program stands in its build folder.
build=$(dirname "$stemma")
ninja -C "$build" bench/speed/kernel-speed bench/speed/words-speed > /dev/null &&
    "$build/bench/speed/kernel-speed" "$root/README.md" &&
    "$build/bench/speed/words-speed"
