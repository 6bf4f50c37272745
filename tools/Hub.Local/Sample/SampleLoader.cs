using System.Net;
using System.Text.Json.Nodes;

namespace Hub.Local.Sample;

/// <summary>
/// Puts a sample register into a hub by the road every change takes: notices of the Secretariat, approved by two reviewers. Begun again
/// after it was broken off, it goes on where it stood.
/// </summary>
public sealed class SampleLoader(HubClient first, HubClient second)
{
    private const int AtOnce = 8;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan NoticeWithin = TimeSpan.FromMinutes(3);
    private static readonly string[] Harmless = ["WARN"];

    /// <summary>Loads it; progress tells how much of how much is done.</summary>
    public async Task Load(SampleRegister sample, Action<int, int>? progress = null, CancellationToken cancel = default)
    {
        var (done, all) = (0, sample.Notices.Count + sample.Missions.Count);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
        await Parallel.ForEachAsync(sample.Notices, options, async (notice, stop) =>
        {
            await Load(notice, stop);
            progress?.Invoke(Interlocked.Increment(ref done), all);
        });
        // Missions last: they are told of what comes after them.
        await Parallel.ForEachAsync(sample.Missions, options, async (mission, stop) =>
        {
            (await first.Put($"api/subscribers/mission-{mission.State}", mission.Json)).Required();
            progress?.Invoke(Interlocked.Increment(ref done), all);
        });
    }

    private async Task Load(SampleNotice notice, CancellationToken cancel)
    {
        var answer = await first.Post("api/notices", notice.Json.DeepClone(), notice.Key);
        if (!answer.IsSuccess)
            throw Refused(notice, answer.Body);
        var id = answer.Text("id");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(NoticeWithin);
        try
        {
            while (!await Advance(notice, id))
                await Task.Delay(Pause, limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException($"Notice {notice.Key} ({id}) was not in the register after {NoticeWithin.TotalMinutes:0} minutes.");
        }
    }

    // One step towards the register; true once it is there.
    private async Task<bool> Advance(SampleNotice notice, string id)
    {
        var view = (await first.Get($"api/notices/{id}")).Required();
        Check(notice, view);
        switch ((string)view["status"]!)
        {
            case "REVIEW":
                await Approve(first, id);
                return false;
            case "SECOND_REVIEW":
                return await Approve(second, id) is "COMMITTED";
            case "COMMITTED":
                return true;
            case "RECEIVED" or "APPROVED":
                return false;
            default:
                throw Refused(notice, view);
        }
    }

    // Another notice may have moved the register on meanwhile: then the hub says so, and the notice is looked at again.
    private static async Task<string?> Approve(HubClient reviewer, string id)
    {
        var answer = await reviewer.Post($"api/notices/{id}/decision", new JsonObject { ["decision"] = "APPROVE" });
        return answer switch
        {
            { IsSuccess: true } => answer.Text("status"),
            { Status: HttpStatusCode.Conflict or HttpStatusCode.InternalServerError or HttpStatusCode.ServiceUnavailable } => null,
            _ => (string?)answer.Required()["status"],
        };
    }

    private static void Check(SampleNotice notice, JsonNode view)
    {
        if (view["problems"]!.AsArray().Any(p => !Harmless.Contains((string)p!["outcome"]!)))
            throw Refused(notice, view);
    }

    private static InvalidOperationException Refused(SampleNotice notice, JsonNode? answer) => new(
        $"The hub has questions about the sample's notice {notice.Key} ({answer?["status"]}):\n"
                + string.Join(
                    '\n',
                    (answer?["problems"] as JsonArray ?? [])
                        .Where(p => !Harmless.Contains((string?)p!["outcome"]))
                        .Select(p => $"  {p!["code"]} {p["field"]}: {p["title"]} {p["remedy"]}")));
}
