using System.Text.Json.Nodes;
using Hub.EndToEnd.Tests.Running;

namespace Hub.EndToEnd.Tests.Crashes;

/// <summary>Submits notices as a careful office does: again, with the same Idempotency-Key, until it is told that they are kept.</summary>
internal sealed class Submitter(ApiClient office, string name, Ledger ledger)
{
    private int _sent;

    public async Task<string> Submit(JsonObject notice, string? key = null)
    {
        key ??= $"{name}-{Interlocked.Increment(ref _sent)}";
        var form = notice.ToJsonString();
        var id = (await Send(form, key)).Id;
        ledger.Add(id, notice, form);
        return id;
    }

    /// <summary>Submits it, and then the very same request once more: it is the same notice.</summary>
    public async Task SubmitTwice(JsonObject notice)
    {
        var key = $"{name}-{Interlocked.Increment(ref _sent)}";
        var id = await Submit(notice, key);
        Assert.Equal(id, (await Send(notice.ToJsonString(), key)).Id);
        ledger.Repeated();
    }

    private async Task<Answer> Send(string form, string key) =>
        (await ApiClient.Insist(() => office.PostText("api/notices", form, headers: ("Idempotency-Key", key)))).Expect(202);
}
