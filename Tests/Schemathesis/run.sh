#!/usr/bin/env bash
# Sends a running `modeldex serve` valid and invalid requests generated from its OpenAPI description,
# and checks the answers against it: https://schemathesis.readthedocs.io
#
#   Tests/Schemathesis/run.sh MODELDEX BODY
#
# MODELDEX is any build, BODY a saved answer of https://openrouter.ai/api/v1/models. Needs curl, jq,
# and from PyPI: pip install schemathesis openapi-spec-validator
set -euo pipefail
modeldex=$(realpath "$1")
body=$(realpath "$2")
here=$(dirname "$(realpath "$0")")
work=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}"; wait; rm -rf "$work"' EXIT

# An upstream that is not a file, so that there is a history.
mkdir -p "$work/www/api/v1"
cp "$body" "$work/www/api/v1/models"
python3 -m http.server --bind 127.0.0.1 --directory "$work/www" 3917 2> /dev/null &
pids+=($!)
env -i HOME="$work" PATH="$PATH" "$modeldex" serve --port 0 --cache-dir "$work/cache" \
  --upstream http://127.0.0.1:3917/api/v1 --log-level error > "$work/address" &
pids+=($!)
until [ -s "$work/address" ]; do sleep 0.1; done
address=$(cat "$work/address")
until curl -s "$address/api/models/status" | grep -q '"freshness":"live"'; do sleep 0.1; done
curl -s "$address/api/openapi.json" > "$work/openapi.json"
python3 -m openapi_spec_validator "$work/openapi.json"

cd "$work"
check() {
  # Endless bodies are not supported; the package's own tests cover event streams.
  schemathesis --config-file "$here/$1.toml" run "$2" --url "$address" --checks all \
    --exclude-path /api/models/events --max-examples "${EXAMPLES:-30}" --request-timeout 30
}

check whole "$work/openapi.json"

# Without the parameters that a schema cannot validate, everything that it allows must succeed.
jq '(.. | .parameters? | arrays) |= map(select(.name | IN("asOf", "since", "q") | not))
  | del(.paths["/api/models/search"])' "$work/openapi.json" > "$work/strict.json"
check strict "$work/strict.json"
