using System.Text;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Hub.EndToEnd.Tests.Running;
using Hub.Local;
using Hub.LocalProcesses;
using Hub.SampleFiles;

namespace Hub.EndToEnd.Tests.Canaries;

/// <summary>
/// All that happens to a hub in a year, with canaries in whatever can hold one: what goes well, what is refused, what fails.
/// </summary>
internal sealed class CanaryYear(RunningHub hub, Cage cage)
{
    /// <summary>Whose mission sends by API.</summary>
    public const string ByApi = "FIN";

    /// <summary>Whose mission sends by mail.</summary>
    public const string ByMail = "SWE";

    /// <summary>Whose mission reads only.</summary>
    public const string Onlooker = "NOR";

    private const string Hook = "canary";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly CanaryRecords _records = new(cage);
    private readonly Dictionary<string, string> _missions = [];

    /// <summary>The address of a State's mission.</summary>
    public string Mission(string state) => _missions[state];

    /// <summary>The address of the partner's contact.</summary>
    public string Partner { get; private set; } = "";

    /// <summary>Who is told: missions, a partner that fails at first, and an address that mails come back from.</summary>
    public async Task BeginWithRecipients()
    {
        foreach (var (state, language) in new[] { (ByApi, "fr"), (ByMail, "en"), (Onlooker, "es") })
        {
            _missions[state] = cage.Address(state, Seen.Recipient, "mission");
            (await hub.Secretariat.Put($"api/subscribers/mission-{state}", new JsonObject
            {
                ["state"] = state, ["address"] = _missions[state], ["language"] = language, ["role"] = "MISSION",
                ["name"] = cage.Word(state, Seen.Recipient, "missionName"),
            })).Expect(200);
        }
        await hub.Listen(Hook, after: 0);
        (await hub.Secretariat.Put($"api/partners/{Hook}", new JsonObject
        {
            ["contact"] = new JsonObject
            {
                ["address"] = Partner = cage.Address("XAA", Seen.Recipient, "partner"),
                ["name"] = cage.Word("XAA", Seen.Recipient, "partnerName"),
                ["language"] = "en",
            },
        })).Expect(200);
        await Fault(hub.Partner, $$"""{ "kind": "fail", "status": 500, "count": 2, "match": "POST /hooks/{{Hook}}" }""");
        await Fault(hub.Mailbox, """{ "kind": "fail", "status": 503, "count": 2, "match": "POST /v1.0/users/*/messages" }""");
        (await hub.Mailbox.Post("control/bounces", new JsonObject { ["address"] = _missions[Onlooker], ["count"] = 1 })).Expect(201);
    }

    /// <summary>A State notifies by API, and two reviewers decide.</summary>
    public async Task<string> NotifyByApi()
    {
        var office = await Key("STATE", ByApi, "sender");
        var (first, second) = (await Key("SECRETARIAT", null, "first"), await Key("SECRETARIAT", null, "second"));
        var designation = await hub.Submit(office, _records.Designation(ByApi));
        await hub.Approve(designation, first);
        await hub.Approve(designation, second);
        await hub.Reaches(designation, "COMMITTED");
        var record = (string)(await hub.Events())[^1]["data"]!["recordId"]!;
        foreach (var notice in new[] { _records.Private(ByApi, record), _records.Temporary(ByApi, record) })
            await hub.Approve(await hub.Submit(office, notice), first);
        await Refused(office, first, record);
        return record;
    }

    /// <summary>A mission writes, with files that are read, translated and refused; so does a stranger.</summary>
    public async Task NotifyByMail()
    {
        var docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        var subject = cage.Word(ByMail, Seen.Notice, "subject");
        var mail = Letters.Mail(_missions[ByMail], subject, _records.Note(ByMail))
            .With($"{cage.Word(ByMail, Seen.Notice, "formName")}.csv", "text/csv", await Form())
            .With(
                $"{cage.Word(ByMail, Seen.Notice, "fileName")}.docx",
                docx,
                Package
                    .Docx(
                        $"La Mission permanente présente ses compliments à l'Office. {cage.Word(ByMail, Seen.Notice, "fileText")} est la personne à joindre."
                    )
                    .Bytes())
            .With(
                $"{cage.Word(ByMail, Seen.Notice, "refusedName")}.docx",
                docx,
                Package.Docx(cage.Word(ByMail, Seen.Notice, "refusedText")).Part("word/vbaProject.bin", [1]).Bytes());
        mail["name"] = cage.Word(ByMail, Seen.Notice, "writer");
        await hub.Arrives(mail);
        var stranger = await hub.Arrives(
            Letters.Mail(
                cage.Address("XAD", Seen.Notice, "stranger"),
                cage.Word("XAD", Seen.Notice, "strangerSubject"),
                cage.Word("XAD", Seen.Notice, "strangerText")));
        var notices = (await hub.Becomes(subject, "NOTICE"))["notices"]!.AsArray();
        await hub.Becomes(stranger, "HELD", "TO_READ");
        await hub.Answers(_missions[ByMail], 1);
        foreach (var notice in notices.Select(n => (string)n!))
            await Eventually.True(async () => await IsRead(notice), $"the files of {notice} are read", Patience);
    }

    /// <summary>A notice whose row is broken cannot be routed, and ends on the failures list.</summary>
    public async Task FailToRoute()
    {
        const string Id = "MLT-0canary";
        var notices = new TableServiceClient(hub.Local.Storage.ConnectionString).GetTableClient("Notices");
        await notices.AddEntityAsync(new TableEntity("MLT", Id)
        {
            ["Json"] =
                $$"""{ "id": "{{Id}}", "form": { "text": "{{cage.Word("MLT", Seen.Notice, "broken")}}" }, "status": "{{cage.Word("MLT", Seen.Notice, "status")}}", """,
        });
        await using var bus = new ServiceBusClient(hub.Local.Broker.ConnectionString);
        await bus.CreateSender("notices").SendMessageAsync(new ServiceBusMessage(Id) { MessageId = Guid.NewGuid().ToString() });
        await Eventually.True(
            async () => (await hub.Secretariat.Get("api/failures")).Expect(200).Text.Contains(Id, StringComparison.Ordinal),
            "it is given up",
            Patience);
    }

    /// <summary>An edition is published, and everybody gets its mail.</summary>
    public async Task<string> PublishEdition()
    {
        var plan = (await hub.Secretariat.Post("api/editions?dryRun=true", new JsonObject())).Expect(200);
        var slug = plan["edition"].Replace('/', '-');
        var confirmed = new JsonObject { ["confirmation"] = (string)plan.Json["confirmation"]!["token"]! };
        (await hub.Secretariat.Post("api/editions", confirmed)).Expect(202);
        await Eventually.True(
            async () => (await hub.Secretariat.Get($"api/editions/{slug}")).Expect(200)["status"] == "PUBLISHED",
            "the edition is published",
            Patience);
        await hub.AllSent(Patience);
        return slug;
    }

    /// <summary>A year and some days go by: whether the record is right is asked.</summary>
    public async Task AYearGoesBy()
    {
        await hub.Local.Functions.Kill();
        hub.Local.DaysAhead = 370;
        await hub.Local.Functions.Start();
        await Eventually.True(
            async () =>
                (await hub.Delivered(_missions[ByApi])).Any(m =>
                    m.Contains("href", StringComparison.Ordinal) && m.Contains("onfirm", StringComparison.Ordinal)),
            "the mission is asked",
            Patience);
        await hub.AllSent(Patience);
    }

    private async Task Refused(ApiClient office, ApiClient reviewer, string record)
    {
        var word = (string field) => cage.Word(ByApi, Seen.Notice, field);
        (await office.Post("api/notices", SampleNotices.Contact(ByApi, record, new() { [word("field")] = word("value") }))).Expect(422);
        (await office.PostText("api/notices", $$"""{ "{{word("member")}}": {{word("literal")}} }""")).Expect(400);
        (
            await office.Post(
                "api/notices",
                SampleNotices.Comment(ByApi, record, word("key")),
                ("Idempotency-Key", $"{word("idempotency")}{new string('x', 300)}"))
        ).Expect(400);
        (await office.Post("api/notices", SampleNotices.Comment(Onlooker, record, word("foreign")))).Expect(403);
        var asked = await hub.Submit(
            office,
            SampleNotices.Contact(ByApi, record, new() { ["emails"] = new JsonArray(new JsonObject { ["address"] = word("noAddress") }) }),
            "QUERY");
        (
            await reviewer.Post($"api/notices/{asked}/decision", new JsonObject { ["decision"] = "REJECT", ["reason"] = word("reason") })
        ).Expect(200);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(SampleNotices.Confirmation(ByApi, record, word("confirmation")).ToJsonString()), "notice" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes($"MZ{word("program")}")), "file", $"{word("programName")}.pdf" },
        };
        (await office.Send(HttpMethod.Post, "api/notices", form)).Expect(202);
    }

    private async Task<byte[]> Form() => FilledForm.Of(
        (await hub.Nobody.GetBytes("api/forms/designation.csv?language=en")).Bytes,
        ("A4", cage.Word(ByMail, Seen.Notice, "formRef")), ("B1", "X"), ("C1", cage.Word(ByMail, Seen.Notice, "formAuthority")),
        ("C9", cage.Word(ByMail, Seen.Notice, "formParent")), ("C11", cage.Word(ByMail, Seen.Notice, "formStreet")),
        ("C15", cage.Phone(ByMail, Seen.Notice)), ("C19", cage.Address(ByMail, Seen.Notice, "formOffice")),
        ("C22", cage.Word(ByMail, Seen.Notice, "formPerson")), ("J1", "none"));

    private async Task<bool> IsRead(string notice) =>
        (await hub.Secretariat.Get($"api/notices/{notice}/documents")).Expect(200).Json["items"]!
            .AsArray()
            .All(d =>
                d!["refused"] is not null || (string?)d["state"] == "QUARANTINE" || d["language"] is not null || d["legibility"] is not null
            );

    private async Task<ApiClient> Key(string kind, string? state, string field)
    {
        var name = cage.Word(state ?? "XAA", Seen.KeyHolder, field);
        using var secretariat = hub.Local.Client(LocalHub.FirstKey);
        return new(hub.Local.Address, await secretariat.IssueKey(name, kind, state, state is null ? null : "MISSION"));
    }

    private static async Task Fault(ApiClient simulator, string fault) =>
        (await simulator.Post("control/faults", SampleNotices.Object(fault))).Expect(201);
}
