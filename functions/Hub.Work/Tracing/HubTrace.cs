using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Hub.Register.Json;
using Hub.Register.Log;

namespace Hub.Work.Tracing;

/// <summary>
/// Traces from a notice to its receipt (W3C Trace Context). The id of a notice's trace comes from the notice's own id: whatever is done
/// about the notice or its events, in whatever process and however late, is in that trace, and nothing is kept or carried for it. Each span
/// is linked to the request or message that caused it. Spans hold ids and codes, never what is in a notice or a record (I6).
/// </summary>
public static class HubTrace
{
    /// <summary>The name by which spans are subscribed to.</summary>
    public const string SourceName = "Hub";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>The id of the trace of a notice, an edition or a mail.</summary>
    public static ActivityTraceId IdOf(string subject) => ContextOf(subject).TraceId;

    /// <summary>Something done about a notice; null where nobody listens.</summary>
    public static Activity? OfNotice(string step, string notice) =>
        Start(step, notice, ActivityKind.Internal, [])?.SetTag("hub.notice", notice);

    /// <summary>Something done about an event, in the trace of its notice or edition.</summary>
    public static Activity? OfEvent(string step, DirectoryEvent e, string receiver) => Start(step, SubjectOf(e), ActivityKind.Client, [])
        ?.SetTag("hub.notice", e.Facts.NoticeId).SetTag("hub.event", e.Sequence)
        .SetTag("hub.event.type", e.Type.Code()).SetTag("hub.receiver", receiver);

    /// <summary>Something done about a mail: a trace of its own, linked to those of all that it tells.</summary>
    public static Activity? OfMail(string step, string mail, IEnumerable<DirectoryEvent> told)
    {
        if (!Source.HasListeners())
            return null;
        var events = told.ToList();
        return Start(step, mail, ActivityKind.Client, events.Select(SubjectOf).Distinct())
            ?.SetTag("hub.event.first", events.FirstOrDefault()?.Sequence).SetTag("hub.event.last", events.LastOrDefault()?.Sequence);
    }

    /// <summary>Says how it ended.</summary>
    /// <param name="span">The span; null where nobody listens.</param>
    /// <param name="failure">What went wrong, without contact data; null where nothing did.</param>
    public static void End(this Activity? span, string? failure) =>
        span?.SetStatus(failure is null ? ActivityStatusCode.Ok : ActivityStatusCode.Error, failure);

    private static string SubjectOf(DirectoryEvent e) => e.Facts.NoticeId ?? e.Facts.Edition?.Slug ?? $"event-{e.Sequence}";

    private static Activity? Start(string step, string subject, ActivityKind kind, IEnumerable<string> linked)
    {
        if (!Source.HasListeners())
            return null;
        IEnumerable<ActivityContext> cause = Activity.Current is { } current ? [current.Context] : [];
        return Source.StartActivity(
            step, kind, ContextOf(subject), links: [.. cause.Concat(linked.Select(ContextOf)).Select(c => new ActivityLink(c))]);
    }

    // Always recorded: there are as few traces as there are notices.
    private static ActivityContext ContextOf(string subject)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(subject));
        return new(
            ActivityTraceId.CreateFromBytes(hash.AsSpan(0, 16)), ActivitySpanId.CreateFromBytes(hash.AsSpan(16, 8)),
            ActivityTraceFlags.Recorded,
            isRemote: true);
    }
}
