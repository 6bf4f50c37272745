using System.Text.Json.Nodes;
using Hub.Deploy.Reading;

namespace Hub.Infra.Tests.Rules;

/// <summary>Something wrong: where, and what.</summary>
/// <param name="Place">File and symbol, by which a suppression names it.</param>
/// <param name="Text">What is wrong.</param>
internal sealed record Finding(string Place, string Text)
{
    public static Finding At(Body body, string text) => At(body.File, body.Declaration, text);

    public static Finding At(BicepFile file, Declaration declaration, string text) => new($"{file.Name}:{declaration.Symbol}", text);
}

/// <summary>A rule about Bicep, by the name that PSRule for Azure or Bicep's linter gives it (own ones begin with Hub).</summary>
/// <param name="Name">The name.</param>
/// <param name="Wrong">A snippet that breaks it.</param>
/// <param name="Find">What breaks it.</param>
internal sealed record Rule(string Name, string Wrong, Func<Template, IEnumerable<Finding>> Find)
{
    /// <summary>Every resource of a type must have one of some values at a path. The snippet is the body of a wrong one.</summary>
    public static Rule Property(string name, string type, string path, object[] allowed, string wrong) => Each(
        name, type, b => b.Is(path, allowed), $"{path} must be {string.Join(" or ", allowed)}", wrong);

    /// <summary>Every resource of a type must be right.</summary>
    public static Rule Each(string name, string type, Func<Body, bool> right, string must, string wrong) => new(
        name, Resource(type, wrong), t => t.All(type).Where(b => !right(b)).Select(b => Finding.At(b, must)));

    /// <summary>A resource of a type, with what stands in its body.</summary>
    public static string Resource(string type, string body, string symbol = "wrong") =>
        $"resource {symbol} '{type}@2026-01-01' = {{\n{body}\n}}\n";

    /// <summary>The objects of an array, through variables and loops.</summary>
    public static IEnumerable<JsonObject> Items(Body body, string path) =>
        body.Possible(path).OfType<JsonArray>().SelectMany(a => a.OfType<JsonObject>());
}

/// <summary>Azure's resource types that several rules are about.</summary>
internal static class Types
{
    public const string Site = "Microsoft.Web/sites";
    public const string Plan = "Microsoft.Web/serverfarms";
    public const string Storage = "Microsoft.Storage/storageAccounts";
    public const string Blobs = "Microsoft.Storage/storageAccounts/blobServices";
    public const string Container = "Microsoft.Storage/storageAccounts/blobServices/containers";
    public const string Defender = "Microsoft.Security/defenderForStorageSettings";
    public const string ServiceBus = "Microsoft.ServiceBus/namespaces";
    public const string Queue = "Microsoft.ServiceBus/namespaces/queues";
    public const string Vault = "Microsoft.KeyVault/vaults";
    public const string Secret = "Microsoft.KeyVault/vaults/secrets";
    public const string Key = "Microsoft.KeyVault/vaults/keys";
    public const string Cognitive = "Microsoft.CognitiveServices/accounts";
    public const string Topic = "Microsoft.EventGrid/topics";
    public const string SystemTopic = "Microsoft.EventGrid/systemTopics";
    public const string Identity = "Microsoft.ManagedIdentity/userAssignedIdentities";
    public const string PublicAddress = "Microsoft.Network/publicIPAddresses";
    public const string Endpoint = "Microsoft.Network/privateEndpoints";
    public const string Network = "Microsoft.Network/virtualNetworks";
    public const string SecurityGroup = "Microsoft.Network/networkSecurityGroups";
    public const string AppInsights = "Microsoft.Insights/components";
    public const string Logs = "Microsoft.Insights/diagnosticSettings";
    public const string LogAlert = "Microsoft.Insights/scheduledQueryRules";
    public const string MetricAlert = "Microsoft.Insights/metricAlerts";
    public const string ActivityAlert = "Microsoft.Insights/activityLogAlerts";
    public const string Role = "Microsoft.Authorization/roleAssignments";
    public const string ResourceGroup = "Microsoft.Resources/resourceGroups";
}
