#!/bin/sh
# Run by azd before it provisions: sets what has a good answer, and says at once what only the operator knows.
set -eu

# A budget's first month cannot change once it is there.
[ -n "${HUB_BUDGET_START:-}" ] || azd env set HUB_BUDGET_START "$(date -u +%Y-%m-01)"

missing=
for name in HUB_SENDER_MAILBOX HUB_ALERT_ADDRESS; do
  eval "value=\${$name:-}"
  [ -n "$value" ] || missing="$missing $name"
done
[ -z "$missing" ] || { echo "Missing:$missing. Set each with: azd env set NAME value (docs/deploy.md)." >&2; exit 1; }
