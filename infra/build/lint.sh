#!/usr/bin/env bash
# Everything that reads the sources without running them. What this machine lacks the program for
# is not read, and the last lines name it.
# shellcheck source=infra/build/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

readonly LOG="$WORK/lint.log"

say "house rules"
"$ROOT/infra/build/house-rules.sh"
say "format, Error Prone and NullAway"
forget_unchecked
maven -q -T1C spotless:check test-compile
say "protos"
"$ROOT/infra/build/protos.sh" lint | tee "$LOG"
say "compose file"
"$ROOT/infra/build/compose.sh" lint | tee -a "$LOG"
skipped="$(sed -n 's/^==> \(without .*\)/  \1/p' "$LOG")"
if [[ -z "$skipped" ]]; then
  say "lint: clean"
else
  say "lint: clean, but not everything was read:"
  echo "$skipped"
fi
