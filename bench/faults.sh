#!/bin/sh
# every fault that a server can make, provoked for real: phase and cause as the engine tells them
. "$BENCH/lib.sh"
java_bench lab.load.engine.FaultTable
