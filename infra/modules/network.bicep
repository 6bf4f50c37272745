metadata description = 'The network: one subnet for the functions, one for the private endpoints, and one address to the outside.'

@description('The abbreviations that names begin with.')
param names { *: string }

@description('What names end with.')
param suffix string

@description('The region.')
param location string

@description('Tags for every resource.')
param tags { *: string }

@description('The workspace that logs go to.')
param workspaceId string

var addresses = '10.20.0.0/22'
var appSubnet = cidrSubnet(addresses, 24, 0)
var endpointSubnet = cidrSubnet(addresses, 24, 1)

resource outbound 'Microsoft.Network/publicIPAddresses@2025-09-01' = {
  name: '${names.publicIpAddress}${suffix}'
  location: location
  tags: tags
  sku: { name: 'Standard' }
  zones: ['1', '2', '3']
  properties: { publicIPAllocationMethod: 'Static' }
}

// Subnets have no way out of their own any more, and partners can allow one fixed address.
resource gateway 'Microsoft.Network/natGateways@2025-09-01' = {
  name: '${names.natGateway}${suffix}'
  location: location
  tags: tags
  sku: { name: 'Standard' }
  properties: { publicIpAddresses: [{ id: outbound.id }], idleTimeoutInMinutes: 4 }
}

resource appRules 'Microsoft.Network/networkSecurityGroups@2025-09-01' = {
  name: '${names.networkSecurityGroup}app-${suffix}'
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        // Functions never open a shell or a desktop on another machine.
        name: 'deny-lateral-outbound'
        properties: {
          direction: 'Outbound'
          access: 'Deny'
          priority: 200
          protocol: 'Tcp'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRanges: ['22', '3389']
        }
      }
    ]
  }
}

resource endpointRules 'Microsoft.Network/networkSecurityGroups@2025-09-01' = {
  name: '${names.networkSecurityGroup}endpoints-${suffix}'
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        // HTTPS to storage, vault and translator; AMQP to Service Bus.
        name: 'allow-functions-inbound'
        properties: {
          direction: 'Inbound'
          access: 'Allow'
          priority: 200
          protocol: 'Tcp'
          sourceAddressPrefix: appSubnet
          sourcePortRange: '*'
          destinationAddressPrefix: endpointSubnet
          destinationPortRanges: ['443', '5671', '5672']
        }
      }
      {
        // Nobody else, not even from the same network.
        name: 'deny-network-inbound'
        properties: {
          direction: 'Inbound'
          access: 'Deny'
          priority: 4000
          protocol: '*'
          sourceAddressPrefix: 'VirtualNetwork'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
      {
        // Endpoints only answer.
        name: 'deny-lateral-outbound'
        properties: {
          direction: 'Outbound'
          access: 'Deny'
          priority: 200
          protocol: 'Tcp'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRanges: ['22', '3389']
        }
      }
    ]
  }
}

resource network 'Microsoft.Network/virtualNetworks@2025-09-01' = {
  name: '${names.virtualNetwork}${suffix}'
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: [addresses] }
    subnets: [
      {
        name: '${names.subnet}app'
        properties: {
          addressPrefix: appSubnet
          networkSecurityGroup: { id: appRules.id }
          natGateway: { id: gateway.id }
          defaultOutboundAccess: false
          delegations: [{ name: 'functions', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: '${names.subnet}endpoints'
        properties: {
          addressPrefix: endpointSubnet
          networkSecurityGroup: { id: endpointRules.id }
          defaultOutboundAccess: false
          privateEndpointNetworkPolicies: 'NetworkSecurityGroupEnabled'
        }
      }
    ]
  }
}

#disable-next-line use-recent-api-versions // The newest stable version, of 2016, knows neither categories of logs nor these services.
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: network
  properties: { workspaceId: workspaceId, metrics: [{ category: 'AllMetrics', enabled: true }] }
}

@description('The network.')
output id string = network.id

@description('The subnet of the functions.')
output appSubnetId string = network.properties.subnets[0].id

@description('The subnet of the private endpoints.')
output endpointSubnetId string = network.properties.subnets[1].id

@description('The address that calls to the outside come from.')
output outboundAddress string = outbound.properties.ipAddress
