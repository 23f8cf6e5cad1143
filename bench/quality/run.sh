#!/bin/sh
# One table: how right the program is, measure by measure.
#
# usage: bench/quality/run.sh [STEMMA] [-v]      -v: every row of every measure
#
# Measures: the examples; each bench/quality/*.py (run with the program as its
# argument; its last line is the figure); and the scorers of data that cannot be
# shipped, where they stand beside the checkout.
set -u
export PYTHONDONTWRITEBYTECODE=1
root=$(cd "$(dirname "$0")/../.." && pwd)
stemma=$root/build/stemma verbose=
for arg; do
    case $arg in
    -v) verbose=1 ;;
    *) stemma=$(cd "$(dirname "$arg")" && pwd)/$(basename "$arg") ;;
    esac
done
[ -x "$stemma" ] || { echo "$0: no program at $stemma: run ./dev build" >&2; exit 2; }
tools=${STEMMA_SCORERS:-$root/../shared/tools}
short=0
rows=$(mktemp)
trap 'rm -f "$rows"' EXIT

# What a measure says: all of it where that is little, else its last line.
figures() {
    if [ "$(wc -l <"$rows")" -le 4 ]; then cat "$rows"; else tail -n 1 "$rows"; fi
}

measure() {
    name=$1
    shift
    "$@" >"$rows" 2>&1 || short=$((short + 1))
    figures | while IFS= read -r line; do
        printf '%-20s %s\n' "$name" "$line"
    done
    if [ -n "$verbose" ]; then
        sed 's/^/    /' "$rows"
    else
        sed -n '/^FAIL/s/^/    /p' "$rows"
    fi
}

measure_if() {
    [ -e "$2" ] || { printf '%-20s not beside this checkout\n' "$1"; return; }
    measure "$@"
}

for name in news presse letters; do
    measure "examples/$name" env STEMMA="$stemma" \
        python3 "$root/tests/property/answers.py" "$name"
done
measure_if "five real captures" "$tools/score_seeds.py" "$stemma"
# The scorer's lines of all pages, of articles and of facts, side by side.
extracted() {
    "$tools/score_extract.py" "$stemma" "$@" |
        awk '/^(all|article)/ { printf "%s %s, ", $1, $5 }
             /^(title|author|date)/ { printf "%s %s, ", $1, $2 }
             END { print NR, "rows" }'
}
if [ -e "$tools/score_extract.py" ]; then
    measure "labelled pages" extracted
    measure "the same as text" extracted --plain
fi
for script in "$root"/bench/quality/*.py; do
    [ -e "$script" ] || continue
    measure "$(basename "$script" .py)" python3 "$script" "$stemma"
done
exit $((short > 0))
