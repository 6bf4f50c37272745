using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Testing;

namespace Hub.Deploy.Planning;

/// <summary>The parameters of main.bicep as azd would hand them over, by main.parameters.json.</summary>
/// <param name="Values">By parameter.</param>
/// <param name="Missing">The settings that azd would refuse to go without.</param>
internal sealed partial record GivenParameters(IReadOnlyDictionary<string, string> Values, IReadOnlyList<string> Missing)
{
    // So that names can be shown; azd asks for both.
    private static readonly Dictionary<string, string> Asked = new() { ["AZURE_ENV_NAME"] = "<name>", ["AZURE_LOCATION"] = "<region>" };

    // before-provision.sh sets it.
    private const string SetByHook = "HUB_BUDGET_START";

    public string Size => Values["size"];

    public static GivenParameters Read(DeployOptions options)
    {
        var parameters = JsonNode.Parse(File.ReadAllText(Repository.PathTo("infra", "main.parameters.json")))!["parameters"]!.AsObject();
        var values = new Dictionary<string, string>();
        var missing = new List<string>();
        var known = new HashSet<string>();
        foreach (var (parameter, entry) in parameters)
        {
            var variable = Variable().Match((string)entry!["value"]!);
            var name = variable.Groups["name"].Value;
            known.Add(name);
            var value = Setting(options, name) ?? (variable.Groups["default"] is { Success: true } otherwise ? otherwise.Value : null);
            if (value is null && name != SetByHook)
                missing.Add(name);
            values[parameter] = value ?? $"<{name}>";
        }
        if (options.Settings.Keys.FirstOrDefault(k => !known.Contains(k)) is { } stranger)
            throw new DeployException($"there is no setting {stranger}; there are {string.Join(", ", known)}.");
        return new(values, missing);
    }

    private static string? Setting(DeployOptions options, string name) =>
        options.Settings.TryGetValue(name, out var set) ? set
        : Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value
        : Asked.GetValueOrDefault(name);

    [GeneratedRegex(@"^\$\{(?<name>\w+)(?:=(?<default>.*))?\}$")]
    private static partial Regex Variable();
}
