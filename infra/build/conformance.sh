#!/usr/bin/env bash
# Runs the feature suite and the store contracts of all services against the server that MONGODB_URI
# names; against the embedded store where it is not set. Databases named in the tests are dropped.
# shellcheck source=infra/build/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

[[ -n "${MONGODB_URI:-}" ]] || say "MONGODB_URI is not set: against the embedded store"
maven -Dsurefire.failIfNoSpecifiedTests=false -Dtest='FeaturesTest,Mongo*Test' \
  -pl '!services/gateway,!services/all-in-one' test
