using Hub.EndToEnd.Tests.Running;
using Hub.LocalProcesses;
using Hub.Work.Tracing;

namespace Hub.EndToEnd.Tests;

/// <summary>One trace from a notice to its receipt, through all processes and queues.</summary>
[Collection(SharedHubCollection.Name)]
public sealed class TraceTests(SharedHub shared)
{
    private static readonly string[] Steps = ["notice.keep", "notice.route", "notice.decide", "notice.commit", "webhook.deliver"];

    [Fact]
    public async Task The_trace_of_a_notice_reaches_from_its_submission_to_the_webhook()
    {
        var hub = shared.Hub;
        await hub.Listen("traced");
        var id = await hub.Submit(await hub.Office("MLT"), SampleNotices.Designation("MLT"));
        await hub.Approve(id);
        await hub.Approve(id, await hub.Reviewer("second reviewer"));

        await Eventually.True(
            () => !Steps.Except(shared.Traces.SpansOf(HubTrace.IdOf(id).ToHexString())).Any(),
            $"the trace of {id} has all its steps: {string.Join(", ", shared.Traces.SpansOf(HubTrace.IdOf(id).ToHexString()))}");
    }
}
