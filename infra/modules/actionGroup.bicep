metadata description = 'Who is told of alerts.'

@description('Its name.')
param name string

@description('Tags for every resource.')
param tags { *: string }

@description('The mail address that is told.')
param address string

resource group 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: name
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'hub'
    enabled: true
    emailReceivers: [{ name: 'operators', emailAddress: address, useCommonAlertSchema: true }]
  }
}

@description('Who is told.')
output id string = group.id
