using System.Reflection;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Hub.Azure.Tables;
using Hub.LocalProcesses;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Infra.Tests;

/// <summary>What the code needs of Azure, as the code itself says.</summary>
internal static partial class CodeFacts
{
    // Connection strings and a collector of one's own: on a developer's machine only.
    private static readonly string[] Local =
        ["AzureWebJobsStorage", "Data", "ServiceBus", "FUNCTIONS_WORKER_RUNTIME", "OTEL_EXPORTER_OTLP_ENDPOINT"];

    // Azure sets them itself, wherever it runs an app.
    private static readonly string[] Platforms = ["WEBSITE_SITE_NAME", "WEBSITE_HOSTNAME"];

    // Read by the functions' host and by Azure's libraries, not by the hub's own code alone.
    private static readonly string[] Hosts =
    [
        "AZURE_CLIENT_ID", "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID", "AzureWebJobsDisableHomepage", "AzureWebJobsStorage__accountName",
        "DOTNET_GCgen0size",
        "AzureWebJobsStorage__credential", "AzureWebJobsStorage__clientId",
        "ServiceBus__fullyQualifiedNamespace", "ServiceBus__credential", "ServiceBus__clientId",
    ];

    private static readonly Type[] Functions = typeof(Hub.Functions.Administration.Health).Assembly.GetTypes();

    /// <summary>The queues that functions read.</summary>
    public static IEnumerable<string> QueuesRead => (
        from type in Functions
        from method in type.GetMethods()
        from parameter in method.GetParameters()
        let trigger = parameter.GetCustomAttribute<ServiceBusTriggerAttribute>()
        where trigger is not null
        select trigger.QueueName).Distinct();

    /// <summary>When timers go off, as the code says: NCRONTAB, or the name of a setting between percent signs.</summary>
    public static IEnumerable<string> Timers =>
        from type in Functions
        from method in type.GetMethods()
        from parameter in method.GetParameters()
        let timer = parameter.GetCustomAttribute<TimerTriggerAttribute>()
        where timer is not null
        select timer.Schedule;

    /// <summary>The tables.</summary>
    public static IEnumerable<string> Tables
    {
        get
        {
            var tables = new HubTables(new TableServiceClient("UseDevelopmentStorage=true"));
            return typeof(HubTables).GetProperties().Select(p => p.GetValue(tables)).OfType<TableClient>().Select(t => t.Name);
        }
    }

    /// <summary>The containers.</summary>
    public static IEnumerable<string> Containers =>
        from type in typeof(HubTables).Assembly.GetTypes()
        from constant in type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
        where constant.IsLiteral && constant.Name.EndsWith("Container", StringComparison.Ordinal)
        select (string)constant.GetRawConstantValue()!;

    /// <summary>The settings that somebody reads in Azure.</summary>
    public static IEnumerable<string> Settings =>
        Sources.Functions.SelectMany(SettingsIn).Distinct().Except(Local).Except(Platforms).Concat(Hosts);

    /// <summary>Whether a setting is for a developer's machine only.</summary>
    public static bool IsLocal(string setting) => Local.Contains(setting);

    /// <summary>The settings that a text of C# reads.</summary>
    public static IEnumerable<string> SettingsIn(string source) => Reading().Matches(source)
        .Select(m => m.Groups["service"] is { Success: true, Value: var service }
            ? $"Data__{service}ServiceUri"
            : m.Groups["name"].Value.Replace(":", "__", StringComparison.Ordinal));

    /// <summary>The first cells of a catalogue's rows.</summary>
    public static IEnumerable<string> Rows(string document) => File.ReadAllText(Repository.PathTo("docs", document)).Split('\n')
        .Where(l => l.StartsWith("| `", StringComparison.Ordinal)).Select(l => l.Split('`')[1]);

    [GeneratedRegex(
        """reader\.\w+\("(?<name>[\w:]+)"|configuration\["(?<name>[\w:]+)"\]"""
        + """|"%(?<name>\w+)%"|Service\(configuration, "(?<service>\w+)"\)""")]
    private static partial Regex Reading();
}
