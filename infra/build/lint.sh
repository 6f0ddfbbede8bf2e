#!/usr/bin/env bash
# Everything that reads the sources without running them.
# shellcheck source=infra/build/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

say "house rules"
"$ROOT/infra/build/house-rules.sh"
say "format, Error Prone and NullAway"
forget_unchecked
maven -q -T1C spotless:check test-compile
say "protos"
"$ROOT/infra/build/protos.sh" lint
say "compose file"
"$ROOT/infra/build/compose.sh" lint
say "lint: clean"
