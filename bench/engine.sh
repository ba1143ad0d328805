#!/bin/sh
# the replay engine against wrk, autocannon and wrk2 on one nginx: lateness, capacity, processor
. "$BENCH/lib.sh"
SECONDS_EACH=${BENCH_SECONDS:-20}
AUTOCANNON=autocannon@9.0.0

nginx=${LAB_NGINX:-$(PATH="$PATH:/usr/sbin:/usr/local/sbin:/opt/homebrew/bin" command -v nginx)}
[ -n "$nginx" ] || { missing nginx 'apt-get install nginx, or set LAB_NGINX'; exit 4; }
folder=$(mktemp -d)
TIMES=$folder/times
server=''
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$folder"' EXIT
# dash dies of a signal without its EXIT trap, and nginx takes the HUP of a closed terminal for a reload
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
port=$(java_bench lab.bench.FreePort)

{
  echo 'worker_processes 1; daemon off; pid nginx.pid; error_log error.log;'
  echo 'events { worker_connections 4096; } http {'
  echo '  log_format arrival "$msec"; access_log off; keepalive_requests 100000000;'
  for part in client_body proxy fastcgi uwsgi scgi; do echo "  ${part}_temp_path $part;"; done
  echo "  server { listen 127.0.0.1:$port backlog=4096; default_type text/plain;"
  echo '    location / { return 200 "ok\n"; }'
  for tool in engine autocannon wrk2; do
    echo "    location /$tool { access_log $tool.log arrival buffer=256k; return 200 \"ok\\n\"; }"
  done
  echo '} }'
} > "$folder/nginx.conf"
"$nginx" -p "$folder/" -c "$folder/nginx.conf" -e "$folder/error.log" &
server=$!
url=http://127.0.0.1:$port

autocannon=''
if have npm && npm install --silent --no-audit --no-fund --prefix "$folder/npm" "$AUTOCANNON" >&2; then
  autocannon=$folder/npm/node_modules/.bin/autocannon
else
  missing autocannon "Node.js with npm (it is fetched as $AUTOCANNON)"
fi
have wrk || missing wrk 'apt-get install wrk'
have wrk2 || missing wrk2 'build it from its sources (github.com/giltene/wrk2); no Debian package'

# measured COMMAND...: runs it with its output in $output; $cpu is what it cost, in processor seconds
measured() {
  spent
  before=$spent
  "$@" > "$folder/output" 2>&1 || echo "  $1 failed: $(tail -n 1 "$folder/output")"
  spent
  output=$(cat "$folder/output")
  cpu=$(awk -v a="$before" -v b="$spent" 'BEGIN { printf "%.2f", b - a }')
}

per_10k() { awk -v cpu="$1" -v n="$2" 'BEGIN { if (n > 0) printf "%.3f", cpu * 10000 / n; else printf "-" }'; }

arrivals() { # TOOL RATE: how far from an even beat its requests reached nginx
  kill -USR1 "$server" # nginx writes its log buffer when it opens its logs again
  sleep 1
  java_bench lab.bench.Metronome "$folder/$1.log" "$2"
}

row() { printf '%-22s %10s %14s %14s %14s\n' "$@"; }

echo "1,000 a second for $SECONDS_EACH s, 10 connections"
row TOOL SENT 'OFF PLAN p50' 'OFF PLAN p99' 'CPU s/10,000'
measured java_bench lab.bench.ReplayBench "$port" /engine 1000 "$SECONDS_EACH"
engine=$output engine_cpu=$(per_10k "$cpu" "$(value answered "$output")")
beat=$(arrivals engine 1000)
engine_off=$(value off_p50_ms "$beat")
row 'replay engine' "$(value arrivals "$beat")" "$engine_off ms" "$(value off_p99_ms "$beat") ms" "$engine_cpu"
if [ -n "$autocannon" ]; then
  measured "$autocannon" --json -c 10 -R 1000 -d "$SECONDS_EACH" "$url/autocannon"
  beat=$(arrivals autocannon 1000)
  autocannon_cpu=$(per_10k "$cpu" "$(value arrivals "$beat")")
  autocannon_off=$(value off_p50_ms "$beat")
  row autocannon "$(value arrivals "$beat")" "$autocannon_off ms" "$(value off_p99_ms "$beat") ms" "$autocannon_cpu"
fi
if [ -n "$autocannon" ]; then
  echo "ratio: off plan p50, engine / autocannon $(ratio "$engine_off" "$autocannon_off") (0 or -: at or below nginx's millisecond)"
fi
if have wrk2; then
  measured wrk2 -t1 -c10 -R1000 -d "$SECONDS_EACH" "$url/wrk2"
  beat=$(arrivals wrk2 1000)
  row wrk2 "$(value arrivals "$beat")" "$(value off_p50_ms "$beat") ms" "$(value off_p99_ms "$beat") ms" "$(per_10k "$cpu" "$(value arrivals "$beat")")"
fi
worst=0
target() { # WORDS FIGURE BOUND
  if at_most "$2" "$3"; then echo "target: $1 at most $3: $2, kept"; else echo "target: $1 at most $3: $2, MISSED"; worst=1; fi
}
echo "nginx tells milliseconds; the engine's own stamps: on-wire lateness p50 $(value onwire_p50_us "$engine") us, p99 $(value onwire_p99_us "$engine") us"
target 'on-wire lateness p50, us,' "$(value onwire_p50_us "$engine")" 150
target 'on-wire lateness p99, us, idle machine,' "$(value onwire_p99_us "$engine")" 1000
if [ -n "$autocannon" ]; then
  target 'processor, engine / autocannon,' "$(ratio "$engine_cpu" "$autocannon_cpu")" 2.5
fi

echo
echo 'capacity, and processor at 20,000 a second, 64 connections where the tool has a fixed number'
row TOOL 'MOST /s' 'CPU s/10,000' 'AT 20,000 /s' 'CPU s/10,000'
most=0 failures=0
for rate in 2500 5000 10000 15000 20000 25000 30000 40000 50000; do
  measured java_bench lab.bench.ReplayBench "$port" / "$rate" 4
  if at_most "$(awk -v r="$rate" 'BEGIN { print r * 0.98 }')" "$(value per_second "$output")" && [ "$(value failed "$output")" = 0 ]; then
    most=$rate most_cpu=$(per_10k "$cpu" "$(value answered "$output")")
  else
    failures=$((failures + 1)) # one noisy second ends a step; two steps lost end the search
    [ "$failures" -lt 2 ] || break
  fi
done
measured java_bench lab.bench.ReplayBench "$port" / 20000 10
engine_20k=$(per_10k "$cpu" "$(value answered "$output")")
row 'replay engine' "$most" "${most_cpu:--}" "$(value per_second "$output")" "$engine_20k"
if have wrk; then
  measured wrk -t1 -c64 -d10s "$url/"
  wrk_most=$(printf '%s\n' "$output" | sed -n 's/^Requests\/sec: *//p')
  wrk_cpu=$(per_10k "$cpu" "$(printf '%s\n' "$output" | sed -n 's/^ *\([0-9]*\) requests in.*/\1/p')")
  row 'wrk (closed loop)' "$wrk_most" "$wrk_cpu" '-' '-'
fi
requests_in() { sed -n 's/.*"2xx":\([0-9]*\).*/\1/p'; }
if [ -n "$autocannon" ]; then
  measured "$autocannon" --json -c 64 -d 10 "$url/"
  total=$(printf '%s\n' "$output" | requests_in)
  autocannon_most=$(awk -v n="$total" 'BEGIN { printf "%.0f", n / 10 }') autocannon_most_cpu=$(per_10k "$cpu" "$total")
  measured "$autocannon" --json -c 64 -R 20000 -d 10 "$url/"
  total=$(printf '%s\n' "$output" | requests_in)
  autocannon_20k=$(per_10k "$cpu" "$total")
  row autocannon "$autocannon_most" "$autocannon_most_cpu" "$(awk -v n="$total" 'BEGIN { printf "%.0f", n / 10 }')" "$autocannon_20k"
fi
if have wrk; then
  echo "ratio: capacity, engine / wrk $(ratio "$most" "$wrk_most"); processor at 20,000 a second, engine / wrk at its most $(ratio "$engine_20k" "$wrk_cpu")"
fi
if [ -n "$autocannon" ]; then
  echo "ratio: capacity, engine / autocannon $(ratio "$most" "$autocannon_most"); processor at 20,000 a second $(ratio "$engine_20k" "$autocannon_20k")"
fi
exit "$worst"
