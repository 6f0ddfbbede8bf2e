#!/usr/bin/env bash
# Builds the executable if its sources are newer, and serves. Usage: serve.sh FLAG...
# shellcheck source=infra/build/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

build_if_needed
readonly QUICK="${JAR%.jar}"
if [[ "$QUICK/masterplan.aot" -nt "$JAR" ]]; then
  exec java -XX:AOTCache="$QUICK/masterplan.aot" -jar "$QUICK/masterplan.jar" \
    serve --port "${PORT:-8080}" "$@"
fi
exec java -jar "$JAR" serve --port "${PORT:-8080}" "$@"
