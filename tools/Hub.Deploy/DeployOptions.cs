namespace Hub.Deploy;

/// <summary>What is asked for.</summary>
/// <param name="WhatIf">Whether to explain what would be created.</param>
/// <param name="Costs">Whether to print the table of costs of docs/scale-and-cost.md.</param>
/// <param name="Format">Whether to bring infra/ into the form of `bicep format`.</param>
/// <param name="Settings">What <c>azd env set</c> would set, by name.</param>
internal sealed record DeployOptions(bool WhatIf, bool Costs, bool Format, IReadOnlyDictionary<string, string> Settings)
{
    public const string Usage = """
        `azd up` deploys the hub; docs/deploy.md says what to set first.
        ./hub deploy --what-if explains, without asking Azure, what it would create and what that costs:
          --size SIZE        pilot or production (default: HUB_SIZE, or pilot)
          --set NAME=VALUE   a setting of the azd environment, such as HUB_SIGN_IN_APPLICATION=…; again for each.
                             What is not set is taken from this shell's environment. With AZURE_SUBSCRIPTION_ID,
                             AZURE_ENV_NAME and AZURE_LOCATION the names are exactly those that Azure would have.
        ./hub deploy --format brings the files of infra/ into Bicep's form.
        ./hub deploy --costs prints the table of docs/scale-and-cost.md, from infra/costs.json.
        """;

    public static DeployOptions Read(IReadOnlyList<string> args)
    {
        var settings = new Dictionary<string, string>();
        var (whatIf, costs, format) = (false, false, false);
        for (var i = 0; i < args.Count; i++)
            switch (args[i])
            {
                case "--what-if":
                    whatIf = true;
                    break;
                case "--costs":
                    costs = true;
                    break;
                case "--format":
                    format = true;
                    break;
                case "--size":
                    settings["HUB_SIZE"] = Value(args, ref i);
                    break;
                case "--set" when Value(args, ref i).Split('=', 2) is [var name, var value]:
                    settings[name] = value;
                    break;
                default:
                    throw new DeployException($"'{args[i]}' is not known here.\n{Usage}");
            }
        return new(whatIf, costs, format, settings);
    }

    /// <summary>The same request for a size.</summary>
    public DeployOptions Of(string size) => this with { Settings = new Dictionary<string, string>(Settings) { ["HUB_SIZE"] = size } };

    private static string Value(IReadOnlyList<string> args, ref int i) =>
        i + 1 < args.Count ? args[++i] : throw new DeployException($"{args[i]} needs a value.");
}
