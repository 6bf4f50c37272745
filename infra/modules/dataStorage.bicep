metadata description = 'The storage account of the directory: register, notices and cursors in tables, originals and pages in blobs.'

@minLength(3)
@maxLength(24)
@description('Its name.')
param name string

@description('The region.')
param location string

@description('Tags for every resource.')
param tags { *: string }

@allowed(['Standard_ZRS', 'Standard_GZRS'])
@description('How it is replicated: over zones, or over zones and to a second region.')
param replication string

@description('The containers: whether blobs are kept unchanged, whether blobs\' tags are read.')
param containers { name: string, kept: bool, tagged: bool }[]

@description('The tables.')
param tables string[]

@minValue(1)
@description('For how many days a kept blob can neither be changed nor deleted.')
param keptDays int

@description('Whether the account is locked against deletion.')
param locked bool

@description('The workspace that logs go to.')
param workspaceId string

@description('The identity of the functions.')
param functionsId string

var roles = loadJsonContent('../roles.json')
var deletedKeptDays = 30

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: replication }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: 'Disabled'
    networkAcls: { defaultAction: 'Deny', bypass: 'AzureServices' }
    sasPolicy: { sasExpirationPeriod: '00.01:00:00', expirationAction: 'Block' }
    encryption: {
      keySource: 'Microsoft.Storage'
      requireInfrastructureEncryption: true
      services: { blob: { enabled: true, keyType: 'Account' }, table: { enabled: true, keyType: 'Account' } }
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    changeFeed: { enabled: true, retentionInDays: 90 }
    deleteRetentionPolicy: { enabled: true, days: deletedKeptDays }
    containerDeleteRetentionPolicy: { enabled: true, days: deletedKeptDays }
  }
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = [
  for c in containers: {
    parent: blobs
    name: c.name
    properties: { publicAccess: 'None' }
  }
]

// Unlocked, because locking cannot be undone: docs/deploy.md says when and how to lock it.
resource kept 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2025-06-01' = [
  for (c, i) in containers: if (c.kept) {
    parent: container[i]
    name: 'default'
    properties: { immutabilityPeriodSinceCreationInDays: keptDays, allowProtectedAppendWrites: false }
  }
]

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'originals-grow-cool'
          type: 'Lifecycle'
          definition: {
            actions: {
              baseBlob: { tierToCool: { daysAfterModificationGreaterThan: 90 }, tierToCold: { daysAfterModificationGreaterThan: 365 } }
            }
            filters: { blobTypes: ['blockBlob'], prefixMatch: map(filter(containers, c => c.kept), c => '${c.name}/') }
          }
        }
        {
          name: 'earlier-versions-go'
          type: 'Lifecycle'
          definition: {
            // Of originals too: nothing changes one, so an earlier version of one is what was deleted, and is to go for good.
            actions: { version: { delete: { daysAfterCreationGreaterThan: 90 } } }
            filters: { blobTypes: ['blockBlob'], prefixMatch: map(containers, c => '${c.name}/') }
          }
        }
      ]
    }
  }
  dependsOn: [blobs]
}

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2025-06-01' = {
  parent: account
  name: 'default'
}

resource table 'Microsoft.Storage/storageAccounts/tableServices/tables@2025-06-01' = [
  for t in tables: {
    parent: tableService
    name: t
  }
]

resource writeBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (c, i) in containers: {
    name: guid(account.id, c.name, functionsId, roles['Storage Blob Data Contributor'])
    scope: container[i]
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles['Storage Blob Data Contributor'])
      principalId: functionsId
      principalType: 'ServicePrincipal'
      description: 'The functions write and read blobs of this container.'
    }
  }
]

resource readTags 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (c, i) in containers: if (c.tagged) {
    name: guid(account.id, c.name, functionsId, roles['Storage Blob Data Owner'])
    scope: container[i]
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles['Storage Blob Data Owner'])
      principalId: functionsId
      principalType: 'ServicePrincipal'
      description: 'The functions read the verdicts of the malware scan, which are tags: only owners may.'
    }
  }
]

resource writeTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, functionsId, roles['Storage Table Data Contributor'])
  scope: account
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles['Storage Table Data Contributor'])
    principalId: functionsId
    principalType: 'ServicePrincipal'
    description: 'The functions read and write tables. On the account, for they ask for tables by a request whose address names none.'
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  name: 'directory'
  scope: account
  properties: { level: 'CanNotDelete', notes: 'The register, its log and the originals: nothing else can bring them back.' }
}

#disable-next-line use-recent-api-versions // The newest stable version, of 2016, knows neither categories of logs nor these services.
resource blobLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: blobs
  properties: {
    workspaceId: workspaceId
    logs: map(['StorageRead', 'StorageWrite', 'StorageDelete'], c => { category: c, enabled: true })
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

#disable-next-line use-recent-api-versions // The newest stable version, of 2016, knows neither categories of logs nor these services.
resource tableLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: tableService
  properties: {
    workspaceId: workspaceId
    // Who wrote into the register besides the hub is what one asks when the log does not verify. Reads are many and change nothing.
    logs: map(['StorageWrite', 'StorageDelete'], c => { category: c, enabled: true })
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

@description('The account.')
output id string = account.id

@description('Its name.')
output name string = account.name
