#!/usr/bin/env bash
# Everything about docker-compose.yml: `compose.sh lint|up|down`.
# shellcheck source=infra/build/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

COMPOSE=()

# Docker's plugin where it is installed; for reading the file alone, Debian's package will do.
find_compose() {
  local folder
  if docker compose version >/dev/null 2>&1; then
    COMPOSE=(docker compose)
  elif [[ "$1" == lint && "$(id -u)" == 0 ]] \
    && folder="$("$ROOT/infra/build/debian-package.sh" trixie docker-compose 2>"$WORK/compose.log")"; then
    COMPOSE=("$folder/usr/libexec/docker/cli-plugins/docker-compose")
  else
    return 1
  fi
}

need_engine() {
  find_compose "$1" || fail "make $1 needs Docker with its compose plugin (docker compose version)"
  docker info >/dev/null 2>&1 || fail "make $1 needs a running Docker engine (docker info)"
}

# Whose tokens the services trust is chosen, never assumed.
sign_in() {
  if [[ "${ISSUER:-}" == gateway ]]; then
    echo "--env-file infra/docker/gateway-issuer.env"
  else
    [[ -n "${MASTERPLAN_OIDC_JWKS_URI:-}" ]] \
      || say "nobody can sign in: set MASTERPLAN_OIDC_JWKS_URI, or use ISSUER=gateway" >&2
    echo "--env-file /dev/null"
  fi
}

# Every variable that the compose file sets for a service is read by some service's settings, or is
# one of Spring's by its usual name, which the table of settings tells.
unread_variables() {
  local variable
  compgen -G 'services/*/src/main/resources/*.yml' >/dev/null || return 0
  grep -oE '\b[A-Z][A-Z_]+:( |$)' docker-compose.yml | tr -d ': ' | grep -v '^BASE_IMAGE$' | sort -u \
    | while read -r variable; do
      grep -qF "\${$variable:" services/*/src/main/resources/*.yml \
        || grep -qE "^\|.*\b$variable\b" services/platform/README.md || echo "$variable"
    done
}

# Containers are read-only: whatever a service writes to by default has to be put on a volume.
unset_folders() {
  local variable
  sed -nE 's/.*\$\{([A-Z_]+):data\/.*/\1/p' services/*/src/main/resources/*.yml | sort -u \
    | while read -r variable; do
      grep -q "^ *$variable: /" docker-compose.yml || echo "$variable"
    done
}

# A service that registers with Consul does so by the name of its container: by default it would say
# loopback, where nobody else reaches it.
unreachable_services() {
  local settings service
  for settings in $(grep -lF 'classpath:platform.yml' services/*/src/main/resources/*.yml); do
    service="$(basename "$settings" .yml)"
    awk -v own="  $service:" '/^  [a-z-]+:$/ { inside = ($0 == own) } inside' docker-compose.yml \
      | grep -qE "GRPC_ADVERTISE: $service\\b" || echo "$service"
  done
}

case "${1:-}" in
  lint)
    unreachable="$(unreachable_services | paste -sd' ')"
    [[ -z "$unreachable" ]] \
      || fail "docker-compose.yml does not set GRPC_ADVERTISE to the service's name: $unreachable"
    unset="$(unset_folders | paste -sd' ')"
    [[ -z "$unset" ]] || fail "docker-compose.yml leaves on a read-only disk: $unset"
    unread="$(unread_variables | paste -sd' ')"
    [[ -z "$unread" ]] || fail "docker-compose.yml sets what no service reads: $unread"
    if find_compose lint; then
      "${COMPOSE[@]}" --env-file /dev/null config --quiet
      "${COMPOSE[@]}" --env-file infra/docker/gateway-issuer.env config --quiet
    elif required compose; then
      fail "no docker compose on this machine (required by MASTERPLAN_REQUIRE)"
    else
      say "without compose: no docker compose on this machine; docker-compose.yml was not read"
    fi
    ;;
  up)
    need_engine up
    maven -q -T1C -DskipTests package
    read -ra options <<<"$(sign_in)"
    "${COMPOSE[@]}" "${options[@]}" up --build --detach --wait
    say "open http://127.0.0.1:${PORT:-8080}"
    "${COMPOSE[@]}" logs --no-log-prefix gateway | grep '^first administrator: ' | tail -n 1 || true
    ;;
  down)
    need_engine down
    "${COMPOSE[@]}" down
    ;;
  *) fail "usage: compose.sh lint|up|down" ;;
esac
