using System.Net.Http.Headers;
using System.Text;
using Hub.EndToEnd.Tests.Running;
using Hub.Notices.Documents;
using Hub.SampleFiles;

namespace Hub.EndToEnd.Tests.Intake;

/// <summary>The nastiest files, over HTTP: whatever they are and are called, a browser saves them and runs nothing.</summary>
[Collection(SharedHubCollection.Name)]
public sealed class HostileDocumentTests(SharedHub shared)
{
    private const string Script = "<html><script>alert(1)</script></html>";

    private static readonly (string Name, byte[] Bytes)[] Files =
    [
        ("note.txt", Encoding.UTF8.GetBytes(Script)),
        ("taken.html", Encoding.UTF8.GetBytes($"{string.Concat(Enumerable.Repeat("A note.\n", 1000))}{Script}")),
        ("seal.png", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray()),
        ("two.pdf", [.. "%PDF-1.7\n%<script>alert(1)</script>\n"u8, .. Pdf.WithText("A note.")]),
        ("a\"; filename=\"b.html", Pdf.WithText("quoted")),
        ("a\r\nSet-Cookie: b=c\r\n\r\n<script>.html", Pdf.WithText("split")),
        ("note\u202Elmth.pdf", Pdf.WithText("turned")),
        ("照会 – n° 1.html", Pdf.WithText("in another script")),
        ("../../evil.html", Pdf.WithText("a path")),
    ];

    [Fact]
    public async Task What_would_run_elsewhere_comes_back_as_bytes_to_be_saved()
    {
        var id = await Submit(await shared.Hub.Office("TUN"));
        var items = (await shared.Hub.Secretariat.Get($"api/notices/{id}/documents")).Expect(200).Json["items"]!.AsArray();
        Assert.Equal(Files.Length, items.Count);
        foreach (var ((name, bytes), item) in Files.Zip(items))
        {
            var path = $"api/notices/{id}/documents/{item!["n"]}?quarantine=true";
            var (status, headers, served) = await shared.Hub.Secretariat.GetBytes(path);
            Assert.Equal(200, status);
            Assert.Equal(bytes, served);
            IsInert(headers, name);
            IsInert((await shared.Hub.Secretariat.GetBytes(path, ("Range", "bytes=1-9"))).Headers, name);
            IsInert((await shared.Hub.Secretariat.GetBytes(path, ("Range", "bytes=99999-"))).Headers, name);
        }
        Assert.Equal(["taken.html", "照会 – n° 1.html"], items.Where(i => (string)i!["state"]! == "KEPT").Select(i => (string)i!["name"]!));
    }

    private static void IsInert(IReadOnlyDictionary<string, string> headers, string what)
    {
        Assert.Equal(("nosniff", "default-src 'none'; sandbox"), (headers["X-Content-Type-Options"], headers["Content-Security-Policy"]));
        Assert.DoesNotContain("Set-Cookie", headers.Keys);
        Assert.Contains(
            headers.GetValueOrDefault("Content-Type"), new[] { "application/pdf", "text/plain", "application/octet-stream", null });
        var disposition = ContentDispositionHeaderValue.Parse(headers["Content-Disposition"]);
        Assert.Equal("attachment", disposition.DispositionType);
        Assert.True(FileName.IsPlain(disposition.FileNameStar!) && disposition.FileNameStar![^4..] is ".pdf" or ".txt" or ".bin", what);
        Assert.True(FileName.IsPlain(disposition.FileName!.Trim('"')), what);
    }

    // By hand, because a client that is well meant mends such names.
    private async Task<string> Submit(ApiClient office)
    {
        using var body = new MemoryStream();
        void Write(string text) => body.Write(Encoding.UTF8.GetBytes(text));
        var notice = SampleNotices.Membership("TUN", "wacap", $"{Guid.NewGuid()}").ToJsonString();
        Write($"--b\r\nContent-Disposition: form-data; name=\"notice\"\r\n\r\n{notice}");
        foreach (var (name, bytes) in Files)
        {
            Write($"\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename*=UTF-8''{Uri.EscapeDataString(name)}\r\n"
                + "Content-Type: text/html\r\n\r\n");
            body.Write(bytes);
        }
        Write("\r\n--b--\r\n");
        using var content = new ByteArrayContent(body.ToArray());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        var id = (await office.Send(HttpMethod.Post, "api/notices", content)).Expect(202).Id;
        await shared.Hub.Reaches(id, "QUERY");
        return id;
    }
}
