#!/bin/sh
# Registers the Entra application that the Secretariat signs in to. It needs no secret: the hub's identity stands in for one.
# Run it as somebody who may register applications, after `az login`. It prints the client id. Run again, it finds what is there.
#   infra/scripts/create-sign-in.sh https://directory.example.org <HUB_IDENTITY_PRINCIPAL_ID>
set -eu
address=${1:?the address under which callers reach the hub, https://…}
principal=${2:?the object id of the identity of the hub: azd env get-value HUB_IDENTITY_PRINCIPAL_ID}
name='Directory hub sign-in'
credential=directory-hub
# The roles' own ids: always the same, so that a second run changes nothing.
role() {
  printf '{ "id": "%s", "value": "%s", "displayName": "%s", "description": "%s", "allowedMemberTypes": ["User"], "isEnabled": true }' "$1" "$2" "$2" "$3"
}
reviewer=$(role 5b0f6b0e-6a0a-4b7c-9d53-2f1c8e7d4a10 Reviewer 'Decides: about notices, mails and editions')
editor=$(role 0d3f2c68-51a4-4f0e-8a8e-7b1c94e0f2a3 Editor 'Prepares: writes notices, corrects what was read, plans editions, keeps recipients')
administrator=$(role c94a7e15-3c2b-4d8f-9e60-18f5a6b7d3c4 Administrator 'Gives powers away and keeps the hub running: keys, people, operations')

case $address in
  https://*) address=${address%/} ;;
  *) echo "The address must begin with https://." >&2; exit 2 ;;
esac

tenant=$(az account show --query tenantId --output tsv)
client=$(az ad app list --display-name "$name" --query '[0].appId' --output tsv)
[ -n "$client" ] || client=$(az ad app create --display-name "$name" --sign-in-audience AzureADMyOrg --query appId --output tsv)
az ad app update --id "$client" --web-redirect-uris "$address/.auth/login/aad/callback" --enable-id-token-issuance true \
  --app-roles "[$reviewer, $editor, $administrator]"

# The application's presence in the tenant: only those who are assigned may sign in.
az ad sp show --id "$client" --output none 2>/dev/null || az ad sp create --id "$client" --output none
az ad sp update --id "$client" --set appRoleAssignmentRequired=true

if [ -z "$(az ad app federated-credential list --id "$client" --query "[?name=='$credential'].name" --output tsv)" ]; then
  az ad app federated-credential create --id "$client" --output none --parameters "{
    \"name\": \"$credential\", \"issuer\": \"https://login.microsoftonline.com/$tenant/v2.0\",
    \"subject\": \"$principal\", \"audiences\": [\"api://AzureADTokenExchange\"] }"
fi
echo "$client"
