metadata description = 'Azure Translator. The functions send it documents; it keeps none.'

@description('Its name, and its subdomain: identities and private endpoints need one.')
param name string

@description('The region.')
param location string

@description('Tags for every resource.')
param tags { *: string }

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

resource ask 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, functionsId, roles['Cognitive Services User'])
  scope: account
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles['Cognitive Services User'])
    principalId: functionsId
    principalType: 'ServicePrincipal'
    description: 'The functions ask for translations.'
  }
}

#disable-next-line use-recent-api-versions // The newest stable version, of 2016, knows neither categories of logs nor these services.
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

@description('Its address.')
output endpoint string = account.properties.endpoint
