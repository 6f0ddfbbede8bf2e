#!/usr/bin/env bash
# Builds every module without running tests, then the executable's AOT cache.
# shellcheck source=infra/build/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

forget_unchecked
maven -q -T1C -DskipTests package
touch "$JAR"
"$ROOT/infra/build/aot.sh"
say "built ${JAR#"$ROOT"/}"
