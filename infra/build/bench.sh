#!/usr/bin/env bash
# Measures what a start of an empty plan costs: CPU seconds until it answers, and resident memory;
# from the jar as it is, and with the AOT cache. Then how long `make demo` takes in a clean clone,
# the build included, until its page answers and until it is loaded. Lines of RESULTS.md are copied
# from here. Nothing fails for being slow: a figure says whether its goal was reached.
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

figure() { # name value unit goal
  local judged=reached
  awk "BEGIN { exit !($2 > $4) }" && judged=missed
  echo "FIGURE $1 $2 $3 (at most $4: $judged)"
}

measure() { # name cpu-goal java-flag...
  local name="$1" goal="$2"
  shift 2
  start_empty "$@"
  figure "$name.cpu" "$(cpu_seconds)" s "$goal"
  figure "$name.resident" "$(resident_mb)" MB 600
  stop_started
}

# As somebody who has just fetched the sources; what Maven has fetched before, it has.
demo_in_a_clean_clone() {
  local clone="$STARTED_DATA/clone" began
  git clone --quiet "$ROOT" "$clone"
  began=$SECONDS
  : >"$STARTED_LOG"
  LC_ALL=C.UTF-8 make -s -C "$clone" demo "PORT=$((20000 + RANDOM % 10000))" >"$STARTED_LOG" 2>&1 &
  STARTED_PID=$!
  await_line '^ready http' 30
  figure demo.page "$((SECONDS - began))" s 180
  await_line '^messages that collide' 60
  figure demo.loaded "$((SECONDS - began))" s 360
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
if git rev-parse --git-dir >/dev/null 2>&1; then
  demo_in_a_clean_clone
else
  say "no git checkout: make demo was not timed"
fi
