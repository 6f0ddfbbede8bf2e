# Sourced by calls.sh: makes calls of the plan at BASE and checks their answers, counting those that
# were not as they should be.
# shellcheck shell=bash
ANSWER="$(mktemp)"
trap 'rm -f "$ANSWER" "$ANSWER.file" "$ANSWER.line"' EXIT
failed=0 asked=0

token() { # user
  curl -sS -X POST "$BASE/v1/dev/token" -H 'Content-Type: application/json' \
    -d "{\"user\":\"$1\"}" | sed 's/.*"token" *: *"\([^"]*\)".*/\1/'
}

signs_in() { # user
  local status
  status="$(curl -sS -o "$ANSWER" -w '%{http_code}' -X POST "$BASE/v1/dev/token" \
    -d "{\"user\":\"$1\"}" -H 'Content-Type: application/json')"
  judge "POST /v1/dev/token $1" 200 "$status" '"token": *"ey' '"expiresTime": *"20'
}

judge() { # title wanted-status status wanted-words...
  local title="$1" wanted="$2" status="$3" word missing=""
  shift 3
  asked=$((asked + 1))
  # What stands on several lines is looked for on one.
  tr -s ' \n' ' ' <"$ANSWER" >"$ANSWER.line"
  for word in "$@"; do
    grep -q -- "$word" "$ANSWER" "$ANSWER.line" || missing="$missing $word"
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

refused() { # wanted-status path curl-flag...
  local wanted="$1" path="$2" status with
  shift 2
  with="${2:-without a token}"
  status="$(curl -sS -o "$ANSWER" -w '%{http_code}' "$@" "$BASE$path")"
  judge "refused: ${path:0:60} ${with:0:60}" "$wanted" "$status"
}

# A call that is refused, and how: the status of the contract, a reason, what is at fault.
fails() { # wanted-status method token path json wanted-words...
  local wanted="$1" method="$2" as="$3" path="$4" body="$5" status
  shift 5
  status="$(curl -sS -g -o "$ANSWER" -w '%{http_code}' -X "$method" "$BASE$path" \
    ${body:+-d "$body"} -H "Authorization: Bearer $as" -H 'Content-Type: application/json')"
  judge "refused: $method $path" "$wanted" "$status" '"error": *{ *"code": *'"$wanted" \
    '"message"' '"details"' 'google.rpc.ErrorInfo' "$@"
}

# Until the operation of the last answer has ended.
finished() { # token wanted-words...
  local as="$1" name
  shift
  name="$(field name)"
  for _ in $(seq 120); do
    curl -sS -o "$ANSWER" "$BASE/v1/$name" -H "Authorization: Bearer $as"
    ! grep -q '"done" *: *true' "$ANSWER" || break
    sleep 0.5
  done
  get "$as" "/v1/$name" "\"name\": *\"$name\"" '"done": *true' "$@"
}

field() { # name: the last answer's first value of that name, as JSON writes it
  sed 's/[{,]/\n/g' "$ANSWER" \
    | sed -nE 's/^ *"'"$1"'" *: *"(([^"\]|\\.)*)".*/\1/p' | head -n 1
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
