# Sourced after lib.sh: starts an empty plan on a free port in a folder of its own, and stops it.
# shellcheck shell=bash
STARTED_DATA="$(mktemp -d)"
STARTED_LOG="$STARTED_DATA/serve.log"
STARTED_PID=

# start_empty JAVA_FLAG...: returns once the plan answers.
start_empty() {
  java "$@" serve --port $((20000 + RANDOM % 10000)) --data "$STARTED_DATA/plan-$RANDOM" >"$STARTED_LOG" 2>&1 &
  STARTED_PID=$!
  await_line '^ready http' 10
}

# await_line PATTERN MINUTES: until what was started says so.
await_line() {
  local tries=0
  until grep -q "$1" "$STARTED_LOG"; do
    kill -0 "$STARTED_PID" 2>/dev/null || { cat "$STARTED_LOG" >&2; fail "it ended before: $1"; }
    ((++tries < $2 * 300)) || fail "not within $2 minutes: $1"
    sleep 0.2
  done
}

stop_started() {
  [[ -n "$STARTED_PID" ]] || return 0
  kill "$STARTED_PID" 2>/dev/null || true
  wait "$STARTED_PID" || true
  STARTED_PID=
}

trap 'stop_started; rm -rf "$STARTED_DATA"' EXIT
