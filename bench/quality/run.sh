#!/bin/sh
# One table: how right the program is, measure by measure.
#
# usage: bench/quality/run.sh [STEMMA] [--whole] [--log] [-v]
#
#   --whole   whole sets and more made-up families, which take about an hour;
#             else samples, which take some five minutes
#   --log     the table goes to the end of log.md, too, under today's date
#   -v        every row of every measure
#
# Measures: the examples and made-up texts of bench/quality; and the scorers of
# data that cannot be shipped, where they stand beside the checkout
# (STEMMA_SCORERS, else ../shared/tools). What misses a bar of its own is counted
# and makes the exit code 1.
set -u
export PYTHONDONTWRITEBYTECODE=1
root=$(cd "$(dirname "$0")/../.." && pwd)
here=$root/bench/quality
stemma=$root/build/stemma verbose='' whole='' log=''
for arg; do
    case $arg in
    -v) verbose=1 ;;
    --whole) whole=1 ;;
    --log) log=1 ;;
    -*) sed -n '2,16s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
    *) stemma=$(cd "$(dirname "$arg")" && pwd)/$(basename "$arg") ;;
    esac
done
[ -x "$stemma" ] || { echo "$0: no program at $stemma: run ./dev build" >&2; exit 2; }
tools=${STEMMA_SCORERS:-$root/../shared/tools}
rows=$(mktemp) table=$(mktemp)
trap 'rm -f "$rows" "$table"' EXIT
short=0

# measure NAME FILTER COMMAND...: the filter makes one line of what is printed.
measure() {
    name=$1 filter=$2
    shift 2
    if [ "${1#"$tools"}" != "$1" ] && [ ! -e "$1" ]; then
        echo 'not beside this checkout' >"$rows"
        filter=last
    elif ! "$@" >"$rows" 2>&1; then
        short=$((short + 1))
    fi
    $filter <"$rows" | while IFS= read -r line; do
        printf '%-18s %s\n' "$name" "$line"
    done | tee -a "$table"
    if [ -n "$verbose" ]; then
        sed 's/^/    /' "$rows"
    else
        sed -n '/^FAIL/s/^/    /p' "$rows"
    fi
}

last() { tail -n 1; }
# "all plagdet .94 ..." of each category, and how many clean pairs had one.
plagdet() {
    awk '/plagdet/ { sub(/-obfuscation/, "", $1); sub(/^no$/, "verbatim", $1)
                     out = out sprintf("%s %.4f, ", $1, $3) }
         /no-plagiarism/ { clean = $6 " of " $8 " clean" }
         END { print out clean }'
}
# The lines of all pages, of articles and of facts, side by side.
extracted() {
    awk '/^(all|article)/ { printf "%s %s, ", $1, $5 }
         /^(title|author|date)/ { printf "%s %s, ", $1, $2 }
         END { print NR, "rows" }'
}
# Not how sure it was, which comes behind.
parents() { grep ' parent '; }
joined() { paste -s -d ';' - | sed 's/;/; /g'; }
tests() { awk '/^Ran/ { n = $2 } END { print n " tests: " $0 }'; }

sample() { [ -n "$whole" ] || printf '%s' "$1"; }

for name in news presse letters; do
    measure "examples/$name" last env STEMMA="$stemma" \
        python3 "$root/tests/property/answers.py" "$name"
done
measure languages tests env STEMMA="$stemma" \
    python3 "$root/tests/property/test_languages.py"
measure seeds last "$tools/score_seeds.py" "$stemma"
measure pan plagdet "$tools/score_pan.py" "$stemma" $(sample '--pairs 60')
measure spun last "$tools/score_spun.py" "$stemma"
measure noise last python3 "$here/noise.py" "$stemma" \
    $(sample '--texts 11')
measure relate last python3 "$here/relate.py" "$stemma"
measure order 'head -n 1' "$tools/score_order.py" "$stemma"
for kind in news pages manuscripts; do
    measure families parents python3 "$here/families.py" "$stemma" \
        --kind "$kind" --seed 31 $(sample '--families 10')
done
for kind in news manuscripts spun; do
    measure reconstruct last python3 "$here/reconstruct.py" "$stemma" \
        --kind "$kind" --seed 31 $(sample '--families 10')
done
measure extract extracted "$tools/score_extract.py" "$stemma"
measure 'extract --plain' extracted "$tools/score_extract.py" "$stemma" --plain
measure 'dedup .5' joined "$tools/score_dedup.py" "$stemma" -- --threshold 0.5
measure 'dedup --contained' joined "$tools/score_dedup.py" "$stemma" \
    -- --threshold 0.5 --contained

if [ -n "$log" ]; then
    { printf '\n## %s: run.sh%s\n\n```\n' "$(date -u +%F)" "${whole:+ --whole}"
      cat "$table"
      echo '```'
    } >>"$here/log.md"
fi
exit $((short > 0))
