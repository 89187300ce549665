#!/usr/bin/env bash
# Fuzzes each parser of untrusted bytes for the given number of seconds: run.sh SECONDS [NAME…].
# Names are payload, query, keys, text, note and history. Finds go to .build-fuzz/finds/NAME and fail the run.
set -euo pipefail
cd "$(dirname "$0")/../.."
[[ ${1:-} =~ ^[0-9]+$ ]] || { echo "usage: ${0##*/} SECONDS [payload|query|keys|text|note|history]…" >&2; exit 64; }
seconds=$1
shift
[ $# -gt 0 ] || set -- payload query keys text note history

export MODELDEX_FUZZ=1
build=(swift build --scratch-path .build-fuzz --product Fuzz)
"${build[@]}"
fuzz=$("${build[@]}" --show-bin-path)/Fuzz
status=0
for name in "$@"; do
  found=.build-fuzz/found/$name finds=.build-fuzz/finds/$name
  mkdir -p "$found" "$finds"
  # New inputs go to the first folder; the project's corpus is only read.
  "$fuzz" "$name" "$found" "Tests/Fuzzing/Corpus/$name" -max_total_time="$seconds" \
    -max_len=4096 -timeout=10 -rss_limit_mb=4096 -artifact_prefix="$finds/" \
    -print_final_stats=1 || status=1
done
exit "$status"
