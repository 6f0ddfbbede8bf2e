#!/usr/bin/env bash
# Rules of CONTRIBUTING.md that no other tool keeps. Prints every breach; exit 1 if there is one.
# shellcheck source=infra/build/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# Spelled as patterns, so that this file does not break its own rule.
readonly HOSTS='(repo1?|central)\.(maven|sonatype)\.|registry\.(npmjs|yarnpkg)\.|(deb|security|archive)\.debian\.|(docker|ghcr|quay|gcr)\.io/|proxy\.golang\.|maven\.google\.'
readonly PATHS='(^|[^A-Za-z0-9_.$}-])/(root|work|home/[a-z]+|tmp/wt)/|\.\./shared'
breaches=0

breach() { # rule lines
  [[ -n "$2" ]] || return 0
  printf '%s:\n%s\n' "$1" "$2" >&2
  breaches=1
}

files() { # pathspec...
  git ls-files -z --cached --others --exclude-standard -- "$@" | while IFS= read -r -d '' file; do
    [[ ! -f "$file" ]] || printf '%s\0' "$file"
  done
}

matches() { # pattern
  files ':!infra/benchmarks/data' ':!*.binpb' | xargs -0 -r grep -nIE "$1" || true
}

without_package_info() {
  files '*/src/main/java/*.java' | xargs -0 -r -n 1 dirname | sort -u \
    | while read -r folder; do
      grep -qs '^@.*NullMarked' "$folder/package-info.java" || echo "  $folder"
    done
}

# The last of two would be shown for both.
repeated_keys() {
  files '*.properties' | xargs -0 -r awk -F= \
    'FNR == 1 { delete seen } /^[^#!=]+=/ && seen[$1]++ { print "  " FILENAME ":" FNR ": " $1 }'
}

breach "a registry's host name (leave it to the machine's own settings)" "$(matches "$HOSTS")"
breach "a path of one machine" "$(matches "$PATHS")"
breach "files over 400 lines or methods over 40" \
  "$(files '*.java' | xargs -0 -r awk -f infra/build/lengths.awk)"
breach "packages without a @NullMarked package-info.java" "$(without_package_info)"
breach "texts with two meanings (one key twice)" "$(repeated_keys)"
breach "terms of the glossary" "$(awk -f infra/build/glossary.awk docs/glossary/terms.csv)"
exit "$breaches"
