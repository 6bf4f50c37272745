using Hub.Functions.Setup;
using Hub.LocalProcesses;
using Microsoft.Extensions.Configuration;

namespace Hub.Functions.Tests.Setup;

/// <summary>The sample settings, with something changed.</summary>
internal static class LocalSettings
{
    /// <summary>The names of all settings of the hub, as they are written.</summary>
    public static IEnumerable<string> Names => Sample().Keys.Where(k => k.Contains("__", StringComparison.Ordinal));

    public static HubSettings With(params (string Name, string? Value)[] changes) => HubSettings.Read(All(changes));

    /// <summary>The same before they are read.</summary>
    public static IConfiguration All(params (string Name, string? Value)[] changes)
    {
        var all = Sample();
        foreach (var (name, value) in changes)
            all[name] = value;
        return new ConfigurationBuilder().AddInMemoryCollection(
            all.Select(p => KeyValuePair.Create(p.Key.Replace("__", ":", StringComparison.Ordinal), p.Value))).Build();
    }

    private static Dictionary<string, string?> Sample() => new ConfigurationBuilder()
        .AddJsonFile(Repository.PathTo("local.settings.sample.json")).Build().GetSection("Values")
        .AsEnumerable(makePathsRelative: true).Where(p => p.Value is not null).ToDictionary(p => p.Key, p => p.Value);
}
