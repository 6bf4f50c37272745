using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Hub.Delivery.Webhooks;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Webhooks;

public sealed class WebhookMetricsTests
{
    [Fact]
    public async Task Attempts_are_counted_by_endpoint_and_outcome_and_nothing_else_is_told()
    {
        var rig = new WebhookRig();
        rig.Make("counted");
        rig.Register.Grow(2);
        rig.Answer = r => rig.Got.Count == 1
            ? Task.FromResult<Step.Failed?>(new(Failure.Overloaded, "429"))
            : Task.FromResult<Step.Failed?>(null);
        var counted = new ConcurrentQueue<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (instrument is Counter<long> && instrument.Meter.Name == DeliveryMetrics.MeterName)
                    l.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>(
            (_, _, tags, _) => counted.Enqueue(string.Join(' ', tags.ToArray().Select(t => $"{t.Key}={t.Value}"))));
        listener.Start();
        using (rig.Metrics)
            await rig.Finish("counted");
        Assert.Equal(
            ["endpoint=counted outcome=overloaded", "endpoint=counted outcome=delivered", "endpoint=counted outcome=delivered"],
            counted.Where(c => c.StartsWith("endpoint=counted ", StringComparison.Ordinal)));
    }
}
