# What the sections share; sourced by each of them. Everything here works in any POSIX shell.

# java_bench CLASS ARGS...: one of the measuring programs of lab-cli/src/test/java.
java_bench() {
  class=$1
  shift
  "$JAVA_HOME/bin/java" -XX:+UseSerialGC ${BENCH_HEAP:+"-Xmx$BENCH_HEAP"} -Dlab.server.jar="$SERVER_JAR" \
    -cp "$LAB_CLASSES" "$class" "$@"
}

missing() { # MISSING-TOOL, HOW-TO-INSTALL-IT: says so; the figure is left out, never made up
  echo "not measured: $1 is missing; install it: $2"
}

have() { command -v "$1" >/dev/null 2>&1; }

# value NAME LINE: of the pairs that a measuring program prints
value() { printf '%s\n' "$2" | tr ' ' '\n' | sed -n "s/^$1=//p"; }

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { if (b > 0) printf "%.2f", a / b; else printf "-" }'; }

# at_most A B: is A a number that is at most B?
at_most() { awk -v a="$1" -v b="$2" 'BEGIN { exit !(a ~ /^[0-9.]+$/ && a + 0 <= b + 0) }'; }

# spent: sets $spent to the processor seconds of all children of this shell that have ended. Not for
# use in $(...): a subshell has children of its own only.
spent() {
  times > "$TIMES"
  spent=$(tail -n 1 "$TIMES" | awk '{ for (i = 1; i <= 2; i++) { split($i, t, /[ms]/); s += t[1] * 60 + t[2] } print s }')
}
