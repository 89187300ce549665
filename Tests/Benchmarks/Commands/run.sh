#!/usr/bin/env bash
# Measures `modeldex list 'claude sort:price' --format json` as a whole process, from a warm cache,
# compared with jq making the same selection from the same file, and `llm openrouter models`.
#
#   Tests/Benchmarks/Commands/run.sh MODELDEX BODY [LLM]
#
# MODELDEX is a release build:
#   swift build -c release --static-swift-stdlib --product modeldex
# BODY is a saved answer of https://openrouter.ai/api/v1/models. LLM is the llm of a Python with
# llm and llm-openrouter; without it that row is left out. Needs hyperfine and jq.
#
# Makes no requests: every program finds the body in its own cache, younger than an hour.
set -euo pipefail

if (( $# < 2 )); then
  sed -n '2,13s/^# \{0,1\}//p' "$0" >&2
  exit 64
fi
modeldex=$(realpath "$1")
body=$(realpath "$2")
llm=${3:+$(realpath -s "$3")}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME=$work XDG_CONFIG_HOME=$work/config XDG_CACHE_HOME=$work/cache LLM_USER_PATH=$work/llm
mkdir -p "$work/cache/modeldex" "$work/llm"
cp "$body" "$work/cache/modeldex/openrouter_models.json"
cp "$body" "$work/body.json"
cp "$body" "$work/llm/openrouter_models.json"
# llm reads the list only if there is a key; the key is not sent here.
export OPENROUTER_KEY=none
cd "$work"

cat > select.jq <<'EOF'
[.data[]
  | select([.id, .name, .description // ""] | join(" ") | ascii_downcase | contains("claude"))]
  | sort_by(.pricing.prompt // "999" | tonumber)
EOF

commands=(
  -n modeldex "$modeldex list 'claude sort:price' --format json"
  -n 'modeldex, all as json' "$modeldex list --format json"
  -n jq "jq -f select.jq body.json"
)
[[ -n $llm ]] && commands+=(-n llm "$llm openrouter models --json")
hyperfine --warmup 3 --runs "${RUNS:-30}" --shell=none --output=null --style basic \
  --export-json times.json "${commands[@]}" > hyperfine.txt 2>&1 || { cat hyperfine.txt >&2; exit 2; }

peak() { # The peak resident memory of one run, in MB.
  python3 - "$@" <<'EOF'
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(f"{resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.1f}")
EOF
}
{
  peak "$modeldex" list 'claude sort:price' --format json
  peak "$modeldex" list --format json
  peak jq -f select.jq body.json
  [[ -z $llm ]] || peak "$llm" openrouter models --json
} > peaks.txt

echo "program                median ms   worst ms   peak MB"
paste <(jq -r '.results[] | [.command, .median * 1000, .max * 1000] | @tsv' times.json) peaks.txt |
  awk -F'\t' '{ printf "%-22s %9.1f  %9.1f  %8.1f\n", $1, $2, $3, $4 }'
