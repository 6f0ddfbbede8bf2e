#!/usr/bin/env bash
# Builds every module without running tests, and, once there is an executable, its AOT cache.
# shellcheck source=infra/build/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

maven -q -DskipTests package
[[ ! -f "$JAR" ]] || "$ROOT/infra/build/aot.sh"
