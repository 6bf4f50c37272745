metadata description = 'Azure Translator, with an identity of its own by which it reaches the containers that are translated.'

@description('Its name, and its subdomain: identities and private endpoints need one.')
param name string

@description('The region.')
param location string

@description('Tags for every resource.')
param tags object

@description('The workspace that logs go to.')
param workspaceId string

@description('The functions\' identity, which asks for translations.')
param functionsId string

var roles = loadJsonContent('../roles.json')

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

@description('The functions ask for translations.')
resource ask 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, functionsId, roles['Cognitive Services User'])
  scope: account
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles['Cognitive Services User'])
    principalId: functionsId
    principalType: 'ServicePrincipal'
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

@description('Its address.')
output endpoint string = account.properties.endpoint
