metadata description = 'Service Bus with the hub\'s queues. Premium, because no other tier can be reached by private endpoint only.'

@description('Its name.')
param name string

@description('The region.')
param location string

@description('Tags for every resource.')
param tags object

@description('The queues.')
param queues string[]

@allowed([1, 2, 4, 8, 16])
@description('Messaging units.')
param capacity int

@description('Whether it survives the loss of a zone.')
param zoneRedundant bool

@description('The workspace that logs go to.')
param workspaceId string

@description('The identity of the functions.')
param functionsId string

var roles = loadJsonContent('../roles.json')

resource namespace 'Microsoft.ServiceBus/namespaces@2026-01-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: 'Premium', tier: 'Premium', capacity: capacity }
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
    premiumMessagingPartitions: 1
    publicNetworkAccess: 'Disabled'
    zoneRedundant: zoneRedundant
  }
}

resource rules 'Microsoft.ServiceBus/namespaces/networkRuleSets@2026-01-01' = {
  parent: namespace
  name: 'default'
  properties: { publicNetworkAccess: 'Disabled', defaultAction: 'Deny', trustedServiceAccessEnabled: true }
}

// A message is a wake-up (docs/queues.md): Sweep sends it again every minute, so one that is an hour old is dropped and no dead letter,
// and nothing is gained by detecting doubles. The host renews a message's lock for five minutes at most (host.json).
resource queue 'Microsoft.ServiceBus/namespaces/queues@2026-01-01' = [for q in queues: {
  parent: namespace
  name: q
  properties: {
    lockDuration: 'PT1M'
    maxDeliveryCount: 10
    defaultMessageTimeToLive: 'PT1H'
    deadLetteringOnMessageExpiration: false
    requiresDuplicateDetection: false
    requiresSession: false
    maxSizeInMegabytes: 1024
  }
}]

@description('The functions read this queue and its dead letters.')
resource receive 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (q, i) in queues: {
  name: guid(namespace.id, q, functionsId, roles['Service Bus Data Receiver'])
  scope: queue[i]
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles['Service Bus Data Receiver'])
    principalId: functionsId
    principalType: 'ServicePrincipal'
  }
}]

@description('The functions wake others through this queue.')
resource send 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (q, i) in queues: {
  name: guid(namespace.id, q, functionsId, roles['Service Bus Data Sender'])
  scope: queue[i]
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles['Service Bus Data Sender'])
    principalId: functionsId
    principalType: 'ServicePrincipal'
  }
}]

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: namespace
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'OperationalLogs', enabled: true }, { category: 'RuntimeAuditLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('The namespace.')
output id string = namespace.id

@description('Its name.')
output name string = namespace.name
