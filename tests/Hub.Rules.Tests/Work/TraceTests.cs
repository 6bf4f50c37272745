using System.Diagnostics;
using Hub.Notices;
using Hub.Notices.Flow;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Delivery.Mail;
using Hub.Work.Runner;
using Hub.Work.Tracing;

namespace Hub.Rules.Tests.Work;

/// <summary>
/// Run alone: the spans of a process are everybody's, and the builders of all tests number their notices alike.
/// </summary>
[CollectionDefinition(nameof(TraceTests), DisableParallelization = true)]
public sealed class TraceTestsAlone;

/// <summary>A trace leads from a notice to its receipt, and says nothing that is restricted (I6).</summary>
[Collection(nameof(TraceTests))]
public sealed class TraceTests : IDisposable
{
    private readonly Spans _spans = new();

    [Fact]
    public async Task Everything_done_about_a_notice_is_in_one_trace()
    {
        var notice = await Committed(new Desk());
        Assert.Equal(
            ["notice.keep", "notice.route", "notice.decide", "notice.decide", "notice.commit"],
            _spans.Of(notice.Id).OrderBy(s => s.StartTimeUtc).Select(s => s.OperationName).OrderBy(Order));
    }

    [Fact]
    public async Task Its_spans_say_which_notice_and_nothing_restricted()
    {
        var notice = await Committed(new Desk(Sample.Authority()));
        var spans = _spans.Of(notice.Id);
        Assert.All(spans, s => Assert.Equal(notice.Id, s.GetTagItem("hub.notice")));
        Assert.All(spans, s => Assert.DoesNotContain(Sample.Marker, Spans.Said(s), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mail_is_linked_to_the_traces_of_all_that_it_tells_and_names_no_address()
    {
        var rig = new MailRig(Sample.Authority());
        rig.Subscribe("reader-of-traces");
        var head = rig.Grown();
        await rig.Run();
        var mail = rig.Sent.Single(s => s.Message.To == "reader-of-traces@mission.example").Message;
        var spans = _spans.Of(mail.Id);
        Assert.Equal(["mail.draft", "mail.send"], spans.Select(s => s.OperationName).Order(StringComparer.Ordinal));
        var e = rig.Register.Log[^1];
        Assert.Equal(head, spans[0].GetTagItem("hub.event.last"));
        Assert.All(
            spans, s => Assert.Contains(HubTrace.IdOf(e.Facts.NoticeId ?? $"event-{e.Sequence}"), s.Links.Select(l => l.Context.TraceId)));
        Assert.All(spans, s => Assert.DoesNotContain("mission.example", Spans.Said(s), StringComparison.Ordinal));
        Assert.All(spans, s => Assert.DoesNotContain("reader-of-traces", Spans.Said(s), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mail_that_did_not_go_says_why()
    {
        var rig = new MailRig(Sample.Authority()) { Answer = _ => new Step.Failed(Failure.Refused, "the mailbox answered 400") };
        rig.Subscribe("refused-reader");
        var head = rig.Grown();
        await rig.Run();
        var sent = _spans.Of($"refused-reader:{head:D12}-{head:D12}").Single(s => s.Status == ActivityStatusCode.Error);
        Assert.Equal("the mailbox answered 400", sent.StatusDescription);
    }

    [Fact]
    public void A_span_is_linked_to_what_caused_it()
    {
        using var cause = new Activity("a request").SetIdFormat(ActivityIdFormat.W3C).Start();
        HubTrace.OfNotice("notice.route", "XAA-caused")!.Dispose();
        Assert.Equal(cause.TraceId, Assert.Single(Assert.Single(_spans.Of("XAA-caused")).Links).Context.TraceId);
    }

    [Fact]
    public void A_notice_has_the_same_trace_in_every_process_and_another_notice_another()
    {
        // Written down: what was traced before an update must be found after it.
        Assert.Equal("5652276bd9eb25b1a9f59a54c0b4ac26", HubTrace.IdOf("XAA-1").ToHexString());
        Assert.NotEqual(HubTrace.IdOf("XAA-1"), HubTrace.IdOf("XAA-2"));
    }

    public void Dispose() => _spans.Dispose();

    private static async Task<Notice> Committed(Desk desk)
    {
        var notice = await desk.Routed(Desk.NewPair($$"""{ "text": "{{Sample.Marker}}" }"""));
        await desk.Decide(notice, Callers.First, DecisionKind.Approve, Sample.Marker);
        Assert.IsType<DecisionResult.Taken>(await desk.Decide(notice, Callers.Second, DecisionKind.Approve));
        return await desk.Find(notice);
    }

    private static int Order(string step) => Array.IndexOf(["notice.keep", "notice.route", "notice.decide", "notice.commit"], step);
}
