#!/usr/bin/env bash
# Finds or fetches the programs that tests need beside the JDK, and writes where they are to
# .build/tools.env. What cannot be had is written, with its reason, to .build/tools.missing.
# A missing program named in MASTERPLAN_REQUIRE ends the run.
# shellcheck source=infra/build/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

readonly FOUND="$WORK/tools.env" MISSING="$WORK/tools.missing" LOG="$WORK/tools.log"
: >"$FOUND"
: >"$MISSING"
: >"$LOG"
readonly NO_CLUSTER=/etc/postgresql-common/createcluster.conf
UPDATED=no

can_install() {
  [[ "$(id -u)" == 0 ]] && command -v apt-get >/dev/null
}

update_once() {
  [[ "$UPDATED" == yes ]] || apt-get -q update >>"$LOG" 2>&1 || return 1
  UPDATED=yes
}

install_packages() {
  can_install && update_once \
    && DEBIAN_FRONTEND=noninteractive apt-get -qy install --no-install-recommends "$@" \
      >>"$LOG" 2>&1
}

found() { # variable path
  printf 'export %s=%q\n' "$1" "$2" >>"$FOUND"
}

missing() { # name reason
  printf '%s: %s\n' "$1" "$2" >>"$MISSING"
  say "without $1: $2"
}

why_not() {
  if can_install; then
    echo "apt could not fetch it, see .build/tools.log"
  else
    echo "not on this machine, and apt with root is not at hand"
  fi
}

# The page tests drive a real browser and read Vietnamese, hence the fonts.
find_chromium() {
  if ! type -P chromium >/dev/null || ! type -P chromedriver >/dev/null \
    || [[ -z "$(fc-list :lang=vi family 2>/dev/null)" ]]; then
    install_packages chromium chromium-driver fonts-noto-core fontconfig || true
  fi
  local browser driver
  if browser="$(type -P chromium)" && driver="$(type -P chromedriver)"; then
    found MASTERPLAN_CHROMIUM "$browser"
    found MASTERPLAN_CHROMEDRIVER "$driver"
  else
    missing chromium "$(why_not)"
  fi
}

# Debian 12 has no Consul; its older suite bullseye has one.
find_consul() {
  local binary folder
  if binary="$(type -P consul)"; then
    found MASTERPLAN_CONSUL "$binary"
  elif folder="$("$ROOT/infra/build/debian-package.sh" bullseye consul 2>>"$LOG")" \
    && "$folder/usr/bin/consul" version >>"$LOG" 2>&1; then
    found MASTERPLAN_CONSUL "$folder/usr/bin/consul"
  else
    missing consul "$(why_not)"
  fi
}

newest_postgres() {
  compgen -G '/usr/lib/postgresql/*/bin/postgres' | sort -V | tail -n 1
}

# Only the server's binaries are wanted: no cluster is made and nothing is started.
find_postgres() {
  if [[ -z "$(newest_postgres)" ]] && can_install; then
    mkdir -p /etc/postgresql-common
    [[ -e "$NO_CLUSTER" ]] || echo 'create_main_cluster = false' >"$NO_CLUSTER"
    install_packages -o Dpkg::Options::=--force-confold postgresql || true
  fi
  local binary
  binary="$(newest_postgres || true)"
  if [[ -n "$binary" ]]; then
    found MASTERPLAN_POSTGRES "$binary"
  else
    missing postgres "$(why_not)"
  fi
}

# A terminal for tests that type; part of every Debian, of util-linux elsewhere.
find_script() {
  local binary
  type -P script >/dev/null || install_packages bsdutils || true
  if binary="$(type -P script)"; then
    found MASTERPLAN_SCRIPT "$binary"
  else
    missing script "$(why_not)"
  fi
}

for tool in chromium consul postgres script; do
  "find_$tool"
  if required "$tool" && grep -q "^$tool: " "$MISSING"; then
    tail -n 20 "$LOG" >&2
    fail "MASTERPLAN_REQUIRE names $tool, which cannot be had ($(why_not))"
  fi
done
