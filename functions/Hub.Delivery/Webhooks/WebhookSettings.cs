using Hub.Work.Runner;

namespace Hub.Delivery.Webhooks;

/// <summary>Settings of the webhooks.</summary>
/// <param name="Source">The CloudEvents source: the hub's own address.</param>
/// <param name="Retries">When to try again.</param>
public sealed record WebhookSettings(string Source, RetryPolicy Retries)
{
    /// <summary>The hub's own limit: deliveries a minute to one endpoint, and the rate it asks receivers to allow.</summary>
    public const int Most = 6000;

    /// <summary>Deliveries a minute to one endpoint at most.</summary>
    public int Rate { get; init; } = Most;

    /// <summary>How long that minute is: shorter where the clock runs faster.</summary>
    public TimeSpan Minute { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long an endpoint has failed when its partner's contact gets a mail; the last one tells that it was disabled.</summary>
    public IReadOnlyList<TimeSpan> Warnings { get; init; } = [TimeSpan.FromDays(1), TimeSpan.FromDays(3)];

    /// <summary>The hub's host name: the origin for which receivers give their consent.</summary>
    public string Origin => new Uri(Source).IdnHost;

    /// <summary>The same on a clock that runs faster.</summary>
    public WebhookSettings Faster(double times) => this with
    {
        Retries = Retries.Faster(times), Minute = Minute / times, Warnings = [.. Warnings.Select(w => w / times)],
    };
}
