using System.Text.Json.Nodes;
using Hub.Deploy.Bicep;
using Hub.Deploy.Planning;
using Hub.LocalProcesses;

namespace Hub.Infra.Tests;

/// <summary>infra/ as it is deployed: with nothing switched on, and with everything.</summary>
internal static class Infra
{
    private const string Subscription = "11111111-2222-3333-4444-555555555555";
    private const string Region = "westeurope";

    private static readonly Dictionary<string, string> Least = new()
    {
        ["AZURE_ENV_NAME"] = "trial",
        ["AZURE_LOCATION"] = Region,
        ["HUB_SENDER_MAILBOX"] = "a@example.org",
        ["HUB_ALERT_ADDRESS"] = "b@example.org",
        ["HUB_BUDGET_START"] = "2026-01-01",
        ["HUB_SIZE"] = "pilot",
        ["AZURE_SUBSCRIPTION_ID"] = Subscription,
    };

    private static readonly JsonObject FirstKey = new() { ["firstKey"] = new JsonObject { ["value"] = "k" } };

    private static readonly Lazy<Plan> AsPilot = new(() => Planned(Least));
    private static readonly Lazy<Plan> AsProduction = new(() => Planned(Everything!));

    /// <summary>Every switch is on, and names are as long as they get.</summary>
    public static IReadOnlyDictionary<string, string> Everything { get; } = new Dictionary<string, string>(Least)
    {
        ["AZURE_ENV_NAME"] = "abcdefghijklmnopqrst",
        ["HUB_SIZE"] = "production",
        ["HUB_FIRST_KEY"] = "k",
        ["HUB_SIGN_IN_APPLICATION"] = "5b0f6b0e-6a0a-4b7c-9d53-2f1c8e7d4a11",
        ["HUB_INBOXES"] = "a@example.org",
    };

    public static Plan PilotPlan => AsPilot.Value;

    public static Plan ProductionPlan => AsProduction.Value;

    public static Deployment Pilot { get; } = new(() => PilotPlan.Resources, () => PilotPlan.Template);

    public static Deployment Production { get; } = new(() => ProductionPlan.Resources, () => ProductionPlan.Template);

    public static string Folder => Repository.PathTo("infra");

    /// <summary>Everything that is compiled, by path below the folder.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } = Directory.GetFiles(Folder, "*.bicep*", SearchOption.AllDirectories)
        .Where(f => Path.GetExtension(f) is ".bicep" or ".bicepparam")
        .ToDictionary(f => Path.GetRelativePath(Folder, f).Replace('\\', '/'), File.ReadAllText);

    public static string Main => Files["main.bicep"];

    /// <summary>What a copy of the folder deploys, where a compiler has everything in its environment.</summary>
    public static Deployment Deployed(BicepCompiler compiler, string folder) => new(
        () => PlanParser.Resources(compiler.Snapshot(ParametersIn(folder), Subscription, Region), FirstKey),
        () => compiler.Compile(Path.Combine(folder, "main.bicep")).Template!);

    public static string ParametersIn(string folder) => Path.Combine(folder, "main.bicepparam");

    private static Plan Planned(IReadOnlyDictionary<string, string> settings) =>
        PlanParser.Read(GivenSettings.Read(new(WhatIf: true, Costs: false, Format: false, settings)));
}
