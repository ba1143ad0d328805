#!/bin/sh
# ./lab to its first output, with and without the class cache (target 250 ms with it)
. "$BENCH/lib.sh"
printf '%-24s %10s %8s %8s\n' COMMAND 'MEDIAN ms' FROM TO
warm=$(java_bench lab.bench.StartBench 'lab --help' 11 "$ROOT/lab" --help) || exit
echo "$warm"
LAB_CLASS_CACHE=off java_bench lab.bench.StartBench 'without the class cache' 11 "$ROOT/lab" --help
java_bench lab.bench.StartBench 'lab status' 11 "$ROOT/lab" status
if at_most "$(echo "$warm" | awk '{ print $(NF - 2) }')" 250; then
  echo 'target: at most 250 ms: kept'
else
  echo 'target: at most 250 ms: MISSED'
  exit 1
fi
