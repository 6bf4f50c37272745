using System.Collections.Concurrent;
using System.Diagnostics;
using Hub.Work.Tracing;

namespace Hub.Rules.Tests.Work;

/// <summary>The hub's spans, as they end. Tests run beside each other: ask for those of one trace.</summary>
internal sealed class Spans : IDisposable
{
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ActivityListener _listener;

    public Spans()
    {
        _listener = new()
        {
            ShouldListenTo = source => source.Name == HubTrace.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public IReadOnlyList<Activity> Of(string subject) => [.. _ended.Where(a => a.TraceId == HubTrace.IdOf(subject))];

    /// <summary>Everything that a span says.</summary>
    public static string Said(Activity span) => string.Join('\n',
    [
        span.OperationName, span.DisplayName, span.StatusDescription ?? "", span.TraceStateString ?? "",
        .. span.TagObjects.Concat(span.Events.SelectMany(e => e.Tags)).Select(t => $"{t.Key}={t.Value}"),
        .. span.Baggage.Select(b => $"{b}"),
    ]);

    public void Dispose() => _listener.Dispose();
}
