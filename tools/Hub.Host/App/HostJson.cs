namespace Hub.Host.App;

/// <summary>What this host heeds of an app's host.json; a setting AzureFunctionsJobHost__path__to__value goes before it.</summary>
public sealed record HostJson(
    string RoutePrefix, TimeSpan? FunctionTimeout, int MaxConcurrentCalls, TimeSpan MaxAutoLockRenewal, int PrefetchCount,
    bool AutoComplete)
{
    private const string Overrides = "AzureFunctionsJobHost__";

    /// <summary>Reads the file in the app's folder; an app without one has Azure's defaults.</summary>
    public static HostJson Read(string folder, AppSettings settings)
    {
        var file = Path.Combine(folder, "host.json");
        IConfigurationRoot json;
        try
        {
            json = new ConfigurationBuilder()
                .AddJsonFile(file, optional: true, reloadOnChange: false)
                .AddInMemoryCollection(settings.StartingWith(Overrides).Select(s => KeyValuePair.Create(s.Key.Replace("__", ":"), s.Value)))
                .Build();
        }
        catch (InvalidDataException error)
        {
            throw new HostException($"{file} is not JSON: {error.InnerException?.Message ?? error.Message}");
        }
        return new HostJson(
            json["extensions:http:routePrefix"] ?? "api", Timeout(json["functionTimeout"]),
            Number(json, "extensions:serviceBus:maxConcurrentCalls", 1) ?? 16 * Environment.ProcessorCount,
            Durations.Parse(
                json["extensions:serviceBus:maxAutoLockRenewalDuration"] ?? "00:05:00", "maxAutoLockRenewalDuration in host.json"),
            Number(json, "extensions:serviceBus:prefetchCount", 0) ?? 0,
            !string.Equals(json["extensions:serviceBus:autoCompleteMessages"], "false", StringComparison.OrdinalIgnoreCase));
    }

    // -1 is Azure's word for no limit.
    private static TimeSpan? Timeout(string? text) => text switch
    {
        null => TimeSpan.FromMinutes(30),
        "-1" => null,
        _ => Durations.Parse(text, "functionTimeout in host.json"),
    };

    private static int? Number(IConfiguration json, string path, int least) => json[path] is not { } text
        ? null
        : int.TryParse(text, out var number) && number >= least
            ? number
            : throw new HostException($"{path.Replace(':', '.')} in host.json is '{text}'. Write a whole number of at least {least}.");
}
