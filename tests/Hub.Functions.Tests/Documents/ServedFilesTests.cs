using System.Text;
using Hub.Functions.Documents;
using Hub.Functions.Mailroom;
using Hub.Functions.Tests.Access;
using Hub.InMemory;
using Hub.Intake.Files.Reading;
using Hub.Intake.Inbox;
using Hub.Intake.Submissions;
using Hub.Intake.Translation;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Register.States;
using Hub.Rules.Tests.Intake.Files;

namespace Hub.Functions.Tests.Documents;

/// <summary>Whatever a sender uploads, and calls it, a browser that gets it back saves it and runs nothing.</summary>
public sealed class ServedFilesTests
{
    private const string Id = "XAA-1";
    private const string Run = "text/html; charset=utf-7";
    private static readonly Caller Reviewer = new("reviewer", CallerKind.Secretariat);

    // A page that is taken for the text it begins as: only its beginning is looked at for what a browser would look for.
    private static readonly byte[] Page =
        Encoding.UTF8.GetBytes($"{string.Concat(Enumerable.Repeat("A note.\n", 1000))}<html><script>alert(1)</script></html>\n");

    private static readonly string[] Names =
    [
        "note.html", "note.svg", "note.xhtml", "note.mht", "note.pdf", "note", "note.txt.html", "Note n° 1 – 照会.html", "مذكرة شفوية.svg",
        "\"; filename=\"evil.html", "a';filename*=UTF-8''evil.html", "note\r\nSet-Cookie: a=b\r\n\r\n<script>", "note\u202Elmth.txt",
        "note\u2028.html", "../../evil.html", @"..\evil.html", @"C:\evil.html", "C:evil.html", "evil.html:stream", "evil\0.txt", "CON",
        "con.txt", "NUL.html", "COM1.txt", "", " ", ".", "..", ".htaccess", "note.html ", "note.html.", "half \uD83D.html", "\uDC00",
        "😀.html", "\uFEFFnote.html", "%2e%2e%2fevil.html", new('a', 5000), new string('照', 201) + ".html", new string('a', 195) + "😀😀😀😀",
    ];

    private readonly MemoryNotices _notices = new();
    private readonly MemoryFiles _files = new();
    private readonly MemoryWorks _works = new();
    private readonly DocumentAccess _access;

    public ServedFilesTests() => _access = new(_notices);

    [Fact]
    public async Task Every_hostile_file_and_every_file_that_is_taken_is_handed_out_as_something_that_nothing_runs()
    {
        var corpus = HostileFiles.All.Select(f => (f.Key, f.Value.Bytes))
            .Concat(GoodFiles.All.Select(f => (f.Key, f.Value.Bytes)))
            .Append(("page as text", Page)).ToList();
        Assert.InRange(HostileFiles.All.Count, 40, int.MaxValue);
        foreach (var (what, bytes) in corpus)
        {
            var file = await Keep(new("note.html", Run, bytes));
            var served = await Original();
            served.IsInert(what);
            Assert.Equal((200, bytes.Length), (served.Status, file.Length));
            Assert.True(bytes.AsSpan().SequenceEqual(served.Bytes), what);
            if (file.Refused is not null)
                Assert.Equal(("application/octet-stream", $"quarantine-1-{Id}.bin"), (served.Headers.ContentType.ToString(), served.Name));
        }
    }

    [Fact]
    public async Task Under_whatever_name_a_file_came_it_is_saved_under_one_that_is_harmless()
    {
        foreach (var (name, what, bytes) in Names.SelectMany(n => GoodFiles.All.Select(f => (n, f.Key, f.Value.Bytes))))
        {
            await Keep(new(name, Run, bytes));
            (await Original()).IsInert($"{what} called {name}");
            await Translate(bytes);
            (await Translation()).IsInert($"translation of {what} called {name}");
        }
    }

    [Fact]
    public async Task A_translation_that_a_person_brought_is_served_by_its_bytes_too()
    {
        await Keep(new("note.html", Run, Page));
        foreach (var (what, (_, bytes)) in GoodFiles.All)
        {
            await Translate(bytes);
            var served = await Translation();
            served.IsInert(what);
            Assert.Equal(bytes, served.Bytes);
        }
    }

    [Theory]
    [InlineData(206, "Range", "bytes=0-0")]
    [InlineData(206, "Range", "bytes=8-20")]
    [InlineData(206, "Range", "bytes=-9")]
    [InlineData(200, "Range", "bytes=0-0,8-20")]
    [InlineData(200, "Range", "bytes=0-0,8-20,-4")]
    [InlineData(416, "Range", "bytes=99999-")]
    [InlineData(304, "If-None-Match", "*")]
    [InlineData(412, "If-Match", "\"another\"")]
    public async Task A_part_of_a_file_and_no_part_are_as_inert_as_the_whole(int status, string header, string value)
    {
        await Keep(new("note.html", Run, Page));
        await Translate(Page);
        foreach (var served in new[] { await Original((header, value)), await Translation((header, value)) })
        {
            Assert.Equal(status, served.Status);
            served.IsInert(value);
            Assert.Equal(status is 206 or 416, served.Headers.ContentRange.Count == 1);
        }
    }

    [Fact]
    public async Task A_mail_as_it_was_received_is_saved_and_not_opened_as_the_page_it_may_be()
    {
        var mails = new MemoryMails();
        var originals = new MemoryOriginals();
        var page = Encoding.ASCII.GetBytes($"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n{Encoding.ASCII.GetString(Page)}");
        await originals.Keep(MailRecord.OriginalOf("1"), page, Run, default);
        await mails.Add(new() { Id = "1", Mailbox = "hub", Message = "1", ReceivedAt = DateTimeOffset.UnixEpoch }, default);
        var served = await Served.By(
            Served.Request(), request => new ReadMails(mails, new MemoryOutbox(), originals, null!).Original(request, "1", default));
        served.IsInert("mail");
        Assert.Equal("mail-1.eml", served.Name);
        Assert.Equal(page, served.Bytes);
    }

    private Task<Served> Original(params (string, string)[] headers) => Served.By(Served.Request(headers).As(Reviewer), request =>
    {
        request.QueryString = new("?quarantine=true");
        return new ReadDocuments(_access, _files, _works).Get(request, Id, "1", default);
    });

    private Task<Served> Translation(params (string, string)[] headers) =>
        Served.By(
            Served.Request(headers).As(Reviewer),
            request =>
                new Translations(_access, new(_works, _files, new FileReader(), TimeProvider.System), _files, _works).Get(
                    request,
                    Id,
                    "1",
                    "en",
                    default));

    private async Task Translate(byte[] bytes) =>
        Assert.Null(
            await new HumanTranslations(_works, _files, new FileReader(), TimeProvider.System).Put(
                (await _notices.Find(Id, default))!,
                1,
                Language.English,
                Reviewer,
                new("translation", Run, bytes),
                default));

    private async Task<NoticeFile> Keep(SubmittedFile sent)
    {
        var keeper = new FileArchive(_files, _works, new FileReader(), new(), TimeProvider.System);
        var kept = (await keeper.Examine([sent], default))[0];
        var notice = _notices.Put(new()
        {
            Id = Id, State = new("XAA"), Sender = Reviewer, ReceivedAt = DateTimeOffset.UnixEpoch, Status = NoticeStatus.Review, Form = [],
            Files = [kept with { Blob = $"{Id}/{kept.Sha256}" }],
        });
        await keeper.Keep(notice, [sent], [], default);
        return notice.Files[0];
    }
}
