#!/usr/bin/env bash
# The closing lines of a test run: figures measured, tests skipped with their reasons, totals.
# Usage: summary.sh LOG
# shellcheck source=infra/build/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

reports() {
  find . -path '*/target/surefire-reports/TEST-*.xml' -print0
}

# Adds up one attribute of every <testsuite>.
total() {
  reports | xargs -0 -r grep -hoE "<testsuite [^>]*" \
    | sed -nE "s/.* $1=\"([0-9]+)\".*/\1/p" | awk '{ n += $1 } END { print n + 0 }'
}

figures() {
  grep -hoE 'FIGURE .*' "$1" | sed 's/^FIGURE /  /' | sort -u || true
}

skips() {
  reports | xargs -0 -r grep -hoE '<skipped[^>]*' | sed -nE 's/.*message="([^"]*)".*/\1/p' \
    | sort | uniq -c | sed -E 's/^ *([0-9]+) (.*)/  \1 x \2/' || true
}

section() { # title text
  [[ -z "$2" ]] || printf '%s\n%s\n' "$1" "$2"
}

echo "------------------------------------------------------------------------"
section "Figures (measured here, now):" "$(figures "$1")"
section "Not on this machine:" "$(sed 's/^/  /' "$WORK/tools.missing")"
section "Skipped tests, by reason:" "$(skips)"
printf 'Tests run: %s, Failures: %s, Errors: %s, Skipped: %s\n' \
  "$(total tests)" "$(total failures)" "$(total errors)" "$(total skipped)"
