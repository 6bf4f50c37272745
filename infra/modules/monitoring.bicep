metadata description = 'Log Analytics and Application Insights: where logs, metrics and traces go. Both are written to with an identity.'

@description('The workspace\'s name.')
param workspaceName string

@description('The name of Application Insights.')
param appInsightsName string

@description('The region.')
param location string

@description('Tags for every resource.')
param tags { *: string }

@minValue(30)
@maxValue(730)
@description('How long logs are kept, in days.')
param retentionDays int

@minValue(1)
@description('The most that is taken in a day, in gigabytes: a runaway log costs no more than that.')
param gigabytesADay int

@description('The identity that writes telemetry.')
param publisherId string

var roles = loadJsonContent('../roles.json')

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: retentionDays
    workspaceCapping: { dailyQuotaGb: gigabytesADay }
    features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true }
  }
}

resource appInsights 'Microsoft.Insights/components@2020-02-02' = {
  name: appInsightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    IngestionMode: 'LogAnalytics'
    DisableLocalAuth: true
    DisableIpMasking: false
  }
}

resource publish 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(appInsights.id, publisherId, roles['Monitoring Metrics Publisher'])
  scope: appInsights
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles['Monitoring Metrics Publisher'])
    principalId: publisherId
    principalType: 'ServicePrincipal'
    description: 'The functions send logs, metrics and traces.'
  }
}

@description('The workspace.')
output workspaceId string = workspace.id

@description('Application Insights.')
output appInsightsId string = appInsights.id

@description('The name of Application Insights.')
output appInsightsName string = appInsights.name
