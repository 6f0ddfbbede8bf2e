#!/usr/bin/env bash
# Makes every call of the contract to a running demonstration, and checks each answer. What is there
# is only asked; whatever is changed, the script has made itself.
# Usage: calls.sh [ADDRESS]. Needs curl. Ends with 0 if every call was answered as it should be.
set -u
BASE="${1:-http://127.0.0.1:8080}"
# shellcheck source=infra/build/asking.sh
source "$(dirname "${BASH_SOURCE[0]}")/asking.sh"

stamp="$(date +%s)"
# As the demonstration's: after a real prefix a number that begins with 0; a province never given.
phone="0900${stamp: -6}" citizen="003190${stamp: -6}"
# A Tuesday in Vietnam, some weeks ahead: in the morning, at night, and the morning after.
day="$(date -u -d "next tuesday + 14 days" +%Y-%m-%d)"
soon="${day}T03:00:00Z" late="${day}T16:00:00Z"
allowed="$(date -u -d "$day + 1 day" +%Y-%m-%d)T00:00:00Z"

echo "== the door"
for user in cmo cmo-2 unit unit-b data privacy auditor admin; do
  signs_in "$user"
done
CMO="$(token cmo)" SECOND="$(token cmo-2)" DATA="$(token data)" PRIVACY="$(token privacy)"
fails 404 POST "$CMO" /v1/dev/token '{"user":"nobody"}' '"status": *"NOT_FOUND"'
refused 200 /actuator/health
refused 401 /v1/portfolio
refused 401 /v1/communities
refused 401 /actuator/prometheus
refused 403 /actuator/health -H 'Host: plan.example'
refused 403 /v1/portfolio -H 'Origin: http://elsewhere.example' -H "Authorization: Bearer $CMO"

refused 400 "/v1/communities/$(printf '%3000s' '' | tr ' ' x)" -H "Authorization: Bearer $CMO"
refused 400 /v1/portfolio -H "X-Purpose: $(printf '%7000s' '' | tr ' ' x)" \
  -H "Authorization: Bearer $CMO"

echo "== the plan"
get "$CMO" /v1/portfolio '"asOfTime": *"20' \
  '"communities": { "total": *"[1-9][0-9]*", "byState": {[^}]*"LIVE"' '"byHealth": {[^}]*"ORPHANED"' \
  '"segment": *"segments/me-be", "title": *"Mẹ và bé", "communities": *"[1-9]' \
  '"known": *"[0-9]' '"active": *"[0-9]' '"segment": *"segments/cao-tuoi"[^}]*"gaps": \[ *"[A-Z]' \
  '"ghostShips": *"[1-9]' '"customersAboard": { "value": *"[0-9]*", "low": *"[0-9]*", "high": *"[1-9]' \
  '"collisions": *"[1-9]' '"waitingDecisions": *"[1-9]' '"sources": { "total": *"[1-9][0-9]' \
  '"retired": *"[0-9]' '"records": *"[1-9]' '"profiles": *"[1-9]' '"duplicateInflation": *[1-9]' \
  '"people": { "value": *"[1-9][0-9]*", "low": *"[1-9][0-9]*", "high": *"[1-9]' \
  '"duplicateInflationLow": *[1-9]'
get "$CMO" /v1/communities/c-001 '"name": *"communities/c-001"' '"title": *"Mẹ bỉm sữa"' \
  '"kind": *"PAGE"' '"mode": *"OWNED"' '"purpose": *"INSIGHT"' '"objective": *"AWARENESS"' \
  '"segments": *\[ *"segments/me-be" *\]' '"businessUnit": *"businessUnits/sua"' \
  '"owner": *"employees/e-003"' '"deputies": *\[ *"employees/e-004" *\]' '"sponsor": *""' \
  '"state": *"LIVE"' '"permit": *"UNPERMITTED"' '"health": *"[A-Z]' '"etag": *".'
get "$CMO" '/v1/communities?pageSize=2&filter=state=LIVE' '"communities"' '"nextPageToken": *".'
largest='/v1/communities?pageSize=1&orderBy=declared_members%20desc'
get "$CMO" "$largest" '"communities/c-010"' '"declaredMembers": *"480000"'
page="$(field nextPageToken)"
get "$CMO" "$largest&pageToken=$page" '"communities/c-011"' '"declaredMembers": *"265000"'
fails 400 GET "$CMO" "/v1/communities?pageSize=1&pageToken=$page" '' '"INVALID_ARGUMENT"'
fails 400 GET "$CMO" '/v1/communities?pageSize=-1' '' '"INVALID_ARGUMENT"' \
  'google.rpc.BadRequest' '"field": *"page_size"'
fails 400 GET "$CMO" '/v1/communities?orderBy=whatever' '' '"INVALID_ARGUMENT"'
fails 404 GET "$CMO" /v1/communities/nowhere '' '"NOT_FOUND"'
fails 403 POST "$(token auditor)" '/v1/segments?segmentId=calls' '{"title":"Calls"}' '"PERMISSION_DENIED"'
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
etag="$(field etag)"
send PATCH "$CMO" "$community" "{\"title\":\"Calls again\",\"etag\":\"$etag\"}" \
  '"Calls again"'
fails 409 PATCH "$CMO" "$community" '{"title":"Too late","etag":"'"$etag"'"}' '"ABORTED"'
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
  '"imported": *"1", "updated": *"0"' '"rejected": *\[ *{ "line": *"3", "field": *"[a-z]' '"value"' \
  '"reason": *".' '"importId": *".'
upload "$CMO" /v1/communities:import \
  "id,title,link,platform,unit,owner\ncallsi-$stamp,Imported again,https://calls-$stamp.example,zalo,calls-$stamp,calls-b-$stamp\n" \
  '"imported": *"0", "updated": *"1"'
workbook
hand "$CMO" /v1/communities:import \
  application/vnd.openxmlformats-officedocument.spreadsheetml.sheet '"rejected": *\[\]'
get "$CMO" /v1/communities/calls-sheet '"From a sheet"'
upload "$CMO" "/v1/communities/callsi-$stamp/members:import" \
  "handle,email\nlan,lan-$stamp@calls.example\n" '"imported": *"1", "known": *"0"' '"unknown"' '"waiting"'

echo "== customers"
post "$DATA" "/v1/sources?sourceId=calls-$stamp" '{"title":"Calls"}' '"name"'
post "$DATA" "/v1/sources/calls-$stamp:suggestMapping" \
  '{"header":["id","ho ten","email","dien thoai","cccd","facebook"],
    "rows":[{"cells":["1","Lan","lan@calls.example","'"$phone"'","'"$citizen"'","lan.pham"]}]}' \
  '"mapping"' '"nationalId"' '"dien thoai"'
upload "$DATA" "/v1/sources/calls-$stamp:load" \
  "id,ho ten,email,dien thoai,cccd,facebook\n1,Phạm Lan,lan-$stamp@calls.example,$phone,$citizen,lan.$stamp\n2,Phạm Thị Lan,,,,\n3,Pham Lan,lan-$stamp@calls.example,,,\n,Không Mã,,,,\n" \
  '"name": *"operations/profiles-' '"done"'
finished "$DATA" '"metadata"' '"read": *"4", "accepted": *"3", "rejected": *"1"' \
  "\"bytes\": *\"$(wc -c <"$ANSWER.file")\", \"totalBytes\": *\"$(wc -c <"$ANSWER.file")\""
# Nothing is replaced by this: the board says what keeps it, and what does not add up is refused.
get "$CMO" '/v1/replacements?pageSize=5' '"replacements": *\[ *{ "name": *"sources/' '"blockers"' \
  '"total": *"[1-9]' '"retired": *"[0-9]' '"counts": *\[ *{ "state": *"[A-Z]'
get "$DATA" "/v1/sources/calls-$stamp/replacement" '"state": *"LOADED"' '"nextState": *"RECONCILED"' \
  '"code": *"BLOCKED_MAPPING", "text": *".' '"etag": *".'
etag="$(field etag)"
said='"reason":"calls","etag":"'"$etag"'"}'
fails 400 POST "$DATA" "/v1/sources/calls-$stamp:reconcile" '{"rows":"9",'"$said" \
  '"FAILED_PRECONDITION"' '"RECONCILE_ROWS"' 'read 4'
fails 400 POST "$DATA" "/v1/sources/calls-$stamp:advance" '{"state":"SHADOW",'"$said" '"SOURCE_STEP"'
fails 400 POST "$DATA" "/v1/sources/calls-$stamp:return" "{$said" '"SOURCE_NO_WAY_BACK"'
fails 403 POST "$DATA" "/v1/sources/calls-$stamp:signOff" "{$said" '"PERMISSION_DENIED"'
fails 400 POST "$DATA" "/v1/sources/calls-$stamp:retire" "{$said" '"SOURCE_STEP"'
fails 403 GET "$DATA" "/v1/sources/calls-$stamp:giveBack" '' '"PURPOSE_MISSING"'
# What the load took already, something new, and a row without the id that its mapping asks for.
pushed='{"rows":[{"cells":{"id":"2","ho ten":"Phạm Thị Lan"}},
  {"cells":{"id":"4","ho ten":"Pham Lan","email":"lan-'$stamp'@calls.example"}},
  {"cells":{"ho ten":"Không Mã"}}]}'
push="/v1/sources/calls-$stamp/records:batchUpsert"
post "$DATA" "$push" "$pushed" \
  "\"outcome\": *\"UNCHANGED\", \"record\": *\"sources/calls-$stamp/records/2\", \"profile\": *\"profiles/" \
  "\"outcome\": *\"IMPORTED\", \"record\": *\"sources/calls-$stamp/records/4\", \"profile\": *\"profiles/" \
  '"outcome": *"REJECTED"' '"line": *"3", "field": *"id"'
fails 403 POST "$CMO" "$push" "$pushed" '"PERMISSION_DENIED"'
right='{"values":{"fullName":"Phạm Thị Lan Anh"},"reason":"calls"}'
post "$DATA" "/v1/sources/calls-$stamp/records/2:correct" "$right" '"version": *2' \
  '"corrected": *{ "fullName": *"P'
fails 400 POST "$DATA" "/v1/sources/calls-$stamp/records/2:correct" \
  '{"values":{"phone":"12"},"reason":"calls"}' '"INVALID_ARGUMENT"' 'values.phone'
fails 403 POST "$CMO" "/v1/sources/calls-$stamp/records/2:correct" "$right" '"PERMISSION_DENIED"'
# It was uploaded; which databases may be pulled from instead is the installation's to say.
connection="/v1/sources/calls-$stamp/connection"
get "$DATA" "$connection" "\"name\": *\"sources/calls-$stamp/connection\"" '"url": *""' '"etag": *".'
fails 403 GET "$CMO" "$connection" '' '"PERMISSION_DENIED"'
fails 400 PATCH "$DATA" "$connection" \
  '{"url":"jdbc:postgresql://db.example/crm","user":"plan","table":"people"}' \
  '"INVALID_ARGUMENT"' '"field": *"connection.url"' 'db.example is not among the hosts'
fails 400 POST "$DATA" "$connection:test" '{}' '"FAILED_PRECONDITION"' '"CONNECTION_MISSING"'
fails 400 POST "$DATA" "$connection:compareKeys" '{}' '"FAILED_PRECONDITION"' '"CONNECTION_MISSING"'
fails 400 POST "$DATA" "/v1/sources/calls-$stamp:pull" '{}' '"FAILED_PRECONDITION"'
first="sources/calls-$stamp/records/1" second="sources/calls-$stamp/records/2"
third="sources/calls-$stamp/records/3" fourth="sources/calls-$stamp/records/4"
get "$DATA" "/v1/profiles:lookup?email=lan-$stamp@calls.example" '"name": *"profiles/' \
  '"aliases": *\[' '"values": { "' "\"value\": *\"lan-$stamp@calls.example\"" \
  "\"source\": *\"sources/calls-$stamp\", \"record\": *\"$first\", \"time\": *\"20" \
  '"rule": *"[a-zA-Z]' "\"records\": *\[ *\"$first\", \"$third\", \"$fourth\" *\]" '"consents"' '"segments"' \
  '"memberships"'
profile="$(field name)"
get "$DATA" "/v1/$profile:explain" "\"left\": *\"$first\", \"right\": *\"$third\", \"weight\": *[1-9]" \
  '"probability": *[01]' '"contributions": *\[ *{ "field"' \
  '"field": *"email", "level": *"E[A-Z]*", "weight": *[1-9]' \
  '"tfAdjustment"'
get "$DATA" "/v1/profiles:lookup?record=$second" '"name"' "$second"
other="$(field name)"
for key in "record=$first" "phone=$phone" "nationalId=$citizen" "handle=facebook:lan.$stamp"; do
  get "$DATA" "/v1/profiles:lookup?$key" "\"name\": *\"$profile\"" "$first"
done
get "$DATA" /v1/profiles:crosswalk '^source,record,profile' "^calls-$stamp,1,$profile" \
  "^calls-$stamp,3,$profile" "^calls-$stamp,2,$other"
get "$DATA" '/v1/profiles:export?filter=source%3D%22sources%2Fcalls-'"$stamp"'%22' '^profile,aliases,fullName' \
  "^$profile,"
get "$DATA" "/v1/profileExports?profile=$profile" '"name": *"profileExports/' '"masked": *true' \
  '"state": *"COMPLETE"' '"people": *"[1-9]'
get "$DATA" /v1/snapshots '"snapshots"'
fails 400 POST "$DATA" /v1/snapshots '{}' '"FAILED_PRECONDITION"' '"SNAPSHOT_FOLDER_MISSING"'
upload "$DATA" /v1/dealings:import \
  "id,time,source,record,amount\nA-$stamp,2026-11-01T08:00:00Z,calls-$stamp,1,250000\n" '"imported": *"1"'
post "$DATA" /v1/dealings:batchCreate \
  '{"rows":[{"cells":{"time":"2026-11-02T08:00:00Z","handle":"lan.'"$stamp"'","community":"callsi-'"$stamp"'","kind":"POST"}},
    {"cells":{"time":"2026-11-02T08:00:00Z","source":"calls-'"$stamp"'","record":"2","community":"callsi-'"$stamp"'","kind":"POST"}}]}' \
  '"imported": *"2"'
# Whether an order counts is for the installation to say; the demonstration counts those of a year.
get "$CMO" "/v1/$profile/relations" '"valueRule": *"[A-Z]'
[[ "$(field valueRule)" == NONE ]] && counted=ordersLeftOut || counted=orders
get "$CMO" "/v1/$profile/relations" "\"$counted\": *1" \
  "\"community\": *\"communities/callsi-$stamp\", \"strength\": *0\.[0-9]" '"handles": *\[ *{'
get "$CMO" "/v1/$profile/fragmentation" '"units": *[0-9]' '"communities": *[0-9]' \
  '"voices": *[0-9]' '"missing": *\[\]'
get "$CMO" /v1/fragmentation '"buckets": *\[ *{ "units": *0, "mostUnits": *0' '"sampled": *"[1-9]'
get "$CMO" "/v1/potentialCustomers?community=communities/callsi-$stamp&strength=0" "\"profile\": *\"$other\""
get "$CMO" "/v1/communities/callsi-$stamp/audience" '"listed": *"' '"completeness"' '"channels"'
get "$CMO" "/v1/communities/callsi-$stamp/promotionEffect" '"listed": *"' '"basis": *"OBSERVED"' \
  '"tooFew": *true'
fails 403 GET "$CMO" /v1/profileExports '' '"PERMISSION_DENIED"'
post "$DATA" /v1/profiles:merge "{\"profiles\":[\"$profile\",\"$other\"],\"reason\":\"calls\"}" \
  '"aliases"' "$first" "$second"
# Whichever name was given up goes on meaning the person.
merged="$(field name)"
[[ "$merged" == "$profile" ]] && alias="$other" || alias="$profile"
get "$DATA" "/v1/$alias" "\"name\": *\"$merged\"" "\"aliases\": *\[ *\"$alias\" *\]"
get "$DATA" "/v1/$profile:explain" "\"right\": *\"$second\""
post "$DATA" "/v1/$profile:split" "{\"records\":[\"$second\"],\"reason\":\"calls\"}" \
  '"profiles"' "\"$profile\"" "\"$other\""
for channel in EMAIL SMS; do
  post "$DATA" "/v1/$profile:grantConsent" \
    '{"purpose":"INFO","channel":"'"$channel"'","evidence":"calls"}' '"GRANTED"'
done
get "$DATA" '/v1/profiles?pageSize=1&orderBy=records%20desc' '"profiles"' '"name"' '"nextPageToken": *".'
# Who was nobody's customer when the list came in is known now.
upload "$CMO" "/v1/communities/callsi-$stamp/members:import" \
  "handle,email\nlan,lan-$stamp@calls.example\n" '"known": *"1", "unknown": *"0"'

echo "== messages"
post "$CMO" "/v1/messages?messageId=calls-$stamp" \
  '{"title":"Calls","text":"[TB] Calls","businessUnit":"businessUnits/sua","messageClass":"INFO","channel":"EMAIL","plannedTime":"'"$soon"'","audience":{"profiles":["'"$profile"'"]}}' \
  '"DRAFT"' '"etag"'
etag="$(field etag)"
post "$CMO" "/v1/messages/calls-$stamp:check" '{}' '"audience": *1, "reachable": *1, "granted": *1' \
  '"refused": *\[ *\]' '"collisions": *\[ *\]'
# An audience of a community that the demonstration has: not everybody agreed to text messages.
post "$CMO" /v1/messages/m-window-a:check '{}' '"audience": *[1-9]' '"reachable": *[0-9]' \
  '"refused": *\[ *{ "rule": *"policies/consent", "count": *[1-9][0-9]*, "example": *"profiles/' \
  '"collisions": *\[ *{ "message": *"messages/m-' '"persons": *[1-9]' '"reason": *"[A-Z_]' '"freeSlots"'
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
  '"granted": *false' '"refusals": *\[ *{' '"rule": *"policies/consent"' '"version": *".' '"text": *".'
# At night no text message goes out; in the morning it may.
post "$CMO" /v1/contacts:decide \
  '{"phone":"'"$phone"'","messageClass":"INFO","channel":"SMS","time":"'"$late"'"}' \
  '"granted": *false' '"policies/quiet-hours-sms"' "\"nextAllowedTime\": *\"$allowed\""
# Of the approved message, by address; asked twice by one id, it is held once.
wanted='{"email":"lan-'"$stamp"'@calls.example","message":"messages/calls-'"$stamp"'","messageClass":"INFO","channel":"EMAIL","time":"'"$soon"'","reserve":true,"requestId":"'"$(cat /proc/sys/kernel/random/uuid)"'"}'
post "$CMO" /v1/contacts:decide "$wanted" '"granted": *true' '"reservation": *"reservations/' \
  '"refusals": *\[ *\]'
reservation="$(field reservation)"
post "$CMO" /v1/contacts:decide "$wanted" '"granted": *true' "\"reservation\": *\"$reservation\""
post "$CMO" /v1/contacts:release "{\"reservation\":\"$reservation\"}"

echo "== ghost ships"
upload "$CMO" /v1/activities:import \
  "community,timestamp,author,kind,inReplyTo,bot\ncallsi-$stamp,2026-11-01T08:00:00Z,lan,POST,,\n" \
  '"imported": *"1"'
upload "$CMO" /v1/activities:import \
  "community,date,kind,count,people\ncallsi-$stamp,2026-11-02,COMMENT,5,3\n" '"imported": *"1"'
get "$CMO" /v1/communities/c-001/health '"state": *"ALIVE"' \
  '"abandoned90": { "p": *0\.[0-9]*, "low": *[0-9.E-]*, "high": *0\.' '"abandoned365": { "p": *0\.[0-9]' \
  '"basis": *"[A-Z]*_RHYTHM"' '"reasons"' '"observedUntil": *"20' '"ownerSilentDays": *[0-9]'
# The unit of c-145 was dissolved, so that nobody holds it.
get "$CMO" /v1/communities/c-145/health '"state": *"ORPHANED"' \
  '"code": *"OWNER_DEPARTED", "contribution": *[0-9.-]*, "text": *".'
get "$CMO" '/v1/ghostShips?pageSize=200' '"communities/c-145"' '"ORPHANED"' '"GHOST_SHIP"'
get "$CMO" '/v1/rescueCases?pageSize=200' '"rescueCases/c-145-' '"OPEN"' '"OWNER_DEPARTED"'

echo "== voices"
post "$CMO" "/v1/feedback?feedbackId=calls-$stamp" \
  '{"type":"CRITICISM","text":"Nắp khó mở","author":"facebook:lan.'"$stamp"'"}' \
  '"authorStanding": *"UNKNOWN_AUTHOR"' '"platform": *"facebook"'
post "$CMO" /v1/feedback:batchCreate \
  '{"requests":[{"feedbackId":"callsb-'"$stamp"'","feedback":{"type":"SUGGESTION","text":"Hộp nhỏ hơn"}}]}' \
  '"created": *1'
fails 400 POST "$CMO" /v1/feedback '{"text":"Nắp khó mở"}' '"INVALID_ARGUMENT"' '"field": *"feedback.type"'
post "$CMO" /v1/feedback:resolveAuthors '{}' '"current": *[0-9]' '"unknown": *[1-9]' '"nextPageToken"'
get "$CMO" "/v1/feedback/calls-$stamp" '"authorStanding": *"CURRENT_CUSTOMER"' "\"profile\": *\"profiles/"
get "$CMO" '/v1/feedback?filter=type%20%3D%20SUGGESTION&pageSize=5' "feedback/callsb-$stamp"
get "$CMO" /v1/feedback:summarize '"type": *"ANALYSIS", "authorStanding": *"UNKNOWN_AUTHOR", "feedback": *"0"'
upload "$CMO" /v1/mentions:import \
  "id,time,platform,link,author,text,language\ncalls-$stamp,2026-11-01T08:00:00Z,facebook,https://f.example/$stamp,lan,Hàng lỗi quá,vi\n" \
  '"imported"'

echo "== a customer's rights"
post "$DATA" "/v1/$profile:withdrawConsent" '{"purpose":"INFO","channel":"EMAIL"}' \
  '"purpose": *"INFO"' '"WITHDRAWN"'
post "$PRIVACY" "/v1/$profile:exportPersonalData" '{}' "\"profile\": *\"$profile\"" \
  '"service": *"customer-profiles"' '"service": *"community-registry"' '"service": *"message-governance"' \
  "lan-$stamp@calls.example" '"missing": *\[ *\]'
upload "$PRIVACY" /v1/doNotCall:import "phone\n0912$(printf '%06d' $((stamp % 1000000)))\n" '"imported": *"1"'
post "$PRIVACY" /v1/doNotCall:remove \
  "{\"phone\":\"0912$(printf '%06d' $((stamp % 1000000)))\",\"reason\":\"calls\"}" '"freed"' '"barred"'
post "$PRIVACY" /v1/privacyRequests \
  "{\"kind\":\"ACCESS\",\"profile\":\"$profile\",\"reference\":\"calls-$stamp\"}" \
  '"state": *"RECEIVED"' '"rule": *"vn-' '"daysLeft": *[1-9]'
get "$PRIVACY" '/v1/privacyRequests?filter=open%20%3D%20true' "calls-$stamp"
post "$PRIVACY" "/v1/$profile:erase" '{"reason":"asked by the customer"}' \
  '"name": *"operations/profiles-'
finished "$PRIVACY" '"response"' '"erased": *"[1-9]' '"customer-profiles"' '"community-registry"'
fails 404 GET "$DATA" "/v1/profiles:lookup?email=lan-$stamp@calls.example" '' '"NOT_FOUND"'
fails 404 GET "$DATA" "/v1/profiles:lookup?record=$first" '' '"NOT_FOUND"'
# Who was not asked for is there as before.
get "$DATA" "/v1/profiles:lookup?record=$second" "\"name\": *\"$other\""

echo "== who leaves"
post "$CMO" "/v1/employees/calls-b-$stamp:depart" '{}' '"DEPARTED"' "communities/callsi-$stamp"
post "$CMO" "/v1/businessUnits/calls-$stamp:dissolve" '{"reason":"calls"}' '"DISSOLVED"'

echo "== the contract itself"
refused 200 /.well-known/jwks.json
get "$CMO" /openapi.json '"openapi": *"3' '/v1/portfolio"' '/v1/communities:import"' \
  '/v1/communities/{community}/members:import"' '/v1/communities/{community}:transfer"' \
  '/v1/sources/{source}:load"' '/v1/operations/{operation}"' '/v1/profiles:lookup"' \
  '/v1/profiles:crosswalk"' '/v1/profiles/{profile}:explain"' '/v1/profiles/{profile}:erase"' \
  '/v1/privacyRequests/{privacyRequest}:verify"' \
  '/v1/messages/{message}:check"' '/v1/contacts:decide"' '/v1/activities:import"' \
  '/v1/communities/{community}/health"' '/v1/ghostShips"' '/v1/rescueCases"' '/v1/mentions:import"' \
  '/v1/employees/{employee}:depart"' '/v1/businessUnits/{businessUnit}:dissolve"'
get "$CMO" /docs '<html' 'Community'
get "$CMO" /actuator/prometheus '^# TYPE ' '^jvm_' 'service="gateway"' \
  '^grpc_server_.*service="community-registry"' '^grpc_server_.*service="customer-profiles"' \
  '^grpc_server_.*service="message-governance"' '^grpc_server_.*service="abandonment-detection"' \
  '^grpc_server_.*service="social-listening"'

echo "$asked calls, $failed not answered as they should be"
[[ "$failed" == 0 ]]
