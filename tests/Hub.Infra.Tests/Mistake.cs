namespace Hub.Infra.Tests;

/// <summary>A mistake that somebody could make in infra/: one text for another in one file, and the rule that must find it.</summary>
internal sealed record Mistake(string Name, string File, string Right, string Wrong, string Rule)
{
    /// <summary>A file's text with the mistake in it.</summary>
    public string MadeIn(string text) => text.Replace(Right, Wrong, StringComparison.Ordinal);

    public static IReadOnlyList<Mistake> All { get; } =
    [
        new(
            "blobs can be read by everybody", "modules/dataStorage.bicep",
            "allowBlobPublicAccess: false", "allowBlobPublicAccess: true",
            "Storage.BlobPublicAccess"),
        new("a container is public", "modules/dataStorage.bicep", "publicAccess: 'None'", "publicAccess: 'Blob'", "Storage.BlobAccessType"),
        new(
            "storage takes shared keys", "modules/dataStorage.bicep",
            "allowSharedKeyAccess: false", "allowSharedKeyAccess: true",
            "Storage.LocalAuth"),
        new("storage takes TLS 1.0", "modules/hostStorage.bicep", "'TLS1_2'", "'TLS1_0'", "Storage.MinTLS"),
        new(
            "Service Bus takes TLS 1.0", "modules/serviceBus.bicep",
            "minimumTlsVersion: '1.2'", "minimumTlsVersion: '1.0'",
            "ServiceBus.MinTLS"),
        new(
            "the app takes TLS 1.0", "modules/functionApp.bicep",
            "      minTlsVersion: '1.2'", "      minTlsVersion: '1.0'",
            "AppService.MinTLS"),
        new("the app answers in plain HTTP", "modules/functionApp.bicep", "httpsOnly: true", "httpsOnly: false", "AppService.UseHTTPS"),
        new(
            "the app can be deployed by password", "modules/functionApp.bicep",
            "  name: 'scm'\n  properties: { allow: false }", "  name: 'scm'\n  properties: { allow: true }",
            "Hub.NoPasswordsToDeploy"),
        new(
            "Service Bus takes keys", "modules/serviceBus.bicep",
            "disableLocalAuth: true", "disableLocalAuth: false",
            "ServiceBus.DisableLocalAuth"),
        new(
            "the translator takes keys", "modules/translator.bicep",
            "disableLocalAuth: true", "disableLocalAuth: false",
            "AI.DisableLocalAuth"),
        new(
            "the vault can be reached from outside", "modules/keyVault.bicep",
            "publicNetworkAccess: 'Disabled'", "publicNetworkAccess: 'Enabled'",
            "Hub.Private.Microsoft.KeyVault/vaults"),
        new(
            "Service Bus can be reached from outside", "modules/serviceBus.bicep",
            "    publicNetworkAccess: 'Disabled'\n    zone", "    publicNetworkAccess: 'Enabled'\n    zone",
            "Hub.Private.Microsoft.ServiceBus/namespaces"),
        new(
            "the vault's firewall lets everybody in", "modules/keyVault.bicep",
            "defaultAction: 'Deny'", "defaultAction: 'Allow'",
            "KeyVault.Firewall"),
        new(
            "the vault can be purged", "modules/keyVault.bicep",
            "enablePurgeProtection: true", "enablePurgeProtection: false",
            "KeyVault.PurgeProtect"),
        new(
            "the signing key does not rotate", "modules/keyVault.bicep",
            "action: { type: 'rotate' }", "action: { type: 'notify' }",
            "KeyVault.AutoRotationPolicy"),
        new(
            "nobody keeps the vault's log", "modules/keyVault.bicep",
            "logs: [{ category: 'AuditEvent', enabled: true }]", "logs: []",
            "KeyVault.Logs"),
        new(
            "nobody keeps the translator's log", "modules/translator.bicep",
            "  scope: account\n  properties: {\n    workspaceId", "  properties: {\n    workspaceId",
            "Hub.Logs.Microsoft.CognitiveServices/accounts"),
        new(
            "a key is an output", "modules/hostStorage.bicep",
            "output name string = account.name", "output name string = account.listKeys().keys[0].value",
            "Deployment.OutputSecretValue"),
        new(
            "a secret is an output", "modules/keyVault.bicep",
            "output id string = vault.id", "output id string = firstKey",
            "outputs-should-not-contain-secrets"),
        new("a secret parameter is not secure", "main.bicep", "@secure()\n", "", "secure-secrets-in-params"),
        new(
            "a secret goes through a parameter that is not secure", "main.bicep", "    firstKey: firstKey\n",
            "    firstKey: environmentName\n",
            "use-secure-value-for-secure-inputs"),
        new(
            "a role is missing", "modules/dataStorage.bicep",
            "resource readTags 'Microsoft.Authorization/roleAssignments@2022-04-01'",
            "resource readTags 'Microsoft.Authorization/denyAssignments@2022-04-01'",
            "Hub.RBAC.Reasons"),
        new(
            "a role is too wide", "modules/serviceBus.bicep",
            "Microsoft.Authorization/roleDefinitions', roles['Service Bus Data Sender']",
            "Microsoft.Authorization/roleDefinitions', roles['Service Bus Data Owner']",
            "RBAC.LimitOwner"),
        new(
            "a role is given on the whole namespace", "modules/serviceBus.bicep",
            "'Service Bus Data Receiver'])\n  scope: queue[i]", "'Service Bus Data Receiver'])\n  scope: namespace",
            "Hub.RBAC.OneByOne"),
        new("a queue is renamed", "main.bicep", "'webhooks'\n", "'hooks'\n", "Hub.Queues.Read"),
        new("a table is forgotten", "main.bicep", "  'Failures'\n", "", "Hub.Tables.Code"),
        new("a container is renamed", "main.bicep", "name: 'quarantine'", "name: 'refused'", "Hub.Containers.Code"),
        new(
            "originals can be changed", "main.bicep",
            "name: 'originals', kept: true", "name: 'originals', kept: false",
            "Hub.Containers.Kept"),
        new("a setting is misspelt", "modules/functionApp.bicep", "Mail__Sender:", "Mail__From:", "Hub.Settings.Code"),
        new(
            "a service has no private endpoint", "modules/privateLinks.bicep",
            "  { name: 'key-vault', service: keyVaultId, group: 'vault' }\n", "",
            "Hub.PrivateEndpoint.Microsoft.KeyVault/vaults"),
        new(
            "a subnet has no security group", "modules/network.bicep",
            "          networkSecurityGroup: { id: appRules.id }\n", "",
            "VNET.UseNSGs"),
        new(
            "everybody may come in", "modules/network.bicep",
            "sourceAddressPrefix: appSubnet", "sourceAddressPrefix: '*'",
            "NSG.AnyInboundSource"),
        new(
            "sign-in is believed where there is none", "modules/functionApp.bicep",
            "SignIn__Application: signInApplication", "SignIn__Application: identity.properties.clientId",
            "Hub.SignIn.OneApplication"),
        new(
            "sign-in is believed before the platform guards it", "modules/functionApp.bicep", "  dependsOn: [signIn]\n", "",
            "Hub.SignIn.PlatformFirst"),
        new(
            "an alert looks for words that nobody says", "modules/alerts.bicep",
            "phrase: 'was given up'", "phrase: 'was dropped'",
            "Hub.Alerts.Said"),
        new(
            "an alert tells nobody", "modules/alerts.bicep",
            "actions: [{ actionGroupId: actionGroupId, webHookProperties: { page: 'docs/operations.md#${m.name}' } }]", "actions: []",
            "Hub.Alert.Tells.Microsoft.Insights/metricAlerts"),
        new(
            "a location is fixed", "modules/identity.bicep",
            "  location: location\n", "  location: 'westeurope'\n",
            "no-hardcoded-location"),
        new("an API version is old", "modules/keyVault.bicep", "vaults@2025-05-01'", "vaults@2021-10-01'", "use-recent-api-versions"),
        new("a resource has no tags", "modules/translator.bicep", "  tags: tags\n", "", "Resource.UseTags"),
    ];
}
