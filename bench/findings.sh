#!/bin/sh
# a write-up graded once warm (target 50 ms); agreement of grader and people on the labelled texts
set -u
. "$BENCH/lib.sh"

said=$(java_bench lab.findings.FindingsBench "$ROOT") || exit 1
printf '%s\n' "$said" | sed '$d'
line=$(printf '%s\n' "$said" | tail -n 1)
code=0
if at_most "$(value p95 "$line")" 50; then kept=kept; else kept=MISSED code=1; fi
echo "$(value texts "$line") write-ups, ms each, warm: median $(value median "$line"), p95 $(value p95 "$line"), worst $(value worst "$line")"
echo "rubric read in $(value rubric "$line") ms by a cold JVM"
echo "target: p95 at most 50 ms: $kept"
exit "$code"
