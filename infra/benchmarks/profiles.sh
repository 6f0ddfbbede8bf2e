#!/usr/bin/env bash
# Speed of customer profiles over the embedded store, with nothing else of the build beside it:
#   infra/benchmarks/profiles.sh query 1000000     first pages of lists, and look-ups
#   infra/benchmarks/profiles.sh push 200000       records pushed where so many people are
# Prints a line a figure. Fails where fewer than 200 records a second are pushed by sixteen clients.
# shellcheck source=infra/build/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/../build/lib.sh"

readonly FLOOR=200
readonly SAID="$WORK/profiles-benchmark.log"

run() { # test property...
  local test="$1"
  shift
  touch "$UNCHECKED"
  maven -q -Pquick -Dmasterplan.skipTestCompile=false "$@" verify -pl services/customer-profiles -am \
    "-Dtest=$test" -Dsurefire.failIfNoSpecifiedTests=false | tee "$SAID"
}

rate() { # figure
  sed -nE "s/.*FIGURE $1 ([0-9.]+) .*/\1/p" "$SAID"
}

[[ $# == 2 ]] || fail "usage: profiles.sh query|push PEOPLE"
case "$1" in
  query) run QuerySpeedTest "-Dmasterplan.benchmarkCards=$2" -Dmasterplan.benchmarkPersons=12000 ;;
  push)
    run PushSpeedTest -Dmasterplan.counts=full "-Dmasterplan.settled=$2"
    pushed="$(rate push.settled.together.rate)"
    awk -v rate="${pushed:-0}" -v floor=$FLOOR 'BEGIN { exit !(rate >= floor) }' \
      || fail "push.settled.together.rate: ${pushed:-none} records/s (expected: at least $FLOOR)"
    ;;
  *) fail "usage: profiles.sh query|push PEOPLE" ;;
esac
