#!/bin/sh
# stemma dedup beside the programs people use for it, over the same corpus with
# planted copies, one after the other.
#
# usage: bench/peers/dedup.sh [CORPUS.jsonl[.zst] TRUTH.jsonl[.zst]] [-t SECONDS] [STEMMA]
#
# Without a corpus one is generated (bench/quality/dedup_corpus.py). A peer that
# would take longer than SECONDS (120) runs on a sample. The peers are installed
# from their registry into build-peers/dedup, nothing else is touched.
set -eu
export PYTHONDONTWRITEBYTECODE=1
root=$(cd "$(dirname "$0")/../.." && pwd)
stemma=$root/build/stemma seconds=120 corpus='' truth=''
while [ $# -gt 0 ]; do
    case $1 in
    -t) shift; seconds=$1 ;;
    -*) sed -n '2,9s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
    *.jsonl | *.jsonl.zst) if [ -z "$corpus" ]; then corpus=$1; else truth=$1; fi ;;
    *) stemma=$1 ;;
    esac
    shift
done
[ -z "$corpus" ] || [ -n "$truth" ] || { sed -n '2,9s/^# \{0,1\}//p' "$0" >&2; exit 2; }
[ -x "$stemma" ] || { echo "$0: no program at $stemma: run ./dev build" >&2; exit 2; }

peers=${STEMMA_PEERS:-$root/build-peers/dedup}
wanted=$root/bench/peers/dedup_requirements.txt
if [ ! -x "$peers/venv/bin/python" ] || ! cmp -s "$wanted" "$peers/installed"; then
    echo "bench/peers: installing the peers into $peers" >&2
    mkdir -p "$peers"
    /usr/bin/python3 -m venv "$peers/venv"
    "$peers/venv/bin/pip" install -q -r "$wanted" >&2
    cp "$wanted" "$peers/installed"
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ -z "$corpus" ]; then
    "$peers/venv/bin/python" "$root/bench/quality/dedup_corpus.py" 20000 "$work"
    corpus=$work/corpus.jsonl truth=$work/truth.jsonl
fi
for name in corpus truth; do
    eval "path=\$$name"
    case $path in
    *.zst)
        zstd -qdc --long=27 "$path" >"$work/$name.jsonl"
        eval "$name=\$work/$name.jsonl"
        ;;
    esac
done
"$peers/venv/bin/python" "$root/bench/peers/dedup_table.py" \
    "$corpus" "$truth" "$seconds" "$stemma"
