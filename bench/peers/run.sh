#!/bin/sh
# stemma extract beside the programs people use for it: each from JSONL of pages
# to JSON, on one thread, over the same pages, one after the other in rounds.
#
# usage: bench/peers/run.sh PAGES.jsonl[.zst] [-n ROUNDS] [STEMMA]
#
# PAGES has a page a line: {"id": ..., "html": ...}. The peers are installed from
# their registry into build-peers/, nothing else is touched.
set -eu
export PYTHONDONTWRITEBYTECODE=1
root=$(cd "$(dirname "$0")/../.." && pwd)
stemma=$root/build/stemma rounds=3 pages=
while [ $# -gt 0 ]; do
    case $1 in
    -n) shift; rounds=$1 ;;
    *.jsonl | *.jsonl.zst) pages=$1 ;;
    *) stemma=$1 ;;
    esac
    shift
done
[ -n "$pages" ] || { sed -n '2,8s/^# \{0,1\}//p' "$0" >&2; exit 2; }
[ -x "$stemma" ] || { echo "$0: no program at $stemma: run ./dev build" >&2; exit 2; }

peers=$root/build-peers
if [ ! -x "$peers/venv/bin/python" ] ||
    ! cmp -s "$root/bench/peers/requirements.txt" "$peers/installed"; then
    echo "bench/peers: installing the peers into $peers" >&2
    mkdir -p "$peers"
    /usr/bin/python3 -m venv "$peers/venv"
    "$peers/venv/bin/pip" install -q -r "$root/bench/peers/requirements.txt" >&2
    cp "$root/bench/peers/requirements.txt" "$peers/installed"
fi

# lexbor alone, for comparison: what reading JSONL and parsing take together.
library=$root/build/src/libstemma.a
if [ -f "$library" ]; then
    export PKG_CONFIG_PATH="$root/build-lexbor/lib/pkgconfig${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}"
    # shellcheck disable=SC2046
    cc -O2 -fno-lto -std=c17 -I"$root/include" "$root/bench/peers/parse.c" -o "$peers/parse" \
        "$library" $(pkg-config --cflags --libs lexbor libzstd libisal libarchive \
            libutf8proc uchardet expat) -lstemmer -lm -pthread
fi
exec "$peers/venv/bin/python" "$root/bench/peers/table.py" \
    "$pages" "$rounds" "$stemma" "$peers"
