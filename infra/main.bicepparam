// What azd hands to main.bicep; docs/deploy.md says what each is. `azd env set NAME value` sets one. Those without a default must be set.
using 'main.bicep'

var exchangeOnline = 'prod.outlook.com,protection.outlook.com,outlook.office365.com,prod.exchangelabs.com'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME')
param location = readEnvironmentVariable('AZURE_LOCATION')
param size = readEnvironmentVariable('HUB_SIZE', 'pilot')
param publicAddress = readEnvironmentVariable('HUB_PUBLIC_ADDRESS', '')
param senderMailbox = readEnvironmentVariable('HUB_SENDER_MAILBOX')
param inboxes = readEnvironmentVariable('HUB_INBOXES', '')
param authServId = readEnvironmentVariable('HUB_AUTH_SERV_ID', 'none')
param ownMailHosts = readEnvironmentVariable('HUB_OWN_MAIL_HOSTS', exchangeOnline)
param ownMailNetworks = readEnvironmentVariable('HUB_OWN_MAIL_NETWORKS', '2603:1000::/24')
param callersFrom = readEnvironmentVariable('HUB_CALLERS_FROM', '')
param deployFrom = readEnvironmentVariable('HUB_DEPLOY_FROM', '')
param frontDoorId = empty(callersFrom) || empty(readEnvironmentVariable('HUB_FRONT_DOOR_ID', ''))
  ? readEnvironmentVariable('HUB_FRONT_DOOR_ID', '')
  : fail('Set HUB_CALLERS_FROM or HUB_FRONT_DOOR_ID, not both: whoever calls past Front Door writes its headers, who calls included.')
param alertAddress = readEnvironmentVariable('HUB_ALERT_ADDRESS')
param budget = int(readEnvironmentVariable('HUB_BUDGET', '1200'))
param budgetStart = readEnvironmentVariable('HUB_BUDGET_START')
param signInApplication = readEnvironmentVariable('HUB_SIGN_IN_APPLICATION', '')
param firstKey = readEnvironmentVariable('HUB_FIRST_KEY', '')
