#!/usr/bin/env bash
# Lays the executable out beside its libraries in target/masterplan and records an AOT cache there
# from one start on an empty plan. The JVM reads classes from the cache only in this layout.
# shellcheck source=infra/build/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
# shellcheck source=infra/build/started.sh
source "$ROOT/infra/build/started.sh"

readonly QUICK="${JAR%.jar}" CACHE="${JAR%.jar}/masterplan.aot"
[[ -f "$JAR" ]] || fail "${JAR#"$ROOT"/} is not built"
if [[ "$CACHE" -nt "$JAR" ]]; then
  exit 0
fi

# A plan may be running from the layout before: its libraries are never gone for long.
rm -rf "$QUICK.new" "$QUICK.old"
java -Djarmode=tools -jar "$JAR" extract --destination "$QUICK.new" >/dev/null
[[ ! -e "$QUICK" ]] || mv "$QUICK" "$QUICK.old"
mv "$QUICK.new" "$QUICK"
rm -rf "$QUICK.old"
say "recording the AOT cache"
start_empty -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:AOTCacheOutput="$CACHE" -jar "$QUICK/masterplan.jar"
stop_started
[[ -f "$CACHE" ]] || { cat "$STARTED_LOG" >&2; fail "the JVM wrote no AOT cache"; }
