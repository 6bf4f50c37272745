namespace Hub.Infra.Tests.Rules;

/// <summary>A mistake that somebody could make in infra/: one text for another in one file.</summary>
/// <param name="Name">What is wrong then.</param>
/// <param name="File">The file.</param>
/// <param name="Right">The text as it is.</param>
/// <param name="Wrong">The text with the mistake in it.</param>
/// <param name="Rule">What must find it: one of our rules, or the compiler or its linter by their code.</param>
internal sealed record Mistake(string Name, string File, string Right, string Wrong, string Rule)
{
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
            "outputs-should-not-contain-secrets"),
        new(
            "a secret is an output", "modules/keyVault.bicep",
            "output id string = vault.id", "output id string = firstKey",
            "outputs-should-not-contain-secrets"),
        new("a secret parameter is not secure", "main.bicep", "@secure()\n", "", "Hub.Secrets.Secure"),
        new(
            "a secret goes through a parameter that is not secure", "main.bicep", "    firstKey: firstKey\n",
            "    firstKey: environmentName\n",
            "Hub.Secrets.StaySecure"),
        new(
            "a role is missing", "modules/dataStorage.bicep",
            "if (c.tagged) {", "if (c.tagged && c.kept) {",
            "Hub.RBAC.Reasons"),
        new(
            "a role is too wide", "modules/serviceBus.bicep",
            "Microsoft.Authorization/roleDefinitions', roles['Service Bus Data Sender']",
            "Microsoft.Authorization/roleDefinitions', roles['Service Bus Data Owner']",
            "BCP083"),
        new(
            "a role is another than its name says", "roles.json",
            "69a216fc-b8fb-44d8-bc22-1f3c2cd27a39", "090c5cfd-751d-490a-894a-3ce6f1109419",
            "RBAC.LimitOwner"),
        new(
            "a role's name changes each time", "modules/translator.bicep",
            "guid(account.id, functionsId, roles['Cognitive Services User'])", "newGuid()",
            "BCP065"),
        new(
            "a role is given on the whole namespace", "modules/serviceBus.bicep",
            "'Service Bus Data Receiver'])\n    scope: queue[i]", "'Service Bus Data Receiver'])\n    scope: namespace",
            "Hub.RBAC.OneByOne"),
        new("a queue is renamed", "queues.json", "\"name\": \"webhooks\"", "\"name\": \"hooks\"", "Hub.Queues.Read"),
        new(
            "a queue keeps its dead letters to itself", "queues.json",
            "\"PT1H\",\n      \"forwardDeadLetteredMessagesTo\": \"failures\"\n    },\n    {\n      \"name\": \"mail\"",
            "\"PT1H\"\n    },\n    {\n      \"name\": \"mail\"",
            "Hub.Queues.Forwarding"),
        new(
            "a queue forwards to one that is made after it", "queues.json",
            "\"forwardDeadLetteredMessagesTo\": \"failures\"\n    },\n    {\n      \"name\": \"mail\"",
            "\"forwardDeadLetteredMessagesTo\": \"mail\"\n    },\n    {\n      \"name\": \"mail\"",
            "Hub.Queues.Forwarding"),
        new(
            "a failure that nobody took vanishes", "queues.json",
            "\"deadLetteringOnMessageExpiration\": true", "\"deadLetteringOnMessageExpiration\": false",
            "Hub.Queues.Forwarding"),
        new("queues are made all at once", "modules/serviceBus.bicep", "@batchSize(1)\n", "", "Hub.Queues.OneAfterTheOther"),
        new("a table is forgotten", "main.bicep", "  'Failures'\n", "", "Hub.Tables.Code"),
        new("a container is renamed", "main.bicep", "name: 'quarantine'", "name: 'refused'", "Hub.Containers.Code"),
        new(
            "originals can be changed", "main.bicep",
            "name: 'originals', kept: true", "name: 'originals', kept: false",
            "Hub.Storage.OriginalsKept"),
        new("a setting is misspelt", "modules/functionApp.bicep", "Mail__Sender:", "Mail__From:", "Hub.Settings.Code"),
        new(
            "a service has no private endpoint", "main.bicep",
            "      { name: 'key-vault', id: keyVault.outputs.id, group: 'vault' }\n", "",
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
            "actions: [{ actionGroupId: actionGroupId, webHookProperties: { page: 'docs/operations.md#${m.name}' } }]",
            "actions: []",
            "Hub.Alert.Tells.Microsoft.Insights/metricAlerts"),
        new(
            "a location is fixed", "modules/identity.bicep",
            "  location: location\n", "  location: 'westeurope'\n",
            "no-hardcoded-location"),
        new("a property is misspelt", "modules/keyVault.bicep", "enablePurgeProtection:", "enablePurgeProtecton:", "BCP089"),
        new("a module lacks a parameter", "main.bicep", "    locked: chosen.locked\n", "", "BCP035"),
        new("a size is one that Azure does not have", "sizes.json", "\"Standard_GZRS\"", "\"Standard_LRS\"", "BCP088"),
        new("a setting has no parameter", "main.bicepparam", "param budget =", "param budgets =", "BCP259"),
        new("a parameter is not described", "modules/budget.bicep", "@description('Its name.')\n", "", "use-description-params"),
        new("a parameter is not used", "modules/budget.bicep", "amount: amount", "amount: 1", "no-unused-params"),
        new("an API version is old", "modules/keyVault.bicep", "vaults@2025-05-01'", "vaults@2021-10-01'", "use-recent-api-versions"),
        new("a resource has no tags", "modules/translator.bicep", "  tags: tags\n", "", "no-unused-params"),
        new("a resource has no tags of azd", "main.bicep", "'azd-env-name': environmentName, ", "", "Resource.UseTags"),
    ];
}
