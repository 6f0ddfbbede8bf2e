#!/usr/bin/env bash
# Prints the path of a Consul binary kept in .build/consul, fetched once.
# Debian 12 has no Consul, its suite bullseye has. The mirror is the one this machine's own apt
# sources name; apt checks the signatures; nothing is installed into the system.
# shellcheck source=infra/build/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

readonly SUITE=bullseye HOME_OF_CONSUL="$WORK/consul"
readonly BINARY="$HOME_OF_CONSUL/root/usr/bin/consul"

mirror() {
  # shellcheck disable=SC2016 # apt's own placeholder
  apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' \
    'Origin: Debian' 'Label: Debian' | sed -n 1p
}

# apt with lists, cache and sources of its own, so that the machine's are left as they are.
private_apt() {
  local apt="$HOME_OF_CONSUL/apt"
  apt-get -q -o "Dir::State=$apt/state" -o "Dir::State::status=$apt/status" \
    -o "Dir::Cache=$apt/cache" -o "Dir::Etc::SourceList=$apt/sources.list" \
    -o Dir::Etc::SourceParts=/dev/null -o APT::Sandbox::User=root "$@"
}

fetch() {
  local apt="$HOME_OF_CONSUL/apt" site
  site="$(mirror)"
  [[ -n "$site" ]] || fail "the apt sources of this machine name no Debian mirror"
  mkdir -p "$apt/state/lists/partial" "$apt/cache/archives/partial" "$HOME_OF_CONSUL/root"
  : >"$apt/status"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $site $SUITE main" \
    >"$apt/sources.list"
  private_apt update >&2
  (cd "$HOME_OF_CONSUL" && private_apt download consul >&2)
  dpkg -x "$HOME_OF_CONSUL"/consul_*.deb "$HOME_OF_CONSUL/root"
}

[[ -x "$BINARY" ]] || fetch
"$BINARY" version >&2
echo "$BINARY"
