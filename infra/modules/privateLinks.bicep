metadata description = 'A private endpoint, and the DNS zone that leads to it, for every service that the functions call.'

@description('What the names of the endpoints begin with.')
param prefix string

@description('The region.')
param location string

@description('Tags for every resource.')
param tags { *: string }

@description('The network that the zones answer in.')
param networkId string

@description('The subnet of the endpoints.')
param subnetId string

@description('The services: what their endpoints are called, their ids, and the group of each that is reached.')
param services { name: string, id: string, group: string }[]

// Zones by the group of the service that they are for: those of Azure's public cloud.
var zones = [
  #disable-next-line no-hardcoded-env-urls // No function tells the names of the zones below, so all of them are written out.
  { group: 'blob', name: 'privatelink.blob.core.windows.net' }
  #disable-next-line no-hardcoded-env-urls // See above.
  { group: 'table', name: 'privatelink.table.core.windows.net' }
  { group: 'namespace', name: 'privatelink.servicebus.windows.net' }
  { group: 'vault', name: 'privatelink.vaultcore.azure.net' }
  { group: 'account', name: 'privatelink.cognitiveservices.azure.com' }
]

var groups = map(zones, z => z.group)

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for z in zones: {
    name: z.name
    location: 'global'
    tags: tags
  }
]

resource link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (z, i) in zones: {
    parent: zone[i]
    name: 'hub'
    location: 'global'
    tags: tags
    properties: { registrationEnabled: false, virtualNetwork: { id: networkId } }
  }
]

resource endpoint 'Microsoft.Network/privateEndpoints@2025-09-01' = [
  for s in services: {
    name: '${prefix}-${s.name}'
    location: location
    tags: tags
    properties: {
      subnet: { id: subnetId }
      #disable-next-line use-resource-id-functions // It is an id of a parameter: the linter does not see it through the loop.
      privateLinkServiceConnections: [{ name: s.name, properties: { privateLinkServiceId: s.id, groupIds: [s.group] } }]
    }
  }
]

resource record 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-09-01' = [
  for (s, i) in services: {
    parent: endpoint[i]
    name: 'default'
    properties: { privateDnsZoneConfigs: [{ name: s.group, properties: { privateDnsZoneId: zone[indexOf(groups, s.group)].id } }] }
  }
]
