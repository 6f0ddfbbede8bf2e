#!/usr/bin/env bash
# debian-package.sh SUITE PACKAGE: unpacks a package of another Debian suite into .build/PACKAGE,
# once, and prints that folder. The mirror is the one this machine's own apt sources name; apt
# checks the signatures; nothing is installed into the system.
# shellcheck source=infra/build/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

readonly SUITE="$1" PACKAGE="$2"
readonly HERE="$WORK/$PACKAGE"
readonly APT="$HERE/apt" FILES="$HERE/root"

mirror() {
  # shellcheck disable=SC2016 # apt's own placeholder
  apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' \
    'Origin: Debian' 'Label: Debian' | sed -n 1p
}

# apt with lists, cache and sources of its own, so that the machine's are left as they are.
private_apt() {
  apt-get -q -o "Dir::State=$APT/state" -o "Dir::State::status=$APT/status" \
    -o "Dir::Cache=$APT/cache" -o "Dir::Etc::SourceList=$APT/sources.list" \
    -o Dir::Etc::SourceParts=/dev/null -o APT::Sandbox::User=root "$@" >&2
}

fetch() {
  local site
  site="$(mirror)"
  [[ -n "$site" ]] || fail "the apt sources of this machine name no Debian mirror"
  mkdir -p "$APT/state/lists/partial" "$APT/cache/archives/partial"
  : >"$APT/status"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $site $SUITE main" \
    >"$APT/sources.list"
  private_apt update
  (cd "$HERE" && private_apt download "$PACKAGE")
  dpkg -x "$HERE/$PACKAGE"_*.deb "$FILES.part"
  rm -rf "$APT" "$HERE/$PACKAGE"_*.deb
  mv "$FILES.part" "$FILES"
}

command -v apt-get >/dev/null || fail "no apt on this machine"
[[ -d "$FILES" ]] || fetch
echo "$FILES"
