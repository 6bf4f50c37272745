using System.Text.Json.Nodes;
using Hub.Functions.Administration;
using Hub.Functions.Errors;
using Hub.Functions.Mailroom;
using Hub.Functions.Notices;
using Hub.Functions.Tests.Access;
using Hub.Functions.Tests.Documents;
using Hub.InMemory;
using Hub.Intake.Files.Reading;
using Hub.Intake.Inbox;
using Hub.Intake.Inbox.Replies;
using Hub.Intake.Mails.Kinds;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Documents;
using Hub.Notices.Outbox;
using Hub.Notices.Recipients;
using Hub.Operations.Erasures;
using Hub.Register.Problems;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;
using Hub.Rules.Tests.Operations;
using Hub.Testing;
using Hub.Work.Runner;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Callers = Hub.Rules.Tests.Builders.Callers;
using FormPlace = Hub.Notices.FormPlace;
using Words = Hub.Notices.Proposal;

namespace Hub.Functions.Tests;

/// <summary>
/// The views whose schemas are written by hand hold what the contract names and nothing else, with everything that can stand in them.
/// </summary>
public sealed class ViewContractTests
{
    private const string Id = "XAA-1";
    private static readonly Contract Contract = new(OpenApi.Build());
    private static readonly FormPlace Place = new("form.xlsx") { Sheet = "s", Cell = "D1", Row = 1 };
    private readonly MemoryNotices _notices = new();

    [Fact]
    public async Task A_notice_with_everything_is_as_the_contract_says_to_its_sender_and_to_the_Secretariat()
    {
        var everything = Full() with { Trouble = "TimeoutException", ErasedAt = Sample.Now };
        foreach (var notice in new[] { Full(), everything, everything with { Status = NoticeStatus.Approved, DueAt = Sample.Now } })
            foreach (var caller in new[] { Callers.Mission, Callers.First })
            {
                _notices.Put(notice);
                var shown = await Get($"api/notices/{Id}", caller, r => Notices().Get(r, Id, default));
                Assert.Equal(caller.Kind == CallerKind.Secretariat, shown["form"] is not null);
                await Get("api/notices", caller, r => Notices().List(r, default));
            }
    }

    [Fact]
    public async Task A_list_of_notices_is_what_was_looked_for_and_names_its_next_page()
    {
        foreach (var i in Enumerable.Range(1, 5))
            _notices.Put(Full() with
            {
                Id = $"XAA-{i}", ReceivedAt = Sample.Now.AddDays(i), Mail = i == 1 ? "1" : null,
                Status = i == 2 ? NoticeStatus.Committed : NoticeStatus.Review,
            });
        Assert.Equal(("XAA-5 XAA-4 XAA-3 XAA-2 XAA-1", 5, ""), await List(""));
        Assert.Equal(("XAA-5 XAA-4", 4, "<?status=OPEN&limit=2&page=2>; rel=\"next\""), await List("?status=OPEN&limit=2"));
        Assert.Equal(("XAA-3 XAA-1", 4, ""), await List("?status=OPEN&limit=2&page=2"));
        Assert.Equal(("XAA-1", 1, ""), await List("?channel=MAIL"));
        Assert.Equal(("XAA-2", 1, ""), await List("?status=COMMITTED&kind=CHANGE_OF_CONTACT&state=XAA&text=n/1"));
        Assert.Equal(("", 0, ""), await List("?text=nothing%20of%20it"));
        foreach (var wrong in new[] { "?channel=FAX", "?status=WAITING", "?page=0", "?kind=X", "?sort=age" })
            await Assert.ThrowsAsync<ApiException>(() => List(wrong));
    }

    [Fact]
    public async Task What_a_notice_would_change_is_shown_as_the_contract_says()
    {
        _notices.Put(Full());
        var change = (await Get($"api/notices/{Id}", Callers.First, r => Notices().Get(r, Id, default)))["records"]![0]!["changes"]![0]!;
        Assert.Equal("comments", (string)change["field"]!);
    }

    [Fact]
    public async Task A_mail_with_everything_and_one_with_nothing_are_as_the_contract_says()
    {
        var mails = new MemoryMails();
        var bare = new MailRecord { Id = "1", Mailbox = "hub", Message = "1", ReceivedAt = Sample.Now };
        await mails.Add(bare, default);
        await mails.Add(
            bare with
            {
                Id = "2", Message = "2", Fate = InboundMailStatus.Held, Kind = MailKind.AutoReply, From = "a@b.example", Subject = "s",
                Sender = Callers.Authority with { MadeBy = "reviewer" }, Claimed = Sample.State, Reasons = [new("LOOK_ALIKE", "seen")],
                Notices = [Id], ErasedAt = Sample.Now,
                Decision = new(MailDecisionKind.Release, "reviewer", Sample.Now, "the desk", "it is") { MadeBy = "another" },
            },
            default);
        var outbox = new MemoryOutbox();
        await outbox.Add(
            OutboxMails.Reply(OutboxKind.Acknowledgement, "2", "hub", Sample.Now) with
            {
                State = OutboxState.Sent,
                DoneAt = Sample.Now,
            },
            default);
        await outbox.Add(
            OutboxMails.News("2", "hub", Id, "REVIEW", Sample.Now) with
            {
                State = OutboxState.Dropped,
                Trouble = "why",
                Attempts = 1,
            },
            default);
        var function = new ReadMails(mails, outbox, new MemoryOriginals(), new(null!, null!, null!));
        await Get("api/mails", Callers.First, r => function.List(r, default));
        await Get("api/mails/1", Callers.First, r => function.Get(r, "1", default));
        var shown = await Get("api/mails/2", Callers.First, r => function.Get(r, "2", default));
        Assert.Equal(2, shown["answers"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_notice_begun_of_a_mail_is_as_the_contract_says()
    {
        var (mails, originals) = (new MemoryMails(), new MemoryOriginals());
        var mail = new MailRecord
        {
            Id = "1", Mailbox = "hub@hub.example", Message = "1", ReceivedAt = Sample.Now, Fate = InboundMailStatus.ToRead,
            Sender = Callers.Mission,
        };
        await mails.Add(mail, default);
        await originals.Keep(
            mail.Original,
            """
            Authentication-Results: mx.hub.example; dmarc=pass header.from=mission.example
            From: vienna@mission.example
            Subject: Ref. 12/2026
            Content-Type: text/plain; charset=utf-8

            Ref. 12/2026

            Please take note: telephone +999 1 555 0102, requests in English.

            Vienna, 3 March 2026
            """u8.ToArray(),
            "message/rfc822", default);
        await using var pool = new FileReaderPool(new());
        var function = new ReadMails(mails, new MemoryOutbox(), originals, Drafts(mails, originals, new ProcessFileReader(pool)));
        var shown = await Get("api/mails/1", Callers.First, r => function.Get(r, "1", default));
        Assert.Equal("12/2026", (string?)shown["draft"]!["form"]!["officialRef"]);
        Assert.NotEmpty(shown["draft"]!["words"]!.AsArray());
    }

    private static MailDrafts Drafts(MemoryMails mails, MemoryOriginals originals, ProcessFileReader reader)
    {
        var settings = new MailroomSettings(
            ["hub@hub.example"], ["mx.hub.example"], ["hub.example"], ["hub@hub.example"], new("https://hub.example/notifications"),
            RetryPolicy.OwnServices, 1);
        return new(
            new(null!, mails, originals, TimeProvider.System), new(reader, new(reader), new(Sample.Data)),
            new(new NoSubscribers(), new MemoryRegister(), settings, TimeProvider.System));
    }

    private sealed class NoSubscribers : ISubscriberStore
    {
        public Task<IReadOnlyList<Recipient>> List(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Recipient>>([]);

        public Task<bool> Save(Recipient recipient, Recipient? before, CancellationToken cancel) => throw new NotSupportedException();
    }

    [Fact]
    public async Task An_erasure_and_a_failure_are_as_the_contract_says()
    {
        var erasures = new MemoryErasures();
        var item = new ErasureItem(ErasureKind.Notice, Id, 2);
        await erasures.Add(
            new()
            {
                Id = new('a', 32), By = "reviewer", OrderedAt = Sample.Now, DoneAt = Sample.Now, State = ErasureState.Waiting,
                Items = [item with { IsDone = true }, item with { Waits = "why", Until = Sample.Now }, item],
            },
            default);
        var erasing = new Erasures(null!, erasures, null!);
        await Get("api/erasures", Callers.First, r => erasing.List(r, default));
        await Get($"api/erasures/{new string('a', 32)}", Callers.First, r => erasing.Get(r, new string('a', 32), default));
        var failures = new MemoryFailures();
        await failures.Save(new("1", "mail", "hub", "why", Sample.Now, null), default);
        await failures.Save(new("2", "mail", "hub", "why", Sample.Now, Sample.Now), default);
        var listed = await Get(
            "api/failures", Callers.First,
            r => new Failures(failures, null!).List(r, default));
        Assert.Equal(2, listed["items"]!.AsArray().Count);
    }

    [Fact]
    public void A_time_that_is_none_and_a_code_that_is_none_are_found()
    {
        var key = new JsonObject { ["id"] = "1", ["name"] = "n", ["kind"] = "NOBODY", ["issuedAt"] = "yesterday", ["state"] = "xaa" };
        var broken = Contract.Broken("GET", "api/keys", 200, "application/json", new JsonObject { ["items"] = new JsonArray(key) });
        Assert.Equal(["issuedAt", "kind", "state"], broken.Select(b => b.Split(' ')[1].Split('/')[^1]).Order());
    }

    private async Task<(string Ids, int Total, string Link)> List(string query)
    {
        var request = Served.Request().As(Callers.First);
        request.QueryString = new(query);
        var body = JsonNode.Parse((await Served.By(request, r => Notices().List(r, default))).Bytes)!;
        Assert.Equal([], Contract.Broken("GET", "api/notices", 200, "application/json", body));
        return (
            string.Join(' ', body["items"]!.AsArray().Select(n => (string)n!["id"]!)), (int)body["total"]!,
            request.HttpContext.Response.Headers.Link.ToString());
    }

    private ReadNotices Notices()
    {
        var register = new MemoryRegister(Sample.Authority());
        return new(_notices, new(_notices, register), register, Sample.Data);
    }

    private static Notice Full()
    {
        var file = new NoticeFile("note.pdf", "application/pdf", "aa", 1, $"{Id}/aa") { Kind = DocumentKind.Pdf };
        return new()
        {
            Id = Id, State = Sample.State, Sender = Callers.Mission with { MadeBy = "reviewer" }, ReceivedAt = Sample.Now,
            Status = NoticeStatus.Review, Form = Sample.Amending("""{ "comments": "another" }""", """{ "officialRef": "N/1" }"""),
            Language = Language.French, Files = [file, file with { Kind = null, Refused = ProblemCode.F10 }],
            Problems = [Problem.Refuse(ProblemCode.V09, "/changes/0", "x", "y")],
            Decisions =
            [
                new(DecisionKind.Query, "reviewer", Sample.Now, "why") { MadeBy = "another" },
                new(DecisionKind.Approve, "r", Sample.Now, null),
            ],
            NetworkAnswers = [new("wacap", true, "wacap", Sample.Now, "why")],
            BasedOn = new Dictionary<string, int> { [Sample.Record] = 1 },
            Proposals = [new FormProposal("/changes/0", JsonValue.Create("x")!, Place, "x") { Code = "C15" }],
            Words = [new Words("/changes/0", JsonValue.Create("x")!, "x", "body", 0.9)], Mail = "1", Linked = "XAA-0",
            ConfirmedBy = "mission", Sequence = 7,
            Corrections = [new("clerk", Sample.Now, [], "misread") { MadeBy = "another" }, new("clerk", Sample.Now, [], null)],
        };
    }

    private static async Task<JsonNode> Get(string path, Caller caller, Func<HttpRequest, Task<IActionResult>> function)
    {
        var served = await Served.By(Served.Request().As(caller), function);
        var body = JsonNode.Parse(served.Bytes)!;
        Assert.Equal([], Contract.Broken("GET", path, 200, "application/json", body));
        return body;
    }
}
