#!/bin/bash
# Compares modeldex serve with nginx serving the same bytes as static files and with the replaced
# design (node.js), all on loopback, alternating, in one run.
#
#   swift build -c release --static-swift-stdlib -Xlinker -s --product modeldex
#   apt-get install nginx-light wrk nodejs python3
#   Tests/Benchmarks/Server/run.sh BODY [MODELDEX]
#
# BODY is a saved body of OpenRouter's list. SECONDS_EACH, ROUNDS and REQUESTS (for the memory)
# shorten or lengthen it.
set -euo pipefail
body=$(realpath "$1")
modeldex=$(realpath "${2:-.build/release/modeldex}")
here=$(dirname "$(realpath "$0")")
seconds=${SECONDS_EACH:-5} rounds=${ROUNDS:-3} requests=${REQUESTS:-1000000}
work=$(mktemp -d)
ulimit -n 8192
declare -A rates
pids=()
finish() { kill "${pids[@]}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"; }
trap finish EXIT

env -i HOME="$work" PATH="$PATH" "$modeldex" serve --port 0 --upstream "$body" \
  --cache-dir "$work" --log-level error > "$work/address" &
server=$!
pids+=("$server")
until [ -s "$work/address" ]; do sleep 0.1; done
port=$(sed 's/.*://' "$work/address")
until curl -s "http://127.0.0.1:$port/api/models/status" | grep -q '"freshness":"live"'; do
  sleep 0.1
done

mkdir -p "$work/www/api/models"
curl -s "http://127.0.0.1:$port/api/models" > "$work/www/api/all.json"
curl -s "http://127.0.0.1:$port/api/models/core" > "$work/www/api/models/core.json"
chmod -R a+rX "$work"
cat > "$work/nginx.conf" <<NGINX
daemon off;
pid $work/nginx.pid;
worker_processes 1;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 100000000;
  default_type application/json;
  client_body_temp_path $work/body; proxy_temp_path $work/proxy; fastcgi_temp_path $work/f;
  uwsgi_temp_path $work/u; scgi_temp_path $work/s;
  server {
    listen 127.0.0.1:3918;
    root $work/www;
    location = /api/models { try_files /api/all.json =404; }
    location = /api/models/core { try_files /api/models/core.json =404; }
  }
}
NGINX
nginx -c "$work/nginx.conf" -e "$work/error.log" &
pids+=($!)
node "$here/node.js" "$work/www/api/all.json" 3919 &
pids+=($!)
until curl -sf -o /dev/null http://127.0.0.1:3918/api/models/core; do sleep 0.1; done
until curl -sf -o /dev/null http://127.0.0.1:3919/api/models/core; do sleep 0.1; done

# Requests a second, p50 and p99 in milliseconds.
measure() {
  wrk -t1 -c32 -d"${seconds}s" --latency "$1" | awk '
    function ms(text) {
      if (text ~ /us$/) return text / 1000
      if (text ~ /ms$/) return text + 0
      return text * 1000
    }
    /50%/ { p50 = ms($2) } /99%/ { p99 = ms($2) } /Requests\/sec/ { rate = $2 }
    /Non-2xx|Socket errors/ { print "errors: " $0 > "/dev/stderr" }
    END { printf "%.0f %.3f %.3f\n", rate, p50, p99 }'
}

median() { sort -n | awk '{ all[NR] = $0 } END { print all[int((NR + 1) / 2)] }'; }

printf '%-30s %-9s %12s %9s %9s\n' path program requests/s 'p50 ms' 'p99 ms'
for path in /api/models/core /api/models '/api/models/search?q=claude'; do
  programs="modeldex:$port nginx:3918 node:3919"
  case $path in *search*) programs="modeldex:$port node:3919" ;; esac
  for program in $programs; do : > "$work/${program%:*}.figures"; done
  for _ in $(seq "$rounds"); do
    for program in $programs; do
      measure "http://127.0.0.1:${program#*:}$path" >> "$work/${program%:*}.figures"
    done
  done
  for program in $programs; do
    figures=$work/${program%:*}.figures
    rate=$(cut -d' ' -f1 "$figures" | median)
    rates[${program%:*}]=$rate
    printf '%-30s %-9s %12s %9s %9s\n' "$path" "${program%:*}" "$rate" \
      "$(cut -d' ' -f2 "$figures" | median)" "$(cut -d' ' -f3 "$figures" | median)"
  done
  case $path in
    *search*) ;;
    *) echo "  of nginx's: $(echo "scale=2; ${rates[modeldex]} / ${rates[nginx]}" | bc)" ;;
  esac
  echo "  of node's: $(echo "scale=2; ${rates[modeldex]} / ${rates[node]}" | bc)"
done

resident() { awk '/^VmRSS/ { print $2 }' "/proc/$server/status"; }
before=$(resident)
asked=0
while [ "$asked" -lt "$requests" ]; do
  more=$(wrk -t1 -c32 -d10s "http://127.0.0.1:$port/api/models/core" | awk '/requests in/ { print $1 }')
  asked=$((asked + more))
done
echo "memory: $before kB before and $(resident) kB after $asked requests"
python3 "$here/streams.py" "$port" "$server" 1000 30
