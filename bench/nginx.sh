#!/bin/sh
# a configuration of 1,000 lines parsed, linted and resolved; 64 KiB of hostile text
set -u
. "$BENCH/lib.sh"

line=$(java_bench lab.lint.NginxBench) || exit 1
median=$(value median "$line")
hostile=$(value hostile "$line")
code=0
row() { # WHAT MS TARGET
  if at_most "$2" "$3"; then kept=yes; else kept=NO code=1; fi
  printf '%-52s %8s ms   target %5s ms   %s\n' "$1" "$2" "$3" "$kept"
}
row "$(value lines "$line") lines: parse, lint, resolve, warm median" "$median" 50
row 'hostile 64 KiB: parse and lint, the worst' "$hostile" 2000
echo "the first time, with a cold JVM: $(value first "$line") ms; worst of the warm ones: $(value worst "$line") ms"
exit "$code"
