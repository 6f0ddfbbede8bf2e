#!/usr/bin/env bash
# Measures what a start of an empty plan costs: CPU seconds until it answers, and resident memory;
# from the jar as it is, and with the AOT cache. Lines of RESULTS.md are copied from here.
# shellcheck source=infra/build/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
# shellcheck source=infra/build/started.sh
source "$ROOT/infra/build/started.sh"

readonly QUICK="${JAR%.jar}"

cpu_seconds() {
  awk -v hz="$(getconf CLK_TCK)" '{ printf "%.1f", ($14 + $15) / hz }' "/proc/$STARTED_PID/stat"
}

resident_mb() {
  awk '/^VmRSS/ { printf "%.0f", $2 / 1024 }' "/proc/$STARTED_PID/status"
}

measure() { # name cpu-goal java-flag...
  local name="$1" goal="$2"
  shift 2
  start_empty "$@"
  echo "FIGURE $name.cpu $(cpu_seconds) s (at most $goal)"
  echo "FIGURE $name.resident $(resident_mb) MB (at most 600)"
  stop_started
}

build_if_needed
"$ROOT/infra/build/aot.sh"
say "$(date -u +%F), $(nproc) cores, $(java -version 2>&1 | sed -n 2p)"
measure start.jar 40 -jar "$JAR"
# As serve.sh starts it.
readonly LEAN=(-XX:TieredStopAtLevel=1 -XX:+UseSerialGC)
measure start.lean 40 "${LEAN[@]}" -jar "$JAR"
measure start.aot 20 "${LEAN[@]}" -XX:AOTCache="$QUICK/masterplan.aot" -jar "$QUICK/masterplan.jar"
