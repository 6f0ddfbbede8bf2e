# Sourced by the scripts of this folder: where things are, and how Maven is called.
# shellcheck shell=bash
set -euo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
readonly ROOT
# Everything fetched or written by these scripts, never committed.
readonly WORK="$ROOT/.build"
# shellcheck disable=SC2034 # for the scripts that source this
readonly JAR="$ROOT/services/all-in-one/target/masterplan.jar"
# Stands while there are classes in target/ that were compiled without checks.
readonly UNCHECKED="$WORK/unchecked"
mkdir -p "$WORK"
cd "$ROOT"

JAVA_HOME="$("$ROOT/infra/build/jdk.sh")"
export JAVA_HOME
export PATH="$JAVA_HOME/bin:$PATH"

say() {
  printf '==> %s\n' "$*"
}

fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

# MVN is the Maven command, MVN_FLAGS more flags for it (for example -o).
maven() {
  # shellcheck disable=SC2086 # both are lists of words
  ${MVN:-mvn} -B -ntp -Dstyle.color=never ${MVN_FLAGS:-} "$@"
}

# Is $1 one of the comma-separated names in MASTERPLAN_REQUIRE?
required() {
  [[ ",${MASTERPLAN_REQUIRE:-}," == *",$1,"* ]]
}

# Builds the executable unless it is newer than every source.
build_if_needed() {
  local newer
  if [[ -f "$JAR" ]]; then
    newer="$(find pom.xml proto services infra -newer "$JAR" -type f \
      \( -path '*/src/main/*' -o -name pom.xml -o -name '*.proto' \) \
      -not -path '*/target/*' -print -quit)"
    [[ -n "$newer" ]] || return 0
  fi
  say "building (no tests, no checks)"
  touch "$UNCHECKED"
  maven -q -T1C -Pquick -DskipTests -pl services/all-in-one -am package
  # Packaging gives the jar the time of its sources' release, which is older than any of them.
  touch "$JAR"
}

# The compiler takes classes that it made without checks for up to date: they have to go first.
forget_unchecked() {
  [[ -f "$UNCHECKED" ]] || return 0
  maven -q clean
  rm "$UNCHECKED"
}
