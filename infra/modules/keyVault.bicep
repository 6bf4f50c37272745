metadata description = 'The Key Vault: a key that signs and one that protects secrets, both rotating by themselves; the first key, while it is needed.'

@minLength(3)
@maxLength(24)
@description('Its name.')
param name string

@description('The region.')
param location string

@description('Tags for every resource.')
param tags { *: string }

@description('Whether the vault is locked against deletion.')
param locked bool

@description('The workspace that logs go to.')
param workspaceId string

@description('The identity of the functions.')
param functionsId string

@description('The name of the topic of the vault\'s own events.')
param eventsName string

@description('Who is told when a key or certificate is about to end.')
param actionGroupId string

@description('Whether there is a first key.')
param hasFirstKey bool

@secure()
@description('The Secretariat\'s first key.')
param firstKey string

var roles = loadJsonContent('../roles.json')

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
    softDeleteRetentionInDays: 90
    publicNetworkAccess: 'Disabled'
    networkAcls: { defaultAction: 'Deny', bypass: 'AzureServices' }
  }
}

resource events 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: eventsName
  location: location
  tags: tags
  identity: { type: 'SystemAssigned' }
  properties: { source: vault.id, topicType: 'Microsoft.KeyVault.vaults' }
}

// An alert; docs/operations.md has a section for it.
resource expiry 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: events
  name: 'key-near-expiry'
  properties: {
    eventDeliverySchema: 'CloudEventSchemaV1_0'
    filter: {
      includedEventTypes: [
        'Microsoft.KeyVault.KeyNearExpiry'
        'Microsoft.KeyVault.KeyExpired'
        'Microsoft.KeyVault.SecretNearExpiry'
        'Microsoft.KeyVault.SecretExpired'
        'Microsoft.KeyVault.CertificateNearExpiry'
        'Microsoft.KeyVault.CertificateExpired'
      ]
    }
    destination: {
      endpointType: 'MonitorAlert'
      properties: { severity: 'Sev2', actionGroups: [actionGroupId] }
    }
  }
}

// Signs webhooks so that anybody can verify them. A rotation needs no announcement: earlier versions stay published.
resource signing 'Microsoft.KeyVault/vaults/keys@2025-05-01' = {
  parent: vault
  name: 'signing'
  tags: tags
  properties: {
    kty: 'EC'
    curveName: 'P-256'
    keyOps: ['sign', 'verify']
    attributes: { enabled: true }
    rotationPolicy: {
      attributes: { expiryTime: 'P2Y' }
      lifetimeActions: [
        { trigger: { timeAfterCreate: 'P1Y' }, action: { type: 'rotate' } }
        { trigger: { timeBeforeExpiry: 'P30D' }, action: { type: 'notify' } }
      ]
    }
  }
  // The vault tells of those versions only that came after somebody asked to be told.
  dependsOn: [expiry]
}

resource sign 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, 'signing', functionsId, roles['Key Vault Crypto User'])
  scope: signing
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles['Key Vault Crypto User'])
    principalId: functionsId
    principalType: 'ServicePrincipal'
    description: 'The functions sign with this key and publish its public half.'
  }
}

// Wraps the keys under which partners' secrets are kept: its earlier versions must stay, or what they wrapped is lost.
resource protection 'Microsoft.KeyVault/vaults/keys@2025-05-01' = {
  parent: vault
  name: 'protection'
  tags: tags
  properties: {
    kty: 'RSA'
    keySize: 3072
    keyOps: ['wrapKey', 'unwrapKey']
    attributes: { enabled: true }
    rotationPolicy: {
      attributes: {}
      lifetimeActions: [{ trigger: { timeAfterCreate: 'P1Y' }, action: { type: 'rotate' } }]
    }
  }
}

resource protect 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, 'protection', functionsId, roles['Key Vault Crypto User'])
  scope: protection
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles['Key Vault Crypto User'])
    principalId: functionsId
    principalType: 'ServicePrincipal'
    description: 'The functions wrap and unwrap with this key the keys under which partners\' secrets are kept.'
  }
}

resource firstSecret 'Microsoft.KeyVault/vaults/secrets@2025-05-01' = if (hasFirstKey) {
  parent: vault
  name: 'first-key'
  tags: tags
  properties: { value: firstKey, contentType: 'A key of the hub\'s API', attributes: { enabled: true } }
}

resource readFirst 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (hasFirstKey) {
  name: guid(vault.id, 'first-key', functionsId, roles['Key Vault Secrets User'])
  scope: firstSecret
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles['Key Vault Secrets User'])
    principalId: functionsId
    principalType: 'ServicePrincipal'
    description: 'The functions read the Secretariat\'s first key, and no other secret.'
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  name: 'keys'
  scope: vault
  properties: { level: 'CanNotDelete', notes: 'Whatever was signed is verified with these keys.' }
}

#disable-next-line use-recent-api-versions // The newest stable version, of 2016, knows neither categories of logs nor these services.
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'AuditEvent', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('The vault.')
output id string = vault.id

@description('The signing key, without a version.')
output signingKeyUri string = signing.properties.keyUri

@description('The key that wraps the key ring, without a version.')
output protectionKeyUri string = protection.properties.keyUri

@description('Where the functions find the first key, where there is one.')
output firstKeyUri string = '${vault.properties.vaultUri}secrets/first-key'
