using System.Diagnostics.Metrics;
using Hub.Work.Runner;

namespace Hub.Delivery.Webhooks;

/// <summary>
/// Counts deliveries (System.Diagnostics.Metrics, meter <c>Hub.Webhooks</c>): by endpoint id and outcome, never by address.
/// </summary>
public sealed class DeliveryMetrics : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Hub.Webhooks";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _attempts;
    private readonly Histogram<double> _seconds;

    /// <summary>A meter of its own.</summary>
    public DeliveryMetrics() => (_attempts, _seconds) = (
        _meter.CreateCounter<long>("hub.webhooks.attempts", "{attempt}", "Attempts to deliver a webhook"),
        _meter.CreateHistogram<double>("hub.webhooks.attempt.duration", "s", "How long a receiver took to answer"));

    /// <summary>One attempt.</summary>
    public void Attempted(string endpoint, Step.Failed? failed, TimeSpan took)
    {
        var outcome = failed is null ? Attempt.Delivered : failed.Kind switch
        {
            Failure.Transient => "transient",
            Failure.Overloaded => "overloaded",
            Failure.Gone => "gone",
            Failure.Refused => "refused",
        };
        _attempts.Add(1, new("endpoint", endpoint), new KeyValuePair<string, object?>("outcome", outcome));
        _seconds.Record(took.TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();
}
