metadata description = 'The identity that the functions run as: the hub has no keys.'

@description('Its name.')
param name string

@description('The region.')
param location string

@description('Tags for every resource.')
param tags { *: string }

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

@description('Its name.')
output name string = identity.name

@description('What roles are assigned to.')
output principalId string = identity.properties.principalId

@description('What the functions ask for tokens with.')
output clientId string = identity.properties.clientId
