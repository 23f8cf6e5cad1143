#!/bin/sh
# How long the main jobs take. Best of five runs, seconds and MiB.
#
# usage: bench/speed/run.sh [STEMMA]
set -u
export PYTHONDONTWRITEBYTECODE=1
root=$(cd "$(dirname "$0")/../.." && pwd)
stemma=${1:-$root/build/stemma}
[ -x "$stemma" ] || { echo "$0: no program at $stemma: run ./dev build" >&2; exit 2; }
STEMMA=$stemma exec python3 "$root/bench/speed/speed.py"
