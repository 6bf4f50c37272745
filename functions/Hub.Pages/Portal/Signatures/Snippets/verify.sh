#!/bin/bash
# To look at one request by hand: the body in a file, the rest in variables. NOW is the present time unless you set it.
#   SECRET=whsec_… ID=evt-… TIMESTAMP=… SIGNATURE='v1,…' bash verify.sh < body
set -euo pipefail
[[ $TIMESTAMP =~ ^[0-9]{1,12}$ ]] || { echo 'the time is no number'; exit 1; }
age=$(( ${NOW:-$(date +%s)} - 10#$TIMESTAMP ))
(( age <= 300 && age >= -300 )) || { echo 'the time is more than five minutes off'; exit 1; }
key=$(printf '%s' "${SECRET#whsec_}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \n')
expected=v1,$({ printf '%s.%s.' "$ID" "$TIMESTAMP"; cat; } \
  | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | openssl base64 -A)
for given in $SIGNATURE; do
  if [[ $given == "$expected" ]]; then echo 'genuine'; exit 0; fi
done
echo 'not genuine'
exit 1
