metadata description = 'Service Bus with the hub\'s queues. Premium, because no other tier can be reached by private endpoint only.'

@description('Its name.')
param name string

@description('The region.')
param location string

@description('Tags for every resource.')
param tags { *: string }

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
var queues = loadJsonContent('../queues.json').queues

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

// A message is a wake-up (docs/queues.md): Sweep sends it again every minute, so one that is an hour old is dropped and no dead letter, and
// nothing is gained by detecting doubles. The host renews a message's lock for five minutes at most (host.json). One queue after the other,
// as queues.json has them: a queue can forward to one only that is there. What is forwarded keeps the time that it had left to live; so
// `failures` keeps what expires there as dead letters of its own.
@batchSize(1)
resource queue 'Microsoft.ServiceBus/namespaces/queues@2026-01-01' = [
  for q in queues: {
    parent: namespace
    name: q.name
    properties: {
      lockDuration: q.lockDuration
      maxDeliveryCount: q.maxDeliveryCount
      defaultMessageTimeToLive: q.defaultMessageTimeToLive
      deadLetteringOnMessageExpiration: q.?deadLetteringOnMessageExpiration ?? false
      forwardDeadLetteredMessagesTo: q.?forwardDeadLetteredMessagesTo
      requiresDuplicateDetection: false
      requiresSession: false
      maxSizeInMegabytes: 1024
    }
  }
]

resource receive 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (q, i) in queues: {
    name: guid(namespace.id, q.name, functionsId, roles['Service Bus Data Receiver'])
    scope: queue[i]
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles['Service Bus Data Receiver'])
      principalId: functionsId
      principalType: 'ServicePrincipal'
      description: 'The functions read this queue.'
    }
  }
]

// Not to the queue that dead letters are forwarded to: Service Bus does that by itself and needs no role.
resource send 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (q, i) in queues: if (contains(q, 'forwardDeadLetteredMessagesTo')) {
    name: guid(namespace.id, q.name, functionsId, roles['Service Bus Data Sender'])
    scope: queue[i]
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles['Service Bus Data Sender'])
      principalId: functionsId
      principalType: 'ServicePrincipal'
      description: 'The functions send wake-ups to this queue.'
    }
  }
]

#disable-next-line use-recent-api-versions // The newest stable version, of 2016, knows neither categories of logs nor these services.
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
