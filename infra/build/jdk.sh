#!/usr/bin/env bash
# Prints the home of a JDK that can build the project (25 or newer), or one clear line on stderr.
set -euo pipefail

readonly WANTED=25

# The feature release of the JDK in $1; nothing if there is no compiler in it.
release_of() {
  [[ -x "$1/bin/javac" ]] || return 0
  "$1/bin/javac" -version 2>&1 | sed -nE 's/^javac ([0-9]+).*/\1/p'
}

candidates() {
  [[ -z "${JAVA_HOME:-}" ]] || echo "$JAVA_HOME"
  local java
  if java="$(command -v java)"; then
    dirname "$(dirname "$(readlink -f "$java")")"
  fi
  compgen -G '/usr/lib/jvm/*' || true
  compgen -G '/opt/java/*' || true
  compgen -G "$HOME/.sdkman/candidates/java/*" || true
  compgen -G '/Library/Java/JavaVirtualMachines/*/Contents/Home' || true
}

while read -r home; do
  release="$(release_of "$home")"
  if [[ -n "$release" && "$release" -ge "$WANTED" ]]; then
    echo "$home"
    exit 0
  fi
done < <(candidates)

echo "No JDK $WANTED or newer found (looked at JAVA_HOME, java on the path and the usual JVM folders): install one, or set JAVA_HOME." >&2
exit 1
