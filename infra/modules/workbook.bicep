metadata description = 'One page on which an operator sees whether the hub is well.'

@description('The region.')
param location string

@description('Tags for every resource.')
param tags { *: string }

@description('The workspace that it reads.')
param workspaceId string

@description('The Service Bus namespace, whose metrics of queues no workspace gets.')
param serviceBusId string

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'directory-hub')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'Directory hub'
    category: 'workbook'
    version: 'Notebook/1.0'
    sourceId: workspaceId
    serializedData: replace(loadTextContent('../workbook.json'), '{serviceBusId}', serviceBusId)
  }
}
