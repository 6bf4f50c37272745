metadata description = 'Azure Translator, with an identity of its own by which it reaches the containers that are translated.'

@description('Its name, and its subdomain: identities and private endpoints need one.')
param name string

@description('The region.')
param location string

@description('Tags for every resource.')
param tags object

@description('The workspace that logs go to.')
param workspaceId string

resource account 'Microsoft.CognitiveServices/accounts@2025-12-01' = {
  name: name
  location: location
  tags: tags
  kind: 'TextTranslation'
  sku: { name: 'S1' }
  identity: { type: 'SystemAssigned' }
  properties: {
    customSubDomainName: name
    disableLocalAuth: true
    publicNetworkAccess: 'Disabled'
    networkAcls: { defaultAction: 'Deny' }
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: account
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'Audit', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('The account.')
output id string = account.id

@description('Its identity.')
output principalId string = account.identity.principalId
