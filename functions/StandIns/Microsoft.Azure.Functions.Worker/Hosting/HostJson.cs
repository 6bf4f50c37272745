using System.Globalization;
using System.Text.Json;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>The part of host.json that the stand-in keeps to.</summary>
internal sealed record HostJson
{
    public string RoutePrefix { get; init; } = "api";

    public int MaxConcurrentCalls { get; init; } = 16;

    public TimeSpan MaxAutoLockRenewalDuration { get; init; } = TimeSpan.FromMinutes(5);

    public static HostJson Load(string folder)
    {
        var path = Path.Combine(folder, "host.json");
        var extensions = JsonFile.Read(path).Where(m => m.Name == "extensions")
            .SelectMany(m => JsonFile.Members(m.Value, $"{path}: extensions"));
        return extensions.Aggregate(new HostJson(), (host, extension) => host.With(extension, path));
    }

    private HostJson With(JsonProperty extension, string path) =>
        JsonFile.Members(extension.Value, $"{path}: extensions.{extension.Name}").Aggregate(this, (host, key) =>
        {
            var name = $"extensions.{extension.Name}.{key.Name}";
            try
            {
                return host.With(name, key.Value);
            }
            catch (Exception e) when (e is FormatException or InvalidOperationException or OverflowException)
            {
                throw new InvalidOperationException($"{path}: {name}: {e.Message}", e);
            }
        });

    private HostJson With(string name, JsonElement value) => name switch
    {
        "extensions.http.routePrefix" => this with { RoutePrefix = Text(value).Trim('/') },
        "extensions.serviceBus.maxConcurrentCalls" => this with { MaxConcurrentCalls = Positive(value.GetInt32()) },
        "extensions.serviceBus.maxAutoLockRenewalDuration" => this with { MaxAutoLockRenewalDuration = Duration.Parse(Text(value)) },
        "extensions.serviceBus.prefetchCount" when value.GetInt32() == 0 => this,
        "extensions.serviceBus.autoCompleteMessages" when value.GetBoolean() => this,
        // These are about the wire to Service Bus, which is not there.
        "extensions.serviceBus.clientRetryOptions" or "extensions.serviceBus.transportType" => this,
        _ => throw new FormatException(
            $"the stand-in does not support this key with {value.GetRawText()}. Remove it, or teach the stand-in."),
    };

    private static string Text(JsonElement value) => value.GetString() ?? throw new FormatException("must be a string, not null.");

    private static int Positive(int number) =>
        number > 0 ? number : throw new FormatException($"must be at least 1, not {number.ToString(CultureInfo.InvariantCulture)}.");
}
