using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hub.Local.Demo.Inputs;
using Hub.Local.Terminal;
using Hub.LocalProcesses;
using Hub.Notices;

namespace Hub.Local.Demo;

/// <summary>Notices by e-mail: what comes in, what becomes of each, and what is answered.</summary>
internal sealed class MailDemo(Session session)
{
    private const int Shown = 40;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly string[] Unsettled = ["RECEIVED"];
    private int _answersBefore;

    public async Task Play()
    {
        session.Step("The mission of Arvenia registers its mailbox; its authority is in the register");
        var letters = new DemoMails(session.Run, await Prepare());
        _answersBefore = (await Answers(DemoMails.Mission)).Count;

        session.Step($"{letters.All.Count} mails arrive at {LocalHub.Inbox}");
        foreach (var letter in letters.All)
            await Arrive(letter);
        var settled = await Settle(letters.All);

        session.Step("What was read in three notes, and from which words");
        foreach (var note in settled.Where(s => s.DemoMail.Title.StartsWith("note verbale", StringComparison.Ordinal)))
            await Show(note);

        session.Step("A query is answered by a reply in its thread");
        var query = settled.Single(s => s.DemoMail.Title == "broken attachment");
        var reply = letters.Reply(await AnswerAbout(query.Notice!));
        await Arrive(reply);
        settled = [.. settled, .. await Settle([reply])];
        session.Expect(
            (string?)(await Notice(query.Notice!))["status"] == "SUPERSEDED", "the reply takes the place of the notice that was queried");

        session.Step("The Secretariat decides, and the mission is told in the same thread");
        var form = settled.Single(s => s.DemoMail.Title == "a form as JSON");
        await session.Second.Post($"api/notices/{form.Notice}/decision", new JsonObject { ["decision"] = "APPROVE" });
        await Within(async () => (await AnswersAbout(form.Notice!)).Count > 1);
        session.Expect((await AnswersAbout(form.Notice!)).Count == 2, "an acknowledgement, and word of what took effect");

        session.Step("What became of each");
        await Table(settled);
        session.Note($"The mailbox: {session.Ring.Mailbox}view/{LocalHub.Inbox}; one of the answers:");
        foreach (var line in ((string)(await AnswerAbout(query.Notice!))["body"]!["content"]!).Split("\r\n"))
            session.Screen.Line(Wrapping.Wrap(line, 6));
    }

    private async Task Show(Settled note)
    {
        var view = await Notice(note.Notice!);
        session.Note($"{note.DemoMail.Title}: {view["kind"]}");
        var lines = MarkedNote.Lines((string)note.DemoMail.Mail["body"]!, view["words"]!.AsArray(), w => session.Screen.In(Colour.Cyan, w)).ToList();
        foreach (var line in lines)
            session.Screen.Line(line);
        session.Expect(lines.Any(l => l.Contains("[1]", StringComparison.Ordinal)), "each value has its words");
    }

    private async Task<string> Prepare()
    {
        (await session.First.Put("api/subscribers/mission-arvenia", new JsonObject
        {
            ["state"] = Forms.State, ["address"] = DemoMails.Mission, ["language"] = "en", ["name"] = "Permanent Mission of Arvenia",
        })).Required();
        return await new Arvenia(session).OneOffice();
    }

    private async Task Arrive(DemoMail letter)
    {
        session.Screen.Line($"   {session.Screen.In(Colour.Cyan, "→")} {letter.From}: {letter.Subject}");
        using var answer = await session.Mailbox.PostAsJsonAsync("control/mail", letter.Mail);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<IReadOnlyList<Settled>> Settle(IReadOnlyList<DemoMail> letters)
    {
        List<JsonNode> mails = [];
        await Within(
            async () => (mails = await Mails(letters)).Count == letters.Count && mails.All(m => !Unsettled.Contains((string?)m["status"])));
        session.Expect(mails.Count == letters.Count, $"all {letters.Count} are kept as they were received");
        if (mails.Count < letters.Count)
            throw new CommandException($"Only {mails.Count} of {letters.Count} mails were read within {Patience.TotalMinutes:0} minutes.");
        var settled = new List<Settled>();
        foreach (var letter in letters)
            settled.Add(await Seen(letter, Take(mails, letter)));
        return settled;
    }

    // As it stands before anybody answers or decides; and an answer that is owed has gone.
    private async Task<Settled> Seen(DemoMail letter, JsonNode mail)
    {
        var seen = new Settled(letter, mail);
        string? status = null;
        if (seen.Notice is { } notice)
            await Within(async () => (status = (string?)(await Notice(notice))["status"]) is not "RECEIVED");
        if (letter.Answered)
            await Within(async () => (await Sent(seen.Id)).Count > 0);
        return seen with { Status = status };
    }

    private static Task Within(Func<Task<bool>> condition) =>
        Eventually.True(condition, "", Patience).ContinueWith(_ => { }, TaskScheduler.Default);

    // Two came in the same second under the same subject: either may be the one that the other repeats.
    private static JsonNode Take(List<JsonNode> mails, DemoMail letter)
    {
        var own = mails.Where(m => (string?)m["subject"] == letter.Subject).ToList();
        var taken = own.Find(m => (string?)m["status"] == letter.Fate) ?? own[0];
        mails.Remove(taken);
        return taken;
    }

    private async Task<List<JsonNode>> Mails(IReadOnlyList<DemoMail> letters)
    {
        var items = (await session.First.Get("api/mails?limit=500")).Required()["items"]!.AsArray();
        return [.. items.Select(m => m!).Where(m => letters.Any(l => l.Subject == (string?)m["subject"]))];
    }

    private async Task Table(IReadOnlyList<Settled> settled)
    {
        session.Screen.Line($"   {"mail",-30} {"became",-13} {"notice",-Shown} {"stands",-11} {"asked",-16} answered");
        foreach (var one in settled)
        {
            var view = one.Notice is null ? null : await Notice(one.Notice);
            var asked = (view?["problems"] as JsonArray ?? []).Where(p => (string?)p!["outcome"] is not "WARN")
                .Select(p => p!["code"]!.ToString()).Distinct();
            session.Screen.Line(
                $"   {one.DemoMail.Title,-30} {one.Mail["status"],-13} {one.Notice ?? "-",-Shown} {view?["status"] ?? "-",-11} "
                + $"{string.Join(' ', asked),-16} {string.Join(", ", await Sent(one.Id))}");
        }
        foreach (var one in settled)
            await Check(one);
    }

    // Each line says what was seen, and at which time; the tick, whether it was to be so.
    private async Task Check(Settled seen)
    {
        var (letter, fate) = (seen.DemoMail, (string?)seen.Mail["status"]);
        session.Expect(fate == letter.Fate, $"{letter.Title}: became {fate}{Wanted(fate, letter.Fate)}");
        if (letter.Status is { } wanted && seen.Notice is { } notice)
        {
            var now = (string?)(await Notice(notice))["status"];
            var since = now == seen.Status ? "" : $", and is {now} since";
            session.Expect(
                seen.Status == wanted, $"{letter.Title}: once checked, its notice was {seen.Status}{since}{Wanted(seen.Status, wanted)}");
        }
        var answers = await Sent(seen.Id);
        var came = answers.Count > 0 ? $"answered ({string.Join(", ", answers)})" : "not answered";
        session.Expect(
            answers.Count > 0 == letter.Answered, $"{letter.Title}: {came}{Wanted(answers.Count > 0, letter.Answered)}");
    }

    private static string Wanted<T>(T seen, T wanted) => Equals(seen, wanted) ? "" : wanted switch
    {
        true => ", and should be",
        false => ", and should not be",
        _ => $", where {wanted} was expected",
    };

    private async Task<IReadOnlyList<string>> Sent(string mail) =>
    [
        .. (await session.First.Get($"api/mails/{mail}")).Required()["answers"]!.AsArray()
            .Where(a => (string?)a!["state"] == "SENT").Select(a => a!["kind"]!.ToString()),
    ];

    private async Task<JsonNode> Notice(string id) => (await session.First.Get($"api/notices/{id}")).Required();

    private async Task<JsonNode> AnswerAbout(string notice)
    {
        IReadOnlyList<JsonNode> found = [];
        await Eventually.True(async () => (found = await AnswersAbout(notice)).Count > 0, $"an answer about {notice}", Patience);
        return found[0];
    }

    private async Task<IReadOnlyList<JsonNode>> AnswersAbout(string notice) =>
        [.. (await Answers(DemoMails.Mission)).Skip(_answersBefore)
            .Where(a => NoticeReference.In((string)a["subject"]!).Contains(NoticeReference.Of(notice)))];

    private async Task<IReadOnlyList<JsonNode>> Answers(string address) =>
        [.. (await session.Mailbox.GetFromJsonAsync<JsonArray>($"control/delivered/{address}"))!
            .Select(m => m!).Where(m => (string?)m["from"] == LocalHub.Inbox)];

    private sealed record Settled(DemoMail DemoMail, JsonNode Mail)
    {
        /// <summary>Where its notice stood once it was checked.</summary>
        public string? Status { get; init; }

        public string Id => (string)Mail["id"]!;

        public string? Notice => (string?)(Mail["notices"] as JsonArray)?.FirstOrDefault();
    }
}
