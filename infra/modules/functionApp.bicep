metadata description = 'The function app on Flex Consumption. Its HTTPS address is the one thing of the hub that the internet can reach.'

@description('Its name.')
param name string

@description('The name of its plan.')
param planName string

@description('The region.')
param location string

@description('Tags for every resource.')
param tags { *: string }

@description('Whether instances are spread over zones.')
param zoneRedundant bool

@allowed([512, 2048, 4096])
@description('Memory of an instance, in megabytes.')
param instanceMemory int

@minValue(40)
@maxValue(1000)
@description('The most instances that may run. Cursors do not run wild with them: each is leased to one run at a time.')
param largestInstanceCount int

@description('Instances that are always running: the name of a group of functions, and how many.')
param alwaysReady { name: string, instanceCount: int }[]

@description('The subnet that its calls go out from.')
param subnetId string

@description('The name of the identity that it runs as.')
param identityName string

@description('The name of the host\'s storage account.')
param hostStorageName string

@description('The address of the container that packages are deployed to.')
param deploymentContainer string

@description('The name of the data\'s storage account.')
param dataStorageName string

@description('The name of the Service Bus namespace.')
param serviceBusName string

@description('The name of Application Insights.')
param appInsightsName string

@description('The workspace that logs go to.')
param workspaceId string

@description('The address under which callers reach the hub; empty for the app\'s own.')
param publicAddress string

@description('The mailbox that mails go out from.')
param senderMailbox string

@description('The mailboxes that are read for notices, with commas; empty for none.')
param inboxes string

@description('The id under which our own mail server writes Authentication-Results; none where it writes no id, as Exchange Online.')
param authServId string

@description('The domains of our own mail servers, as in Received headers, with commas.')
param ownMailHosts string

@description('The networks from which our own mail servers hand mail on to each other, with commas.')
param ownMailNetworks string

@description('The networks that may call the hub, with commas; empty for everybody, who then needs a key.')
param callersFrom string

@description('The networks that the functions may be deployed from, with commas; empty for none.')
param deployFrom string

@description('The id of the Front Door that alone may call the hub; empty for none.')
param frontDoorId string

@minValue(1)
@description('For how many days a kept original can neither be changed nor deleted.')
param originalsKeptDays int

@description('For how many days each kind of personal data is kept.')
param retention {
  noticeDays: int
  translationDays: int
  dismissedMailDays: int
  otherMailDays: int
  undecidedMailDays: int
  senderDays: int
  deliveryDays: int
  settledFailureDays: int
  failureDays: int
  errorDays: int
  endedKeyDays: int
  lastUseDays: int
  actionDays: int
}

@description('The key that signs webhooks, without a version.')
param signingKeyUri string

@description('The key that protects partners\' secrets, without a version.')
param protectionKeyUri string

@description('The translator\'s address.')
param translatorEndpoint string

@description('Whether the Secretariat still has its first key.')
param hasFirstKey bool

@description('Where that key is found.')
param firstKeyUri string

@description('The client id of the Entra application for the Secretariat\'s sign-in; empty for none.')
param signInApplication string

var runtime = { name: 'dotnet-isolated', version: '10.0' }
var graph = 'https://graph.microsoft.com/v1.0'
var callers = empty(callersFrom) ? [] : map(split(callersFrom, ','), n => trim(n))
var deployers = empty(deployFrom) ? [] : map(split(deployFrom, ','), n => trim(n))
var restricted = !empty(callersFrom) || !empty(frontDoorId)
var frontDoor = empty(frontDoorId)
  ? []
  : [
      {
        name: 'front-door'
        priority: 90
        action: 'Allow'
        tag: 'ServiceTag'
        ipAddress: 'AzureFrontDoor.Backend'
        headers: { 'x-azure-fdid': [frontDoorId] }
      }
    ]
// The alert that the hub is not reachable asks from there; so can everybody's tests. Behind a Front Door it asks by way of that.
var probes = empty(frontDoorId)
  ? [{ name: 'availability', priority: 95, action: 'Allow', tag: 'ServiceTag', ipAddress: 'ApplicationInsightsAvailability' }]
  : []
var address = empty(publicAddress) ? 'https://${app.properties.defaultHostName}' : publicAddress

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource hostStorage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: hostStorageName
}

resource dataStorage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: dataStorageName
}

resource serviceBus 'Microsoft.ServiceBus/namespaces@2026-01-01' existing = {
  name: serviceBusName
}

resource appInsights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: appInsightsName
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true, zoneRedundant: zoneRedundant }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: { ...tags, 'azd-service-name': 'functions' }
  kind: 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    publicNetworkAccess: 'Enabled'
    keyVaultReferenceIdentity: identity.id
    virtualNetworkSubnetId: subnetId
    outboundVnetRouting: { allTraffic: true }
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      remoteDebuggingEnabled: false
      ipSecurityRestrictions: concat(
        restricted ? concat(frontDoor, probes) : [],
        map(callers, (n, i) => { name: 'callers-${i}', priority: 100 + i, action: 'Allow', tag: 'Default', ipAddress: n })
      )
      ipSecurityRestrictionsDefaultAction: restricted ? 'Deny' : 'Allow'
      scmIpSecurityRestrictionsUseMain: false
      scmIpSecurityRestrictions: map(
        deployers,
        (n, i) => { name: 'deploy-${i}', priority: 100 + i, action: 'Allow', tag: 'Default', ipAddress: n }
      )
      scmIpSecurityRestrictionsDefaultAction: 'Deny'
      healthCheckPath: '/healthz'
    }
    functionAppConfig: {
      runtime: runtime
      deployment: {
        storage: {
          type: 'blobContainer'
          value: deploymentContainer
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identity.id }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemory
        maximumInstanceCount: largestInstanceCount
        alwaysReady: alwaysReady
        triggers: { http: { perInstanceConcurrency: 32 } }
      }
    }
  }
}

resource noFtp 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: app
  name: 'ftp'
  properties: { allow: false }
}

resource noPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: app
  name: 'scm'
  properties: { allow: false }
}

// A test compares these with what the code reads and with local.settings.sample.json.
resource appSettings 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: app
  name: 'appsettings'
  properties: {
    AZURE_CLIENT_ID: identity.properties.clientId
    APPLICATIONINSIGHTS_CONNECTION_STRING: appInsights.properties.ConnectionString
    APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
    AzureWebJobsDisableHomepage: 'true'
    // .NET collects when as much was allocated as the processor's cache holds, hundreds of megabytes on a server: 32 MB.
    DOTNET_GCgen0size: '0x2000000'
    AzureWebJobsStorage__accountName: hostStorage.name
    AzureWebJobsStorage__credential: 'managedidentity'
    AzureWebJobsStorage__clientId: identity.properties.clientId
    Data__tableServiceUri: dataStorage.properties.primaryEndpoints.table
    Data__blobServiceUri: dataStorage.properties.primaryEndpoints.blob
    ServiceBus__fullyQualifiedNamespace: split(replace(serviceBus.properties.serviceBusEndpoint, 'https://', ''), ':')[0]
    ServiceBus__credential: 'managedidentity'
    ServiceBus__clientId: identity.properties.clientId
    SweepSchedule: '0 * * * * *'
    WakeSchedule: '*/10 * * * * *'
    EditionSchedule: '0 */10 22,23 30 6,12 *'
    Hub__PublicAddress: address
    Hub__FirstKey: hasFirstKey ? '@Microsoft.KeyVault(SecretUri=${firstKeyUri})' : ''
    // Empty: the hub makes a key of its own and keeps it in its table of keys.
    Hub__LinkKey: ''
    // Behind a Front Door the app's own front end sees nobody else. Of its two headers this one is the connection's, and no caller's word.
    Hub__ClientAddressHeader: empty(frontDoorId) ? 'CLIENT-IP' : 'X-Azure-SocketIP'
    // Both hold one address. Of a header with a chain of them, how many of the last were written by who is trusted.
    Hub__ClientAddressHops: '1'
    // Who signed in is believed by this setting; it must never be set where App Service Authentication is not switched on.
    SignIn__Application: signInApplication
    // The sign-in without a password is for a hub on one's own machine; the hub does not start with it here.
    SignIn__Local: 'false'
    // What stands in for that application's secret.
    OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: identity.properties.clientId
    Mail__Graph: graph
    Mail__Sender: senderMailbox
    Mail__Inbox: inboxes
    Mail__AuthServId: authServId
    Mail__OwnHosts: ownMailHosts
    Mail__OwnNetworks: ownMailNetworks
    Mail__MessagesPerMinute: '30'
    Mail__RecipientsPerDay: '10000'
    Mail__RoundMinutes: '5'
    Clock__Speed: '1'
    Clock__AheadDays: '0'
    Clock__WrongBySeconds: '0'
    Channels__LeaseSeconds: '10'
    Documents__AwaitScan: 'true'
    Documents__Languages: 'en,fr,es,ar,ru,zh'
    Documents__Translator: translatorEndpoint
    Webhooks__AllowLoopback: 'false'
    Webhooks__ProtectionKey: protectionKeyUri
    Webhooks__SigningKey: signingKeyUri
    States__Fictional: 'false'
    Networks__Seed: 'true'
    Laws__Seed: 'true'
    Laws__CheckLinks: 'true'
    Storage__OriginalsKeptDays: string(originalsKeptDays)
    Retention__NoticeDays: string(retention.noticeDays)
    Retention__TranslationDays: string(retention.translationDays)
    Retention__DismissedMailDays: string(retention.dismissedMailDays)
    Retention__OtherMailDays: string(retention.otherMailDays)
    Retention__UndecidedMailDays: string(retention.undecidedMailDays)
    Retention__SenderDays: string(retention.senderDays)
    Retention__DeliveryDays: string(retention.deliveryDays)
    Retention__SettledFailureDays: string(retention.settledFailureDays)
    Retention__FailureDays: string(retention.failureDays)
    Retention__ErrorDays: string(retention.errorDays)
    Retention__EndedKeyDays: string(retention.endedKeyDays)
    Retention__LastUseDays: string(retention.lastUseDays)
    Retention__ActionDays: string(retention.actionDays)
  }
  // First the platform takes the header away from callers, then the hub believes it.
  dependsOn: [signIn]
}

// Callers with a key of the hub stay anonymous here: the hub itself knows them. The identity stands in for the application's secret.
resource signIn 'Microsoft.Web/sites/config@2025-03-01' = if (!empty(signInApplication)) {
  parent: app
  name: 'authsettingsV2'
  properties: {
    platform: { enabled: true, runtimeVersion: '~1' }
    httpSettings: { requireHttps: true }
    globalValidation: { requireAuthentication: false, unauthenticatedClientAction: 'AllowAnonymous' }
    identityProviders: {
      azureActiveDirectory: {
        enabled: true
        registration: {
          clientId: signInApplication
          clientSecretSettingName: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
          openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
        }
        validation: {
          allowedAudiences: ['api://${signInApplication}', signInApplication]
          // Tokens that were issued to this application itself. Left out, the platform turns everybody down.
          defaultAuthorizationPolicy: { allowedApplications: [signInApplication] }
        }
      }
    }
    login: { tokenStore: { enabled: false } }
  }
}

#disable-next-line use-recent-api-versions // The newest stable version, of 2016, knows neither categories of logs nor these services.
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: app
  properties: { workspaceId: workspaceId, metrics: [{ category: 'AllMetrics', enabled: true }] }
}

@description('Its name.')
output name string = app.name

@description('Where callers reach the hub.')
output address string = address
