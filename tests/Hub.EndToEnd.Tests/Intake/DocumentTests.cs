using System.Net.Http.Headers;
using Hub.EndToEnd.Tests.Running;
using Hub.LocalProcesses;
using Hub.SampleFiles;

namespace Hub.EndToEnd.Tests.Intake;

/// <summary>Documents come back as they came, to those who may see them, and never as something that a browser runs.</summary>
[Collection(SharedHubCollection.Name)]
public sealed class DocumentTests(SharedHub shared)
{
    private static readonly byte[] Note = Pdf.WithText("The Permanent Mission presents its compliments.");
    private static readonly byte[] Macros = Package.Docx("x").Part("word/vbaProject.bin", [1]).Bytes();

    private readonly RunningHub _hub = shared.Hub;

    [Fact]
    public async Task A_document_comes_back_as_it_came_to_be_saved_and_not_shown()
    {
        var office = await _hub.Office("SEN");
        var id = await Submit(office, "SEN", "Note n° 1 – 照会.pdf", Note);

        var (status, headers, bytes) = await office.GetBytes($"api/notices/{id}/documents/1");

        Assert.Equal(200, status);
        Assert.Equal(Note, bytes);
        Assert.Equal("application/pdf", headers["Content-Type"]);
        Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
        Assert.Contains("sandbox", headers["Content-Security-Policy"]);
        var disposition = ContentDispositionHeaderValue.Parse(headers["Content-Disposition"]);
        Assert.Equal(("attachment", "Note n° 1 – 照会.pdf"), (disposition.DispositionType, disposition.FileNameStar));
    }

    [Fact]
    public async Task A_part_can_be_read_and_what_one_has_already_is_not_sent_again()
    {
        var office = await _hub.Office("SEN");
        var path = $"api/notices/{await Submit(office, "SEN", "note.pdf", Note)}/documents/1";
        var tag = (await office.GetBytes(path)).Headers["ETag"];

        var (status, headers, bytes) = await office.GetBytes(path, ("Range", "bytes=5-9"));
        Assert.Equal((206, $"bytes 5-9/{Note.Length}"), (status, headers["Content-Range"]));
        Assert.Equal(Note[5..10], bytes);
        Assert.Equal($"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Note))}\"", tag);
        Assert.Equal(304, (await office.GetBytes(path, ("If-None-Match", tag))).Status);
        Assert.Equal(416, (await office.GetBytes(path, ("Range", $"bytes={Note.Length}-"))).Status);
        Assert.Equal(200, (await office.GetBytes(path, ("Range", "bytes=0-4"), ("If-Range", "\"another\""))).Status);
    }

    [Fact]
    public async Task What_was_refused_is_asked_for_anew_and_the_Secretariat_alone_can_read_it()
    {
        var office = await _hub.Office("SEN");
        var id = await Submit(office, "SEN", "form.docx", Macros, routedTo: "QUERY");
        var path = $"api/notices/{id}/documents/1";

        Assert.Contains("F11 /files/0", (await office.Get($"api/notices/{id}")).Problems);
        var item = (await office.Get($"api/notices/{id}/documents")).Expect(200).Json["items"]![0]!;
        Assert.Equal(("QUARANTINE", "F11"), ((string)item["state"]!, (string)item["refused"]!));
        (await office.Get(path)).Expect(409);
        (await office.Get($"{path}?quarantine=true")).Expect(403);
        (await _hub.Secretariat.Get(path)).Expect(409);
        var (status, headers, bytes) = await _hub.Secretariat.GetBytes($"{path}?quarantine=true");
        Assert.Equal((200, "application/octet-stream"), (status, headers["Content-Type"]));
        Assert.DoesNotContain("form.docx", headers["Content-Disposition"]);
        Assert.Equal(Macros, bytes);
    }

    [Fact]
    public async Task A_State_reads_its_own_documents_and_nobody_elses()
    {
        var id = await Submit(await _hub.Office("SEN"), "SEN", "note.pdf", Note);
        foreach (var path in new[] { $"api/notices/{id}/documents", $"api/notices/{id}/documents/1" })
        {
            (await _hub.Nobody.Get(path)).Expect(401);
            (await (await _hub.Office("FRA")).Get(path)).Expect(403);
            (await (await _hub.Reader()).Get(path)).Expect(403);
            (await _hub.Secretariat.Get(path)).Expect(200);
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("2")]
    [InlineData("-1")]
    [InlineData("x")]
    [InlineData("99999999999999999999")]
    [InlineData("..%2F..%2Fmanifest.json")]
    public async Task A_number_that_is_none_finds_nothing(string n)
    {
        var id = await Submit(await _hub.Office("SEN"), "SEN", "note.pdf", Note);
        (await _hub.Secretariat.Get($"api/notices/{id}/documents/{n}")).Expect(404);
    }

    [Fact]
    public async Task A_document_says_its_language_and_the_translation_that_a_person_brings_stands()
    {
        const string Text =
            "La Mission permanente présente ses compliments à l'Office et a l'honneur de porter à sa connaissance "
            + "les coordonnées de l'autorité.";
        var office = await _hub.Office("SEN");
        var id = await Submit(office, "SEN", "note.docx", Package.Docx(Text).Bytes());
        var path = $"api/notices/{id}/documents";
        await Eventually.True(async () => (string?)(await office.Get(path)).Json["items"]![0]!["language"] == "fr", "the document is read");

        (await office.Send(HttpMethod.Put, $"{path}/1/en", new ByteArrayContent("x"u8.ToArray()))).Expect(403);
        var body = new ByteArrayContent("The Permanent Mission presents its compliments."u8.ToArray());
        (await _hub.Secretariat.Send(HttpMethod.Put, $"{path}/1/en", body)).Expect(200);

        var (status, headers, bytes) = await office.GetBytes($"{path}/1/en");
        Assert.Equal((200, "text/plain; charset=utf-8"), (status, headers["Content-Type"]));
        Assert.Equal("The Permanent Mission presents its compliments."u8.ToArray(), bytes);
        var english = (await office.Get(path)).Json["items"]![0]!["translations"]!.AsArray().Single(t => (string)t!["language"]! == "en")!;
        Assert.Equal("HUMAN", (string)english["state"]!);
        (await office.Get($"{path}/1/fr")).Expect(404);
        (await office.Get($"{path}/1/de")).Expect(404);
    }

    private async Task<string> Submit(ApiClient office, string state, string name, byte[] file, string routedTo = "REVIEW")
    {
        var notice = SampleNotices.Membership(state, "wacap", $"{Guid.NewGuid()}").ToJsonString();
        using var form = new MultipartFormDataContent { { new StringContent(notice, null, "application/json"), "notice", "notice.json" } };
        form.Add(new ByteArrayContent(file), "file", name);
        var id = (await office.Send(HttpMethod.Post, "api/notices", form)).Expect(202).Id;
        await _hub.Reaches(id, routedTo);
        return id;
    }
}
