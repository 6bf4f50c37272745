using System.Text.Json;
using Hub.LocalProcesses;

namespace Hub.Functions.Tests.Build;

/// <summary>What a project asks for once MSBuild has evaluated it.</summary>
/// <param name="Packages">Its packages, each with its version.</param>
/// <param name="References">The names of the projects it references.</param>
internal sealed record Project(string[] Packages, string[] References)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static string Path(string name) => Repository.PathTo("functions", name, $"{name}.csproj");

    public static async Task<Project> Evaluate(string name, string azurePackages)
    {
        var json = await Dotnet(
            "msbuild", Path(name), "-nodeReuse:false", $"-p:AzurePackages={azurePackages}",
            "-getItem:PackageReference,ProjectReference,PackageVersion");
        var items = JsonDocument.Parse(json).RootElement.GetProperty("Items");
        var versions = items.GetProperty("PackageVersion").EnumerateArray().ToDictionary(
            Identity, v => v.GetProperty("Version").GetString());
        return new Project(
            Sorted(Items("PackageReference").Select(p => $"{Identity(p)} {versions[Identity(p)]}")),
            Sorted(Items("ProjectReference").Select(p => System.IO.Path.GetFileNameWithoutExtension(Identity(p)))));

        IEnumerable<JsonElement> Items(string kind) => items.GetProperty(kind).EnumerateArray();
    }

    /// <summary>The output of a dotnet command that must succeed.</summary>
    public static async Task<string> Dotnet(params string[] arguments)
    {
        var (code, output) = await Run(arguments);
        Assert.True(code == 0, output);
        return output;
    }

    public static async Task<(int Code, string Output)> Run(params string[] arguments)
    {
        await using var dotnet = ChildProcess.Start("dotnet", arguments);
        return (await dotnet.Ended(Patience), dotnet.Output);
    }

    private static string Identity(JsonElement item) => item.GetProperty("Identity").GetString()!;

    private static string[] Sorted(IEnumerable<string> names) => [.. names.Order(StringComparer.Ordinal)];
}
