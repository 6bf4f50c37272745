using System.Text.RegularExpressions;
using Hub.LocalProcesses;

namespace Hub.Deploy.Planning;

/// <summary>The settings that infra/main.bicepparam reads, as azd would hand them over.</summary>
/// <param name="Values">By name, with something to show in the place of what is not set.</param>
/// <param name="Missing">Those that azd would refuse to go without.</param>
/// <param name="Subscription">The subscription, where it is known.</param>
internal sealed partial record GivenSettings(
    IReadOnlyDictionary<string, string> Values, IReadOnlyList<string> Missing, string? Subscription)
{
    private const string SubscriptionId = "AZURE_SUBSCRIPTION_ID";

    // So that names can be shown; azd asks for both.
    private static readonly Dictionary<string, string> Asked = new() { ["AZURE_ENV_NAME"] = "<name>", ["AZURE_LOCATION"] = "<region>" };

    // before-provision.sh sets it.
    private const string SetByHook = "HUB_BUDGET_START";

    /// <summary>Whether all is known that names are made of.</summary>
    public bool NamesAreExact => Subscription is not null && Asked.All(a => Values[a.Key] != a.Value);

    public static GivenSettings Read(DeployOptions options)
    {
        var read = Reading().Matches(File.ReadAllText(Repository.PathTo("infra", "main.bicepparam")));
        var names = read.Select(m => m.Groups["name"].Value).ToList();
        if (options.Settings.Keys.FirstOrDefault(k => k != SubscriptionId && !names.Contains(k)) is { } stranger)
            throw new DeployException($"there is no setting {stranger}; there are {string.Join(", ", names.Append(SubscriptionId))}.");
        var values = new Dictionary<string, string>();
        var missing = new List<string>();
        foreach (Match setting in read)
        {
            var name = setting.Groups["name"].Value;
            if (Setting(options, name) is { } value)
                values[name] = value;
            else if (!setting.Groups["default"].Success)
                values[name] = Asked.GetValueOrDefault(name) ?? $"<{name}>";
            if (values.GetValueOrDefault(name) == $"<{name}>" && name != SetByHook)
                missing.Add(name);
        }
        return new(values, missing, Setting(options, SubscriptionId));
    }

    private static string? Setting(DeployOptions options, string name) =>
        options.Settings.TryGetValue(name, out var set) ? set
        : Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value
        : null;

    [GeneratedRegex(@"readEnvironmentVariable\('(?<name>\w+)'(?<default>,)?")]
    private static partial Regex Reading();
}
