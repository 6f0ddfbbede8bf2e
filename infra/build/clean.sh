#!/usr/bin/env bash
# Removes what builds and tests wrote. Fetched tools and data/ stay.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
find . -name target -type d -not -path './.git/*' -not -path './.build/*' -prune -exec rm -rf {} +
rm -rf .build/third-party .build/test.log
