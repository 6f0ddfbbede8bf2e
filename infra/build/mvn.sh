#!/usr/bin/env bash
# Maven with the JDK that the project needs.
# shellcheck source=infra/build/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
maven "$@"
