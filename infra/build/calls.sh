#!/usr/bin/env bash
# Makes every call of the contract to a running demonstration, and checks each answer. What is there
# is only asked; whatever is changed, the script has made itself.
# Usage: calls.sh [ADDRESS]. Needs curl. Ends with 0 if every call was answered as it should be.
set -u
BASE="${1:-http://127.0.0.1:8080}"
ANSWER="$(mktemp)"
trap 'rm -f "$ANSWER" "$ANSWER.file"' EXIT
failed=0 asked=0
stamp="$(date +%s)"
# As the demonstration's: after a real prefix a number that begins with 0; a province never given.
phone="0900${stamp: -6}" citizen="003190${stamp: -6}"
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

send() { # method token path json wanted-words...
  local method="$1" as="$2" path="$3" body="$4" status
  shift 4
  status="$(curl -sS -g -o "$ANSWER" -w '%{http_code}' -X "$method" "$BASE$path" -d "$body" \
    -H "Authorization: Bearer $as" -H 'X-Purpose: answering a customer' \
    -H 'Content-Type: application/json')"
  judge "$method $path" 200 "$status" "$@"
}

post() { # token path json wanted-words...
  send POST "$@"
}

# Read again first, and once more if it changed meanwhile: health is written to a community, too.
act() { # token path more-json wanted-words...: with the thing's etag, and a reason
  local as="$1" path="$2" more="$3" status try
  shift 3
  for try in 1 2 3; do
    curl -sS -o "$ANSWER" "$BASE${path%:*}" -H "Authorization: Bearer $as"
    status="$(curl -sS -o "$ANSWER" -w '%{http_code}' -X POST "$BASE$path" \
      -d "{\"etag\":\"$(field etag)\",\"reason\":\"calls\"$more}" \
      -H "Authorization: Bearer $as" -H 'Content-Type: application/json')"
    [[ "$status" == 409 && "$try" != 3 ]] || break
  done
  judge "POST $path" 200 "$status" "$@"
}

hand() { # token path content-type wanted-words...: the file that was prepared
  local as="$1" path="$2" type="$3" status
  shift 3
  status="$(curl -sS -g -o "$ANSWER" -w '%{http_code}' -X POST "$BASE$path" \
    --data-binary "@$ANSWER.file" -H "Authorization: Bearer $as" -H "Content-Type: $type")"
  judge "POST $path" 200 "$status" "$@"
}

upload() { # token path table wanted-words...
  local as="$1" path="$2"
  printf '%b' "$3" >"$ANSWER.file"
  shift 3
  hand "$as" "$path" text/csv "$@"
}

# A workbook of one sheet: id, title, link, platform and unit of the community "calls-sheet".
workbook() {
  base64 -d >"$ANSWER.file" <<'END'
UEsDBBQAAAAIAAAAdV29XP2Q8gAAABwCAAATAAAAW0NvbnRlbnRfVHlwZXNdLnhtbK2RvU7DMBDHX8XyWsVOOyCEknQodASG
8gCHc0ms+Es+t4S3x0kLAyqwMJ3s/8fvZFfbyRp2wkjau5qvRckZOuVb7fqavxz2xS3fNtXhPSCxbHVU8yGlcCclqQEtkPAB
XVY6Hy2kfIy9DKBG6FFuyvJGKu8SulSkuYM31T12cDSJPUz5+oyNaIiz3dk4s2oOIRitIGVdnlz7jVJcCCInFw8NOtAqG7i8
SpiVnwGX3FN+h6hbZM8Q0yPY7JKTkW8+jq/ej+L3kitb+q7TCluvjjZHBIWI0NKAmKwRyxQWtFv9zV/MJJex/udFvvo/95DL
dzcfUEsDBBQAAAAIAAAAdV0cSfe+pAAAABYBAAALAAAAX3JlbHMvLnJlbHONz8EOwiAMBuBXIb07pgdjzNguxmRXMx8AWcfI
BiWAOt9ejs548Nj0/7+mVbPYmT0wRENOwLYogaFT1BunBVy78+YATV1dcJYpJ+JofGS54qKAMSV/5DyqEa2MBXl0eTNQsDLl
MWjupZqkRr4ryz0PnwasTdb2AkLbb4F1L4//2DQMRuGJ1N2iSz9OfCWyLIPGJGCZ+ZPCdCOaiowCryu+erB+A1BLAwQUAAAA
CAAAAHVdxnxIwakAAAAFAQAADwAAAHhsL3dvcmtib29rLnhtbI2PSw6DMAxErxJ5XwJdVBXis6kqsW8PkIKBCBIjO/0cvxGU
fVeeke1nT1F/3KxeyGLJl5AlKSj0LXXWDyXcb9fDGeqqeBNPD6JJxWkvJYwhLLnW0o7ojCS0oI+dntiZEC0PWhZG08mIGNys
j2l60s5YDxsh538Y1Pe2xQu1T4c+bBDG2YT4q4x2EaiK9YL8qvLGYUwBarVNt2rObRTcdBnoqtD7ht5DVV9QSwMEFAAAAAgA
AAB1XfCmYoGmAAAAFwEAABoAAAB4bC9fcmVscy93b3JrYm9vay54bWwucmVsc43PSwrCMBAA0KuE2dtpXYhI025E6FbqAUI6
TUqbD0n83d7gQiy4cDXM7w1Ttw+zsBuFODnLoSpKYGSlGyarOFz602YPbVOfaREpT0Q9+cjyio0cdEr+gBilJiNi4TzZ3Bld
MCLlNCj0Qs5CEW7Lcofh24C1ybqBQ+iGClj/9PSP7cZxknR08mrIph8n8O7CHDVRyqgIihKHTyniO1RFVgGbGlcfNi9QSwME
FAAAAAgAAAB1Xbya5aT+AAAAwAIAABgAAAB4bC93b3Jrc2hlZXRzL3NoZWV0MS54bWx1kttqwzAMhl/F+L5RmosxhuPSNe0L
bHsAkXiNqQ/BVg/s6eeEETqw7yz5/yT0S2L3sIbdVIjau5Zvq5oz5Xo/aHdu+dfnafPKd1LcfbjEUSliSe5iy0ei6Q0g9qOy
GCs/KZd+vn2wSCkMZ4hTUDgskDXQ1PULWNSOS7HkOiSUIvg7C6ltyvbzY7/ljFqundFOfVBIeR2lIKkHASQFzBH0f+r3kpo0
GZUBDiUgxZeMvivpJ4M0D5thjiXm6jT910Maf/WgWT1oCgV6NCZuFvdyZpSwU/CWIStxhxI3rzimHT+1rdQD7ZS1tiuV+UHj
czaV9PGKOZfg6WpgPUf5C1BLAQIUAxQAAAAIAAAAdV29XP2Q8gAAABwCAAATAAAAAAAAAAAAAACAAQAAAABbQ29udGVudF9U
eXBlc10ueG1sUEsBAhQDFAAAAAgAAAB1XRxJ976kAAAAFgEAAAsAAAAAAAAAAAAAAIABIwEAAF9yZWxzLy5yZWxzUEsBAhQD
FAAAAAgAAAB1XcZ8SMGpAAAABQEAAA8AAAAAAAAAAAAAAIAB8AEAAHhsL3dvcmtib29rLnhtbFBLAQIUAxQAAAAIAAAAdV3w
pmKBpgAAABcBAAAaAAAAAAAAAAAAAACAAcYCAAB4bC9fcmVscy93b3JrYm9vay54bWwucmVsc1BLAQIUAxQAAAAIAAAAdV28
muWk/gAAAMACAAAYAAAAAAAAAAAAAACAAaQDAAB4bC93b3Jrc2hlZXRzL3NoZWV0MS54bWxQSwUGAAAAAAUABQBFAQAA2AQA
AAAA
END
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
post "$CMO" "/v1/businessUnits?businessUnitId=calls-$stamp" '{"title":"Calls"}' '"ACTIVE"'
for person in a b; do
  post "$CMO" "/v1/employees?employeeId=calls-$person-$stamp" \
    "{\"title\":\"Calls\",\"businessUnit\":\"businessUnits/calls-$stamp\"}" '"ACTIVE"'
done
post "$CMO" "/v1/communities?communityId=calls-$stamp" \
  '{"title":"Calls","kind":"GROUP","mode":"EMPOWERED","platform":"facebook",
    "businessUnit":"businessUnits/calls-'"$stamp"'","owner":"employees/calls-a-'"$stamp"'",
    "deputies":["employees/calls-b-'"$stamp"'"],"segments":["segments/calls-'"$stamp"'"],
    "purpose":"RELATIONSHIP","objective":"AWARENESS","corporateObjectives":["objectives/o-1"],
    "why":"Calls","expectedGain":"Calls","reviewDate":"2027-06-01","exitPlan":"Calls"}' \
  '"DRAFT"' '"etag"'
community="/v1/communities/calls-$stamp"
send PATCH "$CMO" "$community" "{\"title\":\"Calls again\",\"etag\":\"$(field etag)\"}" \
  '"Calls again"'
act "$CMO" "$community:submit" "" '"PROPOSED"'
act "$SECOND" "$community:return" "" '"DRAFT"'
act "$CMO" "$community:submit" "" '"PROPOSED"'
act "$SECOND" "$community:approve" "" '"APPROVED"' '"PERMITTED"'
act "$CMO" "$community:launch" "" '"LIVE"'
act "$CMO" "$community:pause" "" '"PAUSED"' '"pauseTime"'
act "$CMO" "$community:resume" "" '"LIVE"' '"resumeTime"'
act "$CMO" "$community:transfer" ",\"owner\":\"employees/calls-b-$stamp\"" \
  "\"owner\": *\"employees/calls-b-$stamp\""
act "$CMO" "$community:retire" "" '"RETIRING"'
act "$CMO" "$community:archive" "" '"ARCHIVED"'
upload "$CMO" /v1/communities:import \
  "id,title,link,platform,unit,owner\ncallsi-$stamp,Imported,https://calls-$stamp.example,zalo,calls-$stamp,calls-b-$stamp\nbad-$stamp,,,,,\n" \
  '"imported": *"1"' '"rejected"' '"line"' '"field"' '"reason"' '"importId"'
workbook
hand "$CMO" /v1/communities:import \
  application/vnd.openxmlformats-officedocument.spreadsheetml.sheet '"rejected": *\[\]'
get "$CMO" /v1/communities/calls-sheet '"From a sheet"'
upload "$CMO" "/v1/communities/callsi-$stamp/members:import" \
  "handle,email\nlan,lan@calls.example\n" '"imported"' '"known"' '"unknown"' '"waiting"'

echo "== customers"
post "$DATA" "/v1/sources?sourceId=calls-$stamp" '{"title":"Calls"}' '"name"'
post "$DATA" "/v1/sources/calls-$stamp:suggestMapping" \
  '{"header":["id","ho ten","email","dien thoai","cccd","facebook"],
    "rows":[{"cells":["1","Lan","lan@calls.example","'"$phone"'","'"$citizen"'","lan.pham"]}]}' \
  '"mapping"' '"nationalId"' '"dien thoai"'
upload "$DATA" "/v1/sources/calls-$stamp:load" \
  "id,ho ten,email,dien thoai,cccd,facebook\n1,Phạm Lan,lan-$stamp@calls.example,$phone,$citizen,lan.$stamp\n2,Phạm Thị Lan,,,,\n" \
  '"name"' 'operations/'
get "$DATA" "/v1/$(field name)" '"name"'
for _ in 1 2 3 4 5 6 7 8 9 10; do
  grep -q '"done" *: *true' "$ANSWER" && break
  sleep 1
  curl -sS -o "$ANSWER" "$BASE/v1/$(field name)" -H "Authorization: Bearer $DATA"
done
get "$DATA" "/v1/profiles:lookup?email=lan-$stamp@calls.example" '"name"' '"values"' '"source"'
profile="$(field name)"
first="sources/calls-$stamp/records/1" second="sources/calls-$stamp/records/2"
get "$DATA" "/v1/profiles:lookup?record=$second" '"name"' "$second"
other="$(field name)"
for key in "record=$first" "phone=$phone" "nationalId=$citizen" "handle=facebook:lan.$stamp"; do
  get "$DATA" "/v1/profiles:lookup?$key" "\"name\": *\"$profile\"" "$first"
done
get "$DATA" /v1/profiles:crosswalk 'source,record,profile' "calls-$stamp,1,"
post "$DATA" /v1/profiles:merge "{\"profiles\":[\"$profile\",\"$other\"],\"reason\":\"calls\"}" \
  '"aliases"' "$first" "$second"
get "$DATA" "/v1/$profile:explain" '"pairs"' '"contributions"' "\"left\": *\"$first\"" \
  "\"right\": *\"$second\""
post "$DATA" "/v1/$profile:split" "{\"records\":[\"$second\"],\"reason\":\"calls\"}" \
  '"profiles"' "\"$profile\"" "\"$other\""
post "$DATA" "/v1/$profile:grantConsent" \
  '{"purpose":"INFO","channel":"EMAIL","evidence":"calls"}' '"GRANTED"'
get "$DATA" '/v1/profiles?pageSize=1' '"profiles"' '"name"'

echo "== messages"
post "$CMO" "/v1/messages?messageId=calls-$stamp" \
  '{"title":"Calls","text":"[TB] Calls","businessUnit":"businessUnits/sua","messageClass":"INFO","channel":"EMAIL","plannedTime":"'"$soon"'","audience":{"profiles":["'"$profile"'"]}}' \
  '"DRAFT"' '"etag"'
etag="$(field etag)"
post "$CMO" "/v1/messages/calls-$stamp:check" '{}' '"audience"' '"reachable"' '"granted"' \
  '"refused"' '"collisions"'
post "$CMO" "/v1/messages/calls-$stamp:submit" "{\"etag\":\"$etag\"}" '"PROPOSED"'
act "$SECOND" "/v1/messages/calls-$stamp:return" "" '"DRAFT"'
act "$CMO" "/v1/messages/calls-$stamp:submit" "" '"PROPOSED"'
act "$SECOND" "/v1/messages/calls-$stamp:approve" "" '"APPROVED"'
act "$CMO" "/v1/messages/calls-$stamp:schedule" "" '"SCHEDULED"' '"granted": *1'
act "$CMO" "/v1/messages/calls-$stamp:release" "" '"RELEASED"'
post "$CMO" "/v1/messages?messageId=callsc-$stamp" \
  '{"title":"Calls","businessUnit":"businessUnits/sua","messageClass":"INFO","channel":"EMAIL"}' \
  '"DRAFT"'
act "$CMO" "/v1/messages/callsc-$stamp:cancel" "" '"CANCELLED"'
get "$CMO" "/v1/messages/calls-$stamp/collisions" '"collisions"'
get "$CMO" /v1/messages/m-window-a/collisions '"messages/m-window-b"' '"persons": *[1-9]' \
  '"SAME_PEOPLE"' '"freeSlots"'
post "$CMO" /v1/contacts:decide \
  '{"email":"nobody@calls.example","messageClass":"PROMOTION","channel":"EMAIL","time":"'"$soon"'"}' \
  '"granted": *false' '"refusals"' '"policies/consent"' '"version"' '"text"'
post "$CMO" /v1/contacts:decide \
  '{"profile":"'"$profile"'","messageClass":"INFO","channel":"EMAIL","time":"'"$soon"'","businessUnit":"businessUnits/sua","reserve":true,"requestId":"'"$(cat /proc/sys/kernel/random/uuid)"'"}' \
  '"granted": *true' '"reservation": *"reservations/'
post "$CMO" /v1/contacts:release "{\"reservation\":\"$(field reservation)\"}"

echo "== ghost ships"
upload "$CMO" /v1/activities:import \
  "community,timestamp,author,kind\ncallsi-$stamp,2026-11-01T08:00:00Z,lan,POST\n" '"imported"'
upload "$CMO" /v1/activities:import \
  "community,date,kind,count,people\ncallsi-$stamp,2026-11-02,COMMENT,5,3\n" '"imported": *"1"'
get "$CMO" /v1/communities/c-001/health '"state"' '"abandoned90"' '"reasons"' '"observedUntil"'
# The unit of c-145 was dissolved, so that nobody holds it.
get "$CMO" '/v1/ghostShips?pageSize=200' '"communities/c-145"' '"ORPHANED"' '"GHOST_SHIP"'
get "$CMO" '/v1/rescueCases?pageSize=200' '"rescueCases/c-145-' '"OPEN"' '"OWNER_DEPARTED"'

echo "== voices"
upload "$CMO" /v1/mentions:import \
  "id,time,platform,link,author,text,language\ncalls-$stamp,2026-11-01T08:00:00Z,facebook,https://f.example/$stamp,lan,Hàng lỗi quá,vi\n" \
  '"imported"'

echo "== a customer's rights"
post "$DATA" "/v1/$profile:withdrawConsent" '{"purpose":"INFO","channel":"EMAIL"}' \
  '"purpose": *"INFO"' '"WITHDRAWN"'
post "$PRIVACY" "/v1/$profile:exportPersonalData" '{}' parts
post "$PRIVACY" "/v1/$profile:erase" '{"reason":"asked by the customer"}' 'operations/'

echo "== who leaves"
post "$CMO" "/v1/employees/calls-b-$stamp:depart" '{}' '"DEPARTED"' "communities/callsi-$stamp"
post "$CMO" "/v1/businessUnits/calls-$stamp:dissolve" '{"reason":"calls"}' '"DISSOLVED"'

echo "== the contract itself"
get "$CMO" /openapi.json '"openapi"' '"paths"' '/v1/communities/{community}:transfer'
get "$CMO" /docs '<html' 'Community'
get "$CMO" /actuator/prometheus '^# TYPE ' '^jvm_'

echo "$asked calls, $failed not answered as they should be"
[[ "$failed" == 0 ]]
