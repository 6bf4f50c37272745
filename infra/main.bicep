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

@description('The mailboxes that are read for notices, with commas; empty for none. What the sender mailbox gets (answers, reports) is read where it is one of them.')
param inboxes string = ''

@description('The id under which our own mail server writes Authentication-Results; none for a server that writes no id, as Exchange Online.')
param authServId string = 'none'

@description('The domains of our own mail servers, as in Received headers, with commas.')
param ownMailHosts string = 'prod.outlook.com,protection.outlook.com'

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

// The queues of docs/queues.md. A new queue is one more line here.
var queues = [
  'notices'
  'mail'
  'webhooks'
  'links'
  'editions'
  'documents'
  'mailbox'
]

// The containers of docs/storage.md. kept: blobs can be neither changed nor deleted for the size's originalsKeptDays. translated: open to
// the translator. tagged: the functions read the malware scan's verdicts, which are tags, from it.
var containers = [
  { name: 'originals', kept: true, translated: false, tagged: true }
  { name: 'quarantine', kept: false, translated: false, tagged: false }
  { name: 'documents', kept: false, translated: false, tagged: false }
  { name: 'editions', kept: false, translated: false, tagged: false }
  { name: '$web', kept: false, translated: false, tagged: false }
]

// The tables of docs/storage.md.
var tables = [
  'Register'
  'Notices'
  'Documents'
  'Mails'
  'Cursors'
  'Deliveries'
  'Subscribers'
  'Readers'
  'Endpoints'
  'Keys'
  'Failures'
]

var names = loadJsonContent('abbreviations.json')
var chosen = loadJsonContent('sizes.json')[size]
var token = toLower(uniqueString(subscription().id, environmentName, location))
var suffix = '${environmentName}-${token}'
var tags = { 'azd-env-name': environmentName, application: 'directory-hub', size: size }

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: '${names.resourceGroup}${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: { name: '${names.identity}${suffix}', location: location, tags: tags }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
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
  name: 'action-group'
  scope: group
  params: { name: '${names.actionGroup}${suffix}', tags: tags, address: alertAddress }
}

module network 'modules/network.bicep' = {
  name: 'network'
  scope: group
  params: { names: names, suffix: suffix, location: location, tags: tags, workspaceId: monitoring.outputs.workspaceId }
}

module hostStorage 'modules/hostStorage.bicep' = {
  name: 'host-storage'
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
  name: 'data-storage'
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
    translatorId: translator.outputs.principalId
  }
}

module malwareScan 'modules/malwareScan.bicep' = {
  name: 'malware-scan'
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
  name: 'service-bus'
  scope: group
  params: {
    name: '${names.serviceBus}${suffix}'
    location: location
    tags: tags
    queues: queues
    capacity: chosen.serviceBusCapacity
    zoneRedundant: chosen.zoneRedundant
    workspaceId: monitoring.outputs.workspaceId
    functionsId: identity.outputs.principalId
  }
}

module keyVault 'modules/keyVault.bicep' = {
  name: 'key-vault'
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
  name: 'translator'
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
  name: 'private-links'
  scope: group
  params: {
    prefix: '${names.privateEndpoint}${suffix}'
    location: location
    tags: tags
    networkId: network.outputs.id
    subnetId: network.outputs.endpointSubnetId
    hostStorageId: hostStorage.outputs.id
    dataStorageId: dataStorage.outputs.id
    serviceBusId: serviceBus.outputs.id
    keyVaultId: keyVault.outputs.id
    translatorId: translator.outputs.id
  }
}

module functionApp 'modules/functionApp.bicep' = {
  name: 'function-app'
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
    signingKeyUri: keyVault.outputs.signingKeyUri
    protectionKeyUri: keyVault.outputs.protectionKeyUri
    translatorEndpoint: translator.outputs.endpoint
    hasFirstKey: !empty(firstKey)
    firstKeyUri: keyVault.outputs.firstKeyUri
    signInApplication: signInApplication
  }
  dependsOn: [privateLinks]
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
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
  name: 'workbook'
  scope: group
  params: { location: location, tags: tags, workspaceId: monitoring.outputs.workspaceId, serviceBusId: serviceBus.outputs.id }
}

module spending 'modules/budget.bicep' = {
  name: 'budget'
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
