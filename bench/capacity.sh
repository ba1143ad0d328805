#!/bin/sh
# throughput of each mode under overload against theory: slots / time of a poll (target 0.97)
. "$BENCH/lib.sh"
java_bench lab.bench.CapacityBench "${BENCH_SECONDS:-30}"
