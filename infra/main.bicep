// The whole hub: one resource group, everything private but the function app's HTTPS address.
metadata name = 'Directory hub'
metadata description = 'The hub of the directory of competent national authorities. docs/deploy.md says how to bring it up.'

targetScope = 'subscription'

@minLength(1)
@maxLength(20)
@description('The name of the azd environment; the names of resources and of the resource group come from it.')
param environmentName string

@minLength(1)
@description('The region of everything. It needs availability zones and Flex Consumption.')
param location string

@allowed(['pilot', 'production'])
@description('Which set of sizes.json applies: pilot is the cheapest that is still private, production survives the loss of a zone.')
param size string = 'pilot'

@description('The address under which callers reach the hub, where it has a domain of its own; empty for the function app\'s.')
param publicAddress string = ''

@description('The mailbox that mails go out from.')
param senderMailbox string

@description('The mailboxes read for notices, with commas; empty for none. Replies and reports are read where the sender is one of them.')
param inboxes string = ''

@description('The id under which our own mail server writes Authentication-Results; none where it writes no id, as Exchange Online.')
param authServId string = 'none'

@description('The domains of our own mail servers, as in Received headers, with commas; the default are all those of Exchange Online.')
param ownMailHosts string = 'prod.outlook.com,protection.outlook.com,outlook.office365.com,prod.exchangelabs.com'

@description('The networks from which our own mail servers hand mail on to each other, with commas; private ones are always.')
param ownMailNetworks string = '2603:1000::/24'

@description('The networks that may call the hub, with commas; empty for everybody, who then needs a key.')
param callersFrom string = ''

@description('The networks that the functions may be deployed from, with commas; empty for none.')
param deployFrom string = ''

@description('The id of the Front Door that alone may call the hub; empty for none.')
param frontDoorId string = ''

@description('Who is told of alerts and of the budget: a mail address.')
param alertAddress string

@minValue(1)
@description('What the hub may cost a month, in the currency of the subscription.')
param budget int = 1200

@description('The first day of the month from which the budget counts, yyyy-MM-01. It cannot change once the budget is there.')
param budgetStart string

@description('The client id of the Entra application that the Secretariat signs in to; empty for no sign-in.')
param signInApplication string = ''

@secure()
@description('The Secretariat\'s first key, by which all others are issued; empty once there are others.')
param firstKey string = ''

// The containers of docs/storage.md. kept: blobs can be neither changed nor deleted for the size's originalsKeptDays. tagged: the
// functions read the malware scan's verdicts, which are tags, from it.
var containers = [
  { name: 'originals', kept: true, tagged: false }
  { name: 'quarantine', kept: false, tagged: true }
  { name: 'documents', kept: false, tagged: false }
  { name: 'editions', kept: false, tagged: false }
  { name: '$web', kept: false, tagged: false }
]

// The tables of docs/storage.md.
var tables = [
  'Register'
  'Notices'
  'Documents'
  'Mails'
  'Outbox'
  'Cursors'
  'Deliveries'
  'Subscribers'
  'Recipients'
  'Endpoints'
  'Keys'
  'Failures'
  'Erasures'
]

@description('What differs from one size to the other: an entry of sizes.json.')
type Size = {
  zoneRedundant: bool
  dataReplication: 'Standard_ZRS' | 'Standard_GZRS'
  serviceBusCapacity: 1 | 2 | 4 | 8 | 16
  instanceMemory: 512 | 2048 | 4096
  @minValue(40)
  @maxValue(1000)
  largestInstanceCount: int
  alwaysReady: { name: string, instanceCount: int }[]
  @minValue(1)
  originalsKeptDays: int
  @minValue(30)
  @maxValue(730)
  logDays: int
  @minValue(1)
  logGigabytesADay: int
  @minValue(10)
  scanGigabytesAMonth: int
  locked: bool
}

@description('For how many days each kind of personal data is kept: an entry of retention.json a kind. docs/privacy.md says why so long.')
type Retention = {
  @minValue(1)
  @maxValue(65535)
  noticeDays: int
  @minValue(1)
  @maxValue(65535)
  translationDays: int
  @minValue(1)
  @maxValue(65535)
  dismissedMailDays: int
  @minValue(1)
  @maxValue(65535)
  otherMailDays: int
  @minValue(1)
  @maxValue(65535)
  undecidedMailDays: int
  @minValue(1)
  @maxValue(65535)
  senderDays: int
  @minValue(1)
  @maxValue(65535)
  deliveryDays: int
  @minValue(1)
  @maxValue(65535)
  settledFailureDays: int
  @minValue(1)
  @maxValue(65535)
  failureDays: int
  @minValue(1)
  @maxValue(65535)
  errorDays: int
  @minValue(1)
  @maxValue(65535)
  endedKeyDays: int
  @minValue(1)
  @maxValue(65535)
  lastUseDays: int
  @minValue(1)
  @maxValue(65535)
  actionDays: int
}

var retention Retention = loadJsonContent('retention.json')
var sizes { pilot: Size, production: Size } = loadJsonContent('sizes.json')
var chosen = sizes[size]
var names = loadJsonContent('abbreviations.json')
var token = toLower(uniqueString(subscription().id, environmentName, location))
var suffix = '${environmentName}-${token}'
var tags = { 'azd-env-name': environmentName, application: 'directory-hub', size: size }

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: '${names.resourceGroup}${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: { name: '${names.identity}${suffix}', location: location, tags: tags }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    workspaceName: '${names.logAnalytics}${suffix}'
    appInsightsName: '${names.appInsights}${suffix}'
    location: location
    tags: tags
    retentionDays: chosen.logDays
    gigabytesADay: chosen.logGigabytesADay
    publisherId: identity.outputs.principalId
  }
}

module actionGroup 'modules/actionGroup.bicep' = {
  scope: group
  params: { name: '${names.actionGroup}${suffix}', tags: tags, address: alertAddress }
}

module network 'modules/network.bicep' = {
  scope: group
  params: { names: names, suffix: suffix, location: location, tags: tags, workspaceId: monitoring.outputs.workspaceId }
}

module hostStorage 'modules/hostStorage.bicep' = {
  scope: group
  params: {
    name: '${names.storageAccount}host${token}'
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    functionsId: identity.outputs.principalId
  }
}

module dataStorage 'modules/dataStorage.bicep' = {
  scope: group
  params: {
    name: '${names.storageAccount}data${token}'
    location: location
    tags: tags
    replication: chosen.dataReplication
    containers: containers
    tables: tables
    keptDays: chosen.originalsKeptDays
    locked: chosen.locked
    workspaceId: monitoring.outputs.workspaceId
    functionsId: identity.outputs.principalId
  }
}

module malwareScan 'modules/malwareScan.bicep' = {
  scope: group
  params: {
    topicName: '${names.eventGridTopic}${suffix}'
    location: location
    tags: tags
    storageName: dataStorage.outputs.name
    serviceBusName: serviceBus.outputs.name
    queueName: 'notices'
    gigabytesAMonth: chosen.scanGigabytesAMonth
    workspaceId: monitoring.outputs.workspaceId
  }
}

module serviceBus 'modules/serviceBus.bicep' = {
  scope: group
  params: {
    name: '${names.serviceBus}${suffix}'
    location: location
    tags: tags
    capacity: chosen.serviceBusCapacity
    zoneRedundant: chosen.zoneRedundant
    workspaceId: monitoring.outputs.workspaceId
    functionsId: identity.outputs.principalId
  }
}

module keyVault 'modules/keyVault.bicep' = {
  scope: group
  params: {
    name: '${names.keyVault}${token}'
    location: location
    tags: tags
    locked: chosen.locked
    workspaceId: monitoring.outputs.workspaceId
    functionsId: identity.outputs.principalId
    eventsName: '${names.eventGridSystemTopic}vault-${suffix}'
    actionGroupId: actionGroup.outputs.id
    hasFirstKey: !empty(firstKey)
    firstKey: firstKey
  }
}

module translator 'modules/translator.bicep' = {
  scope: group
  params: {
    name: '${names.translator}${suffix}'
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    functionsId: identity.outputs.principalId
  }
}

module privateLinks 'modules/privateLinks.bicep' = {
  scope: group
  params: {
    prefix: '${names.privateEndpoint}${suffix}'
    location: location
    tags: tags
    networkId: network.outputs.id
    subnetId: network.outputs.endpointSubnetId
    services: [
      { name: 'host-blob', id: hostStorage.outputs.id, group: 'blob' }
      { name: 'host-table', id: hostStorage.outputs.id, group: 'table' }
      { name: 'data-blob', id: dataStorage.outputs.id, group: 'blob' }
      { name: 'data-table', id: dataStorage.outputs.id, group: 'table' }
      { name: 'service-bus', id: serviceBus.outputs.id, group: 'namespace' }
      { name: 'key-vault', id: keyVault.outputs.id, group: 'vault' }
      { name: 'translator', id: translator.outputs.id, group: 'account' }
    ]
  }
}

module functionApp 'modules/functionApp.bicep' = {
  scope: group
  params: {
    name: '${names.functionApp}${suffix}'
    planName: '${names.functionPlan}${suffix}'
    location: location
    tags: tags
    zoneRedundant: chosen.zoneRedundant
    instanceMemory: chosen.instanceMemory
    largestInstanceCount: chosen.largestInstanceCount
    alwaysReady: chosen.alwaysReady
    subnetId: network.outputs.appSubnetId
    identityName: identity.outputs.name
    hostStorageName: hostStorage.outputs.name
    deploymentContainer: hostStorage.outputs.deploymentContainer
    dataStorageName: dataStorage.outputs.name
    serviceBusName: serviceBus.outputs.name
    appInsightsName: monitoring.outputs.appInsightsName
    workspaceId: monitoring.outputs.workspaceId
    publicAddress: publicAddress
    senderMailbox: senderMailbox
    inboxes: inboxes
    authServId: authServId
    ownMailHosts: ownMailHosts
    ownMailNetworks: ownMailNetworks
    callersFrom: callersFrom
    deployFrom: deployFrom
    frontDoorId: frontDoorId
    signingKeyUri: keyVault.outputs.signingKeyUri
    protectionKeyUri: keyVault.outputs.protectionKeyUri
    translatorEndpoint: translator.outputs.endpoint
    hasFirstKey: !empty(firstKey)
    firstKeyUri: keyVault.outputs.firstKeyUri
    signInApplication: signInApplication
    originalsKeptDays: chosen.originalsKeptDays
    retention: retention
  }
  dependsOn: [privateLinks]
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    actionGroupId: actionGroup.outputs.id
    publicAddress: functionApp.outputs.address
    workspaceId: monitoring.outputs.workspaceId
    appInsightsId: monitoring.outputs.appInsightsId
    serviceBusId: serviceBus.outputs.id
    translatorId: translator.outputs.id
  }
}

module workbook 'modules/workbook.bicep' = {
  scope: group
  params: { location: location, tags: tags, workspaceId: monitoring.outputs.workspaceId, serviceBusId: serviceBus.outputs.id }
}

module spending 'modules/budget.bicep' = {
  scope: group
  params: {
    name: '${names.budget}${suffix}'
    amount: budget
    start: budgetStart
    actionGroupId: actionGroup.outputs.id
    address: alertAddress
  }
}

@description('The region, as azd wants it.')
output AZURE_LOCATION string = location

@description('The resource group, as azd wants it.')
output AZURE_RESOURCE_GROUP string = group.name

@description('The function app.')
output HUB_FUNCTION_APP string = functionApp.outputs.name

@description('Where callers reach the hub.')
output HUB_ADDRESS string = functionApp.outputs.address

@description('The client id of the hub\'s identity: infra/scripts/grant-mail.ps1 wants it.')
output HUB_IDENTITY_CLIENT_ID string = identity.outputs.clientId

@description('The object id of the hub\'s identity: infra/scripts/grant-mail.ps1 wants it.')
output HUB_IDENTITY_PRINCIPAL_ID string = identity.outputs.principalId

@description('The address from which webhooks and mails go out; a partner may want to allow it.')
output HUB_OUTBOUND_ADDRESS string = network.outputs.outboundAddress
