#!/bin/sh
# streams that one async process of a 256 MB heap holds: memory, ticks, processor (target 5,000)
. "$BENCH/lib.sh"

# Each stream is a connection of its client and one that waits for the feed; about 200 are the JVM's own.
descriptors() { echo $(($1 * 2 + 200)); }

limit=$(ulimit -Hn)
[ "$limit" != unlimited ] || limit=1048576
ulimit -n "$limit"
echo "descriptors: a process may open $limit; 5,000 streams need $(descriptors 5000) in async, 10,000 need $(descriptors 10000)"
printf '%8s %8s %10s %10s %12s %10s %8s\n' STREAMS ALIVE TICKS/s 'RSS MB' 'KB A STREAM' CPU THREADS
worst=0
for streams in 5000 10000; do
  if [ "$(descriptors "$streams")" -gt "$limit" ]; then
    fits=$(((limit - 200) / 2 / 100 * 100))
    echo "target of $streams: NOT SHOWN, for they do not fit. Raise the hard limit (root: ulimit -Hn 32768, or"
    echo 'limits.conf). As many as fit:'
    worst=1
    [ "$fits" -ge 100 ] || exit 4
    streams=$fits
  fi
  BENCH_HEAP=2g java_bench lab.bench.StreamsBench "$streams" || worst=1
done
exit "$worst"
