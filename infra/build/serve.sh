#!/usr/bin/env bash
# Builds the executable if its sources are newer, and serves. Usage: serve.sh FLAG...
# shellcheck source=infra/build/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

build_if_needed
# Six contexts start at once: the second compiler would take more of a small machine than they do.
# A demonstration is loaded after that: the second compiler makes the load half as long.
FLAGS=(-XX:+UseSerialGC)
# Of a piece of the cache that it cannot use, the JVM would tell on the screen; it does without.
FLAGS+=(-Xlog:disable -Xlog:all=error:stderr)
[[ " $* " == *" --demo "* ]] || FLAGS+=(-XX:TieredStopAtLevel=1)
readonly FLAGS
readonly QUICK="${JAR%.jar}"
if [[ "$QUICK/masterplan.aot" -nt "$JAR" ]]; then
  exec java "${FLAGS[@]}" -XX:AOTCache="$QUICK/masterplan.aot" -jar "$QUICK/masterplan.jar" \
    serve --port "${PORT:-8080}" "$@"
fi
exec java "${FLAGS[@]}" -jar "$JAR" serve --port "${PORT:-8080}" "$@"
