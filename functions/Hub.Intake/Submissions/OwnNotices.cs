using System.Text;
using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Flow;
using Hub.Register.Json;

namespace Hub.Intake.Submissions;

/// <summary>Notices of the hub itself, by which the data that come with it go the road every change takes (I2).</summary>
public sealed class OwnNotices(NoticeIntake intake, NoticeFlow flow, Decisions decisions)
{
    /// <summary>Sends and approves one. Two starts at once send the same, and find each other's.</summary>
    public async Task Commit(JsonObject form, string reason, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        var original = Encoding.UTF8.GetBytes(form.ToJsonString(HubJson.Options));
        var id = await intake.Accept(new(Caller.Hub, form, original, [], $"seed-{CanonicalJson.Sha256(form)}"), cancel) switch
        {
            SubmissionResult.Accepted(var notice) => notice.Id,
            SubmissionResult.Repeated(var notice) => notice.Id,
            var other => throw new InvalidOperationException(
                $"The hub's own data make no notice ({(string?)form["state"]}): {other.GetType().Name}."),
        };
        await flow.Advance(id, cancel);
        await decisions.Decide(id, Caller.Hub, new(DecisionKind.Approve, reason, null), cancel);
    }
}
