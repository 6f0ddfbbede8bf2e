#!/usr/bin/env bash
# The closing lines of a test run: figures measured, tests skipped with their reasons, totals.
# Usage: summary.sh LOG
# shellcheck source=infra/build/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

reports() {
  find . -path '*/target/surefire-reports/TEST-*.xml' -print0
}

# Adds up the closing line that Surefire prints for each module. Its reports cannot be counted:
# a class with tests and properties has two, and the second overwrites the first.
totals() {
  sed -nE 's/^\[[A-Z]+\] +Tests run: ([0-9]+), Failures: ([0-9]+), Errors: ([0-9]+), Skipped: ([0-9]+)$/\1 \2 \3 \4/p' "$1" \
    | awk '{ run += $1; failed += $2; broken += $3; skipped += $4 }
        END { printf "Tests run: %d, Failures: %d, Errors: %d, Skipped: %d\n", run, failed, broken, skipped }'
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
totals "$1"
