#!/usr/bin/env bash
# Runs every test: `test.sh small` for every day, `test.sh full` at the counts the issues state.
# shellcheck source=infra/build/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

readonly LOG="$WORK/test.log"

# Counts are system properties, which Maven hands on to the tests.
counts() {
  case "$1" in
    small) echo "-Dmasterplan.counts=small -Dmasterplan.tries=200" ;;
    full)
      echo "-Dmasterplan.counts=full -Dmasterplan.tries=1000 -Dmasterplan.sequences=20000"
      # The demonstration's size: records to be loaded and matched, and a member list as long.
      echo "-Dmasterplan.records=40000 -Dmasterplan.benchmarkRecords=40000 -Dmasterplan.members=40000"
      ;;
    *) fail "usage: test.sh small|full" ;;
  esac
}

"$ROOT/infra/build/tools.sh"
# shellcheck source=/dev/null
source "$WORK/tools.env"

# Error Prone and NullAway are `make lint`'s: without them the compiler is done in half the time.
touch "$UNCHECKED"
find . -path '*/target/surefire-reports/TEST-*.xml' -delete
status=0
# A module a core: a third of the time is a browser's, a disk's or another process's.
# shellcheck disable=SC2046 # a list of words
maven -T1C -Pquick -Dmasterplan.skipTestCompile=false $(counts "${1:-small}") verify --fail-at-end 2>&1 | tee "$LOG" || status=$?
# What a start costs is no test's to measure: nothing else may run beside it.
if [[ "${1:-small}" == full ]]; then
  "$ROOT/infra/build/bench.sh" 2>&1 | tee -a "$LOG" || status=$?
  for records in 50000 100000 1000000; do
    "$ROOT/infra/benchmarks/identity.sh" resolve "$records" 2>&1 | tee -a "$LOG" || status=$?
  done
  HEAP=7200m "$ROOT/infra/benchmarks/identity.sh" resolve 2000000 2>&1 | tee -a "$LOG" || status=$?
  "$ROOT/infra/benchmarks/identity.sh" live 1000000 20000 2>&1 | tee -a "$LOG" || status=$?
  "$ROOT/infra/benchmarks/profiles.sh" query 1000000 2>&1 | tee -a "$LOG" || status=$?
  "$ROOT/infra/benchmarks/profiles.sh" push 200000 2>&1 | tee -a "$LOG" || status=$?
fi
"$ROOT/infra/build/summary.sh" "$LOG"
exit "$status"
