using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Hub.EndToEnd.Tests.Running;
using Hub.LocalProcesses;

namespace Hub.EndToEnd.Tests.Attacks;

/// <summary>
/// Sends what is to harm the hub, and keeps account of it: nothing may end anywhere but where a person sees it (I8, I11).
/// </summary>
internal sealed class Attack(RunningHub hub, ApiClient office, string state, string mission)
{
    private const int AtOnce = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private readonly ConcurrentBag<string> _accepted = [];
    private readonly TableClient _mailTable = new TableServiceClient(hub.Local.Storage.ConnectionString).GetTableClient("Mails");
    private int _mails;
    private int _mailsBefore;

    /// <summary>The notices that the hub took.</summary>
    public IReadOnlyCollection<string> Accepted => _accepted;

    /// <summary>Mails that were sent.</summary>
    public int Mails => _mails;

    /// <summary>Begins: what came before is not counted.</summary>
    public async Task Begin() => _mailsBefore = (await Fates()).Count;

    /// <summary>Sends them, some at a time. Where the hub is being killed meanwhile, each is sent until there is an answer.</summary>
    public Task Send(IEnumerable<HostileInput> inputs, bool insist = false) => Parallel.ForEachAsync(
        inputs, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (input, _) => await Send(input, insist));

    /// <summary>A good notice and a good mail behind it all: both come to what they come to at any time.</summary>
    public async Task GoodOnesBehindAreDealtWith(string number)
    {
        var subject = await Mail(Letters.Mail(mission, $"The note behind {number}", Letters.Note($"{state}/{number}/2026")));
        await hub.Submit(office, SampleNotices.Membership(state, "wacap", $"Behind {number}, {Guid.NewGuid()}"));
        Assert.NotEmpty((await hub.Becomes(subject, "NOTICE"))["notices"]!.AsArray());
    }

    /// <summary>Waits until each notice that was taken is routed, and each mail is there once and something became of it.</summary>
    public async Task EachIsDealtWith()
    {
        foreach (var id in _accepted)
            await Eventually.True(
                async () => (await hub.Secretariat.Insist($"api/notices/{id}")).Expect(200)["status"] != "RECEIVED",
                $"{id} is routed",
                Patience);
        IReadOnlyList<string> fates = [];
        await Eventually.True(
            async () => (fates = await Fates()).Count >= _mailsBefore + _mails && !fates.Contains("RECEIVED"),
            $"something became of {_mails} mails; there are {fates.Count - _mailsBefore}, {fates.Count(f => f == "RECEIVED")} of them unread",
            Patience);
        Assert.Equal(_mailsBefore + _mails, fates.Count);
    }

    private async Task Send(HostileInput input, bool insist)
    {
        if (input.Way is Way.Attachment or Way.Mail)
        {
            await Mail(AsMail(input));
            return;
        }
        Task<Answer> Once() => Submit(input);
        var answer = insist ? await ApiClient.Insist(Once) : await Once();
        Assert.True(answer.Status < 500, $"{input.Name} ({input.Way}) was answered {answer.Status}: {answer.Text}");
        if (answer.Status == 202)
            _accepted.Add(answer.Id);
    }

    private async Task<string> Mail(JsonObject mail)
    {
        Interlocked.Increment(ref _mails);
        return await hub.Arrives(mail);
    }

    private JsonObject AsMail(HostileInput input)
    {
        if (input.Way == Way.Attachment)
            return Letters
                .Mail(mission, input.Name, Letters.Note($"{state}/{input.Name}"))
                .With(input.Name, "application/octet-stream", input.Bytes);
        var mail = Letters.Mail(mission, input.Name, "");
        mail["mime"] = Convert.ToBase64String(input.Bytes);
        return mail;
    }

    private async Task<Answer> Submit(HostileInput input)
    {
        var file = new ByteArrayContent(input.Bytes);
        if (input.Way == Way.Body)
        {
            file.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            return await office.Send(HttpMethod.Post, "api/notices", file, ("Idempotency-Key", input.Name));
        }
        using var form = new MultipartFormDataContent
        {
            { new StringContent(SampleNotices.Membership(state, "wacap", input.Name).ToJsonString(), null, "application/json"), "notice" },
            { file, "file", input.Name },
        };
        return await office.Send(HttpMethod.Post, "api/notices", form, ("Idempotency-Key", input.Name));
    }

    private async Task<IReadOnlyList<string>> Fates()
    {
        var fates = new List<string>();
        await foreach (var row in _mailTable.QueryAsync<TableEntity>("RowKey eq 'mail'", select: ["Fate"]))
            fates.Add(row.GetString("Fate"));
        return fates;
    }
}
