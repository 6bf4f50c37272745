using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Deploy.Bicep;
using Hub.LocalProcesses;

namespace Hub.Deploy.Planning;

/// <summary>Has Bicep's compiler say what a deployment would make; Azure is not asked.</summary>
internal static partial class PlanParser
{
    // In the place of a subscription that is not known.
    private const string AnySubscription = "00000000-0000-0000-0000-000000000000";

    public static Plan Read(GivenSettings given)
    {
        using var compiler = new BicepCompiler(given.Values);
        var file = Repository.PathTo("infra", "main.bicepparam");
        var compiled = compiler.CompileParameters(file);
        if (compiled.Findings.Where(f => f.IsError).ToList() is { Count: > 0 } errors)
            throw new DeployException($"Bicep's compiler says:\n{string.Join('\n', errors)}");
        var snapshot = compiler.Snapshot(file, given.Subscription ?? AnySubscription, given.Values["AZURE_LOCATION"]);
        var resources = Resources(given.NamesAreExact ? snapshot : WithoutToken(snapshot), compiled.Parameters!);
        return new((string)compiled.Parameters!["size"]!["value"]!, resources, compiled.Template!);
    }

    /// <summary>The resources of a snapshot that are made with some parameters.</summary>
    public static IReadOnlyList<Resource> Resources(string snapshot, JsonObject parameters) =>
    [
        .. JsonNode.Parse(snapshot)!["predictedResources"]!.AsArray().Select(r => new Resource((JsonObject)r!))
            .Where(r => IsMade(r, parameters)),
    ];

    // The compiler keeps secure parameters to itself, so it leaves open what depends on one being there.
    private static bool IsMade(Resource resource, JsonObject parameters) =>
        Given().Match(resource.Condition ?? "") is not { Success: true } given
            || ((string)parameters[given.Groups["name"].Value]!["value"]!).Length > 0;

    // The last part of names is made from subscription, name and region: one that is made up would look like the right one.
    private static string WithoutToken(string snapshot) =>
        snapshot.Replace(Token().Match(snapshot).Groups["token"].Value, "<token>", StringComparison.Ordinal);

    [GeneratedRegex(@"/userAssignedIdentities/[^""/]+-(?<token>\w{13})""")]
    private static partial Regex Token();

    [GeneratedRegex(@"^\[not\(empty\(parameters\('(?<name>\w+)'\)\)\)\]$")]
    private static partial Regex Given();
}
