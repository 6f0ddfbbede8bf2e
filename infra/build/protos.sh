#!/usr/bin/env bash
# The contract's checks: `protos.sh lint` reads style and compares with the released contract,
# `protos.sh release` writes the contract as it is now to proto/released, to be committed.
# shellcheck source=infra/build/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

readonly IMAGE=proto/released/masterplan.binpb THIRD_PARTY="$WORK/third-party"
BUF=

# buf comes from npm at the version pinned in package.json; one on the path is taken as it is.
find_buf() {
  local home="$WORK/buf"
  if BUF="$(command -v buf)"; then
    return 0
  fi
  BUF="$home/node_modules/.bin/buf"
  [[ ! -x "$BUF" ]] || return 0
  command -v npm >/dev/null || return 1
  mkdir -p "$home"
  cp infra/build/package.json "$home/"
  (cd "$home" && npm install --no-package-lock --no-audit --no-fund --silent) >&2
}

# google/api and buf/validate are taken from the jars that the build uses, never from afar.
unpack_third_party() {
  [[ ! -d "$THIRD_PARTY/buf" || ! -d "$THIRD_PARTY/google/api" ]] || return 0
  maven -q -pl proto "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack-dependencies" \
    -DincludeArtifactIds=proto-google-common-protos,protovalidate \
    -Dmdep.unpack.includes='google/api/*.proto,google/rpc/*.proto,google/longrunning/*.proto,google/type/*.proto,buf/validate/*.proto' \
    -DoutputDirectory="$THIRD_PARTY"
}

lint() {
  "$BUF" lint
  if [[ -f "$IMAGE" ]]; then
    "$BUF" breaking proto --against "$IMAGE"
  else
    say "no contract is released yet: nothing to break"
  fi
}

release() {
  mkdir -p "$(dirname "$IMAGE")"
  "$BUF" build proto --exclude-source-info -o "$IMAGE"
}

[[ -d proto/masterplan ]] || { say "no protos yet"; exit 0; }
if ! find_buf; then
  ! required buf || fail "MASTERPLAN_REQUIRE names buf, which is not on this machine (and no npm)"
  say "without buf: neither buf nor npm is on this machine; the protos were not linted"
  exit 0
fi
unpack_third_party
case "${1:-lint}" in
  lint) lint ;;
  release) release ;;
  *) fail "usage: protos.sh lint|release" ;;
esac
