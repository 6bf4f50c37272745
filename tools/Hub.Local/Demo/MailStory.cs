using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hub.Local.Terminal;
using Hub.Testing;

namespace Hub.Local.Demo;

/// <summary>Notices by e-mail: what comes in, what becomes of each, and what is answered.</summary>
internal sealed class MailStory(Session session)
{
    private const int Shown = 40;
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(90);
    private static readonly string[] Unsettled = ["RECEIVED"];
    private int _answersBefore;

    public async Task Play()
    {
        session.Step("The mission of Arvenia registers its mailbox; its authority is in the register");
        var letters = new Letters(session.Run, await Prepare());
        _answersBefore = (await Answers(Letters.Mission)).Count;

        session.Step($"{letters.All.Count} mails arrive at {LocalHub.Inbox}");
        foreach (var letter in letters.All)
            await Arrive(letter);
        var settled = await Settle(letters.All);

        session.Step("A query is answered by a reply in its thread");
        var query = settled.Single(s => s.Letter.Title == "broken attachment");
        var reply = letters.Reply(await AnswerAbout(query.Notice!));
        await Arrive(reply);
        settled = [.. settled, .. await Settle([reply])];
        session.Expect(
            (string?)(await Notice(query.Notice!))["status"] == "SUPERSEDED", "the reply takes the place of the notice that was queried");

        session.Step("The Secretariat decides, and the mission is told in the same thread");
        var form = settled.Single(s => s.Letter.Title == "a form as JSON");
        await session.First.Post($"api/notices/{form.Notice}/decision", new JsonObject { ["decision"] = "APPROVE" });
        await Eventually.True(async () => (await AnswersAbout(form.Notice!)).Count > 1, "", Within)
            .ContinueWith(_ => { }, TaskScheduler.Default);
        session.Expect((await AnswersAbout(form.Notice!)).Count == 2, "an acknowledgement, and word of what took effect");

        session.Step("What became of each");
        await Table(settled);
        session.Note($"The mailbox: {session.Ring.Mailbox}view/{LocalHub.Inbox}; one of the answers:");
        foreach (var line in ((string)(await AnswerAbout(query.Notice!))["body"]!["content"]!).Split("\r\n"))
            session.Screen.Line(Wrapping.Wrap(line, 6));
    }

    private async Task<string> Prepare()
    {
        (await session.First.Put("api/subscribers/mission-arvenia", new JsonObject
        {
            ["state"] = Forms.State, ["address"] = Letters.Mission, ["language"] = "en", ["name"] = "Permanent Mission of Arvenia",
        })).Required();
        if (await Records.Holding(session.Reader, "UNTOC 18 MLA") is { } record)
            return record;
        var sent = await session.Send("Mission", session.Mission("en"), new Forms(session.Run).Notice(
            "NEW_DESIGNATION", "0", "en", Forms.Designate(Forms.Office(), null)));
        await session.Approve(sent);
        return (await Records.Holding(session.Reader, "UNTOC 18 MLA"))!;
    }

    private async Task Arrive(Letter letter)
    {
        session.Screen.Line($"   {session.Screen.In(Colour.Cyan, "→")} {letter.From}: {letter.Subject}");
        using var answer = await session.Mailbox.PostAsJsonAsync("control/mail", letter.Mail);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<IReadOnlyList<Settled>> Settle(IReadOnlyList<Letter> letters)
    {
        List<JsonNode> mails = [];
        await Eventually.True(
            async () => (mails = await Mails(letters)).Count == letters.Count && mails.All(m => !Unsettled.Contains((string?)m["status"])),
            "", Within)
            .ContinueWith(_ => { }, TaskScheduler.Default);
        session.Expect(mails.Count == letters.Count, $"all {letters.Count} are kept as they were received");
        return [.. letters.Select(l => new Settled(l, Take(mails, l)))];
    }

    // Two came in the same second under the same subject: either may be the one that the other repeats.
    private static JsonNode Take(List<JsonNode> mails, Letter letter)
    {
        var own = mails.Where(m => (string?)m["subject"] == letter.Subject).ToList();
        var taken = own.Find(m => (string?)m["status"] == letter.Fate) ?? own[0];
        mails.Remove(taken);
        return taken;
    }

    private async Task<List<JsonNode>> Mails(IReadOnlyList<Letter> letters)
    {
        var items = (await session.First.Get("api/mails?limit=500")).Required()["items"]!.AsArray();
        return [.. items.Select(m => m!).Where(m => letters.Any(l => l.Subject == (string?)m["subject"]))];
    }

    private async Task Table(IReadOnlyList<Settled> settled)
    {
        session.Screen.Line($"   {"mail",-30} {"became",-13} {"notice",-Shown} {"stands",-11} {"asked",-16} answered");
        foreach (var (letter, mail) in settled)
        {
            var notice = new Settled(letter, mail).Notice;
            var view = notice is null ? null : await Notice(notice);
            var asked = (view?["problems"] as JsonArray ?? []).Where(p => (string?)p!["outcome"] is not "WARN")
                .Select(p => p!["code"]!.ToString()).Distinct();
            var answers = await Sent((string)mail["id"]!);
            session.Screen.Line(
                $"   {letter.Title,-30} {mail["status"],-13} {notice ?? "-",-Shown} {view?["status"] ?? "-",-11} "
                + $"{string.Join(' ', asked),-16} {string.Join(", ", answers)}");
        }
        foreach (var (letter, mail) in settled)
            await Check(letter, mail);
    }

    private async Task Check(Letter letter, JsonNode mail)
    {
        session.Expect((string?)mail["status"] == letter.Fate, $"{letter.Title}: {letter.Fate}");
        if (letter.Status is { } wanted && new Settled(letter, mail).Notice is { } notice)
            session.Expect(await Was(notice, wanted), $"{letter.Title}: its notice {wanted}");
        var answers = await Sent((string)mail["id"]!);
        session.Expect(
            answers.Any() == letter.Answered || (letter.Fate == "HELD" && !answers.Any()),
            letter.Answered ? $"{letter.Title}: answered" : $"{letter.Title}: not answered");
    }

    // What was queried may have been amended since, and what was to be reviewed decided.
    private async Task<bool> Was(string notice, string wanted) => (string?)(await Notice(notice))["status"] is { } now
        && (now == wanted || (wanted, now) is ("QUERY", "SUPERSEDED") or ("REVIEW", "COMMITTED"));

    private async Task<IReadOnlyList<string>> Sent(string mail) =>
    [
        .. (await session.First.Get($"api/mails/{mail}")).Required()["answers"]!.AsArray()
            .Where(a => (string?)a!["state"] == "SENT").Select(a => a!["kind"]!.ToString()),
    ];

    private async Task<JsonNode> Notice(string id) => (await session.First.Get($"api/notices/{id}")).Required();

    private async Task<JsonNode> AnswerAbout(string notice)
    {
        IReadOnlyList<JsonNode> found = [];
        await Eventually.True(async () => (found = await AnswersAbout(notice)).Count > 0, $"an answer about {notice}", Within);
        return found[0];
    }

    private async Task<IReadOnlyList<JsonNode>> AnswersAbout(string notice) =>
        [.. (await Answers(Letters.Mission)).Skip(_answersBefore)
            .Where(a => ((string)a["subject"]!).Contains(notice, StringComparison.Ordinal))];

    private async Task<IReadOnlyList<JsonNode>> Answers(string address) =>
        [.. (await session.Mailbox.GetFromJsonAsync<JsonArray>($"control/delivered/{address}"))!
            .Select(m => m!).Where(m => (string?)m["from"] == LocalHub.Inbox)];

    private sealed record Settled(Letter Letter, JsonNode Mail)
    {
        public string? Notice => (string?)(Mail["notices"] as JsonArray)?.FirstOrDefault();
    }
}
