metadata description = 'A private endpoint, and the DNS zone that leads to it, for every service that the functions call.'

@description('What the names of the endpoints begin with.')
param prefix string

@description('The region.')
param location string

@description('Tags for every resource.')
param tags object

@description('The network that the zones answer in.')
param networkId string

@description('The subnet of the endpoints.')
param subnetId string

@description('The storage account of the functions\' host.')
param hostStorageId string

@description('The storage account of the data.')
param dataStorageId string

@description('The Service Bus namespace.')
param serviceBusId string

@description('The Key Vault.')
param keyVaultId string

@description('The translator.')
param translatorId string

var storageHost = environment().suffixes.storage

// Zones by the group of the service that they are for.
var zones = [
  { group: 'blob', name: 'privatelink.blob.${storageHost}' }
  { group: 'table', name: 'privatelink.table.${storageHost}' }
  { group: 'namespace', name: 'privatelink.servicebus.windows.net' }
  { group: 'vault', name: 'privatelink.vaultcore.azure.net' }
  { group: 'account', name: 'privatelink.cognitiveservices.azure.com' }
]

var groups = map(zones, z => z.group)

var endpoints = [
  { name: 'host-blob', service: hostStorageId, group: 'blob' }
  { name: 'host-table', service: hostStorageId, group: 'table' }
  { name: 'data-blob', service: dataStorageId, group: 'blob' }
  { name: 'data-table', service: dataStorageId, group: 'table' }
  { name: 'service-bus', service: serviceBusId, group: 'namespace' }
  { name: 'key-vault', service: keyVaultId, group: 'vault' }
  { name: 'translator', service: translatorId, group: 'account' }
]

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = [for z in zones: {
  name: z.name
  location: 'global'
  tags: tags
}]

resource link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [for (z, i) in zones: {
  parent: zone[i]
  name: 'hub'
  location: 'global'
  tags: tags
  properties: { registrationEnabled: false, virtualNetwork: { id: networkId } }
}]

resource endpoint 'Microsoft.Network/privateEndpoints@2025-09-01' = [for e in endpoints: {
  name: '${prefix}-${e.name}'
  location: location
  tags: tags
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [{ name: e.name, properties: { privateLinkServiceId: e.service, groupIds: [e.group] } }]
  }
}]

resource record 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-09-01' = [for (e, i) in endpoints: {
  parent: endpoint[i]
  name: 'default'
  properties: { privateDnsZoneConfigs: [{ name: e.group, properties: { privateDnsZoneId: zone[indexOf(groups, e.group)].id } }] }
}]
