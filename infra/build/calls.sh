#!/usr/bin/env bash
# Asks a running demonstration everything that its REST interface answers, and checks each answer.
# Usage: calls.sh [ADDRESS]. Needs curl. Ends with 0 if every call was answered as it should be.
set -u
BASE="${1:-http://127.0.0.1:8080}"
ANSWER="$(mktemp)"
trap 'rm -f "$ANSWER" "$ANSWER.csv"' EXIT
failed=0 asked=0
stamp="$(date +%s)"
# A Tuesday morning in Vietnam, some weeks ahead.
soon="$(date -u -d "next tuesday + 14 days" +%Y-%m-%dT03:00:00Z)"

token() { # user
  curl -sS -X POST "$BASE/v1/dev/token" -H 'Content-Type: application/json' \
    -d "{\"user\":\"$1\"}" | sed 's/.*"token" *: *"\([^"]*\)".*/\1/'
}

CMO="$(token cmo)" SECOND="$(token cmo-2)" DATA="$(token data)" PRIVACY="$(token privacy)"

judge() { # title wanted-status status wanted-words...
  local title="$1" wanted="$2" status="$3" word missing=""
  shift 3
  asked=$((asked + 1))
  for word in "$@"; do
    grep -q -- "$word" "$ANSWER" || missing="$missing $word"
  done
  if [[ "$status" == "$wanted" && -z "$missing" ]]; then
    echo "ok    $title"
  else
    failed=$((failed + 1))
    echo "FAIL  $title: $status (expected $wanted)${missing:+, without:$missing}"
    head -c 400 "$ANSWER"
    echo
  fi
}

get() { # token path wanted-words...
  local as="$1" path="$2" status
  shift 2
  status="$(curl -sS -g -o "$ANSWER" -w '%{http_code}' "$BASE$path" \
    -H "Authorization: Bearer $as" -H 'X-Purpose: answering a customer')"
  judge "GET $path" 200 "$status" "$@"
}

post() { # token path json wanted-words...
  local as="$1" path="$2" body="$3" status
  shift 3
  status="$(curl -sS -g -o "$ANSWER" -w '%{http_code}' -X POST "$BASE$path" -d "$body" \
    -H "Authorization: Bearer $as" -H 'X-Purpose: answering a customer' \
    -H 'Content-Type: application/json')"
  judge "POST $path" 200 "$status" "$@"
}

upload() { # token path table wanted-words...
  local as="$1" path="$2" status
  printf '%b' "$3" >"$ANSWER.csv"
  shift 3
  status="$(curl -sS -g -o "$ANSWER" -w '%{http_code}' -X POST "$BASE$path" \
    --data-binary "@$ANSWER.csv" -H "Authorization: Bearer $as" -H 'Content-Type: text/csv')"
  judge "POST $path" 200 "$status" "$@"
}

refused() { # wanted-status path curl-flag...
  local wanted="$1" path="$2" status with
  shift 2
  with="${2:-without a token}"
  status="$(curl -sS -o "$ANSWER" -w '%{http_code}' "$@" "$BASE$path")"
  judge "refused: ${path:0:60} ${with:0:60}" "$wanted" "$status"
}

field() { # name: the last answer's first value of that name, as JSON writes it
  sed 's/[{,]/\n/g' "$ANSWER" \
    | sed -nE 's/^ *"'"$1"'" *: *"(([^"\]|\\.)*)".*/\1/p' | head -n 1
}

echo "== the door"
refused 200 /actuator/health
refused 401 /v1/portfolio
refused 401 /v1/communities
refused 401 /actuator/prometheus
refused 403 /actuator/health -H 'Host: plan.example'
refused 403 /v1/portfolio -H 'Origin: http://elsewhere.example' -H "Authorization: Bearer $CMO"

refused 400 "/v1/communities/$(printf '%3000s' '' | tr ' ' x)" -H "Authorization: Bearer $CMO"
refused 400 /v1/portfolio -H "X-Purpose: $(printf '%7000s' '' | tr ' ' x)" \
  -H "Authorization: Bearer $CMO"
refused 404 /v1/dev/token -H 'Content-Type: application/json' -d '{"user":"nobody"}'

echo "== the plan"
get "$CMO" /v1/portfolio '"communities"' '"total"' '"byState"' '"byHealth"' '"segments"' \
  '"ghostShips"' '"customersAboard"' '"collisions"' '"waitingDecisions"' '"sources"' \
  '"records"' '"profiles"' '"duplicateInflation"' '"asOfTime"'
get "$CMO" '/v1/communities?pageSize=2&filter=state=LIVE' '"communities"' '"nextPageToken"'
get "$CMO" /v1/communities/c-001 '"name"' '"title"' '"state"' '"etag"'
post "$CMO" "/v1/segments?segmentId=calls-$stamp" '{"title":"Calls"}' '"name"'
post "$CMO" "/v1/communities?communityId=calls-$stamp" \
  '{"title":"Calls","kind":"GROUP","mode":"OWNED","platform":"facebook","businessUnit":"businessUnits/sua"}' \
  '"DRAFT"' '"etag"'
upload "$CMO" /v1/communities:import \
  "id,title,link,platform,unit\ncallsi-$stamp,Imported,https://calls-$stamp.example,zalo,sua\nbad-$stamp,,,,\n" \
  '"imported"' '"rejected"' '"line"' '"field"' '"reason"' '"importId"'
upload "$CMO" "/v1/communities/callsi-$stamp/members:import" \
  "handle,email\nlan,lan@calls.example\n" '"imported"' '"known"' '"unknown"' '"waiting"'

echo "== customers"
post "$DATA" "/v1/sources?sourceId=calls-$stamp" '{"title":"Calls"}' '"name"'
post "$DATA" "/v1/sources/calls-$stamp:suggestMapping" \
  '{"header":["id","ho ten","email"],"rows":[{"cells":["1","Lan","lan@calls.example"]}]}' '"mapping"'
upload "$DATA" "/v1/sources/calls-$stamp:load" \
  "id,ho ten,email\n1,Phạm Lan,lan-$stamp@calls.example\n" '"name"' 'operations/'
get "$DATA" "/v1/$(field name)" '"name"'
for _ in 1 2 3 4 5 6 7 8 9 10; do
  grep -q '"done" *: *true' "$ANSWER" && break
  sleep 1
  curl -sS -o "$ANSWER" "$BASE/v1/$(field name)" -H "Authorization: Bearer $DATA"
done
get "$DATA" "/v1/profiles:lookup?email=lan-$stamp@calls.example" '"name"' '"values"' '"source"'
profile="$(field name)"
get "$DATA" "/v1/profiles:lookup?record=sources/calls-$stamp/records/1" '"name"' '"records"'
get "$DATA" /v1/profiles:crosswalk 'source,record,profile'
get "$DATA" "/v1/$profile:explain" '{'
get "$DATA" '/v1/profiles?pageSize=1' '"profiles"'

echo "== messages"
post "$CMO" "/v1/messages?messageId=calls-$stamp" \
  '{"title":"Calls","text":"[TB] Calls","businessUnit":"businessUnits/sua","messageClass":"INFO","channel":"SMS","plannedTime":"'"$soon"'","audience":{"communities":["communities/c-001"]}}' \
  '"DRAFT"' '"etag"'
etag="$(field etag)"
post "$CMO" "/v1/messages/calls-$stamp:check" '{}' '"audience"' '"reachable"' '"granted"' \
  '"refused"' '"collisions"'
post "$CMO" "/v1/messages/calls-$stamp:submit" "{\"etag\":\"$etag\"}" '"PROPOSED"'
post "$SECOND" "/v1/messages/calls-$stamp:approve" "{\"etag\":\"$(field etag)\"}" '"APPROVED"'
get "$CMO" "/v1/messages/calls-$stamp/collisions" '"collisions"'
post "$CMO" /v1/contacts:decide \
  '{"email":"nobody@calls.example","messageClass":"PROMOTION","channel":"EMAIL","time":"'"$soon"'"}' \
  '"granted"' '"refusals"' '"rule"'

echo "== ghost ships"
upload "$CMO" /v1/activities:import \
  "community,timestamp,author,kind\ncallsi-$stamp,2026-11-01T08:00:00Z,lan,POST\n" '"imported"'
get "$CMO" /v1/communities/c-001/health '"state"' '"abandoned90"' '"reasons"' '"observedUntil"'
get "$CMO" /v1/ghostShips '"ghostShips"'
get "$CMO" /v1/rescueCases '"rescueCases"'

echo "== voices"
upload "$CMO" /v1/mentions:import \
  "id,time,platform,link,author,text,language\ncalls-$stamp,2026-11-01T08:00:00Z,facebook,https://f.example/$stamp,lan,Hàng lỗi quá,vi\n" \
  '"imported"'

echo "== a customer's rights"
post "$DATA" "/v1/$profile:withdrawConsent" '{"purpose":"MARKETING","channel":"EMAIL"}' '{'
post "$PRIVACY" "/v1/$profile:exportPersonalData" '{}' parts
post "$PRIVACY" "/v1/$profile:erase" '{"reason":"asked by the customer"}' 'operations/'

echo "== the contract itself"
get "$CMO" /openapi.json '"openapi"' '"paths"'

echo "$asked calls, $failed not answered as they should be"
[[ "$failed" == 0 ]]
