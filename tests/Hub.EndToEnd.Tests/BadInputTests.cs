using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.EndToEnd.Tests.Running;
using Hub.Local;
using Hub.LocalProcesses;

namespace Hub.EndToEnd.Tests;

/// <summary>I8: whatever is wrong with a request, its answer says what, where and how to mend it; and nothing of it is kept.</summary>
[Collection(SharedHubCollection.Name)]
public sealed class BadInputTests(SharedHub shared)
{
    private readonly RunningHub _hub = shared.Hub;

    [Theory]
    [InlineData("{\n  \"state\": \"BEL\",\n  \"kind\": }", "line 3, column 11")]
    [InlineData("{ \"state\": \"BEL\"", "line 1")]
    [InlineData("", "line 1, column 1")]
    [InlineData("{ \"state\": \"BEL\", \"state\": \"FRA\" }", "state")]
    [InlineData("[ { \"state\": \"BEL\" } ]", "one JSON object")]
    [InlineData("null", "one JSON object")]
    [InlineData("\"a text\"", "one JSON object")]
    public async Task What_is_no_JSON_object_is_answered_with_the_place(string body, string said)
    {
        var answer = (await (await _hub.Office("BEL")).PostText("api/notices", body)).Expect(400);

        Assert.Contains(said, answer["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task JSON_deeper_than_any_notice_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 5000)) + "1" + new string('}', 5000);

        (await (await _hub.Office("BEL")).PostText("api/notices", deep)).Expect(400);
    }

    [Fact]
    public async Task Who_hangs_up_in_the_middle_of_a_notice_is_no_error_of_the_hubs()
    {
        // How far the request comes before is chance: while its body is read, or before it is there at all.
        await HangUpUntil("SubmitNotice: the caller hung up.", 100);
        await HangUpUntil("SubmitNotice: the caller hung up before the function ran, or after.", 10);
        var error = Regex.Match(_hub.Local.Functions.Output, @".*\[Error\].*SubmitNotice.*(\n.*){0,12}");
        Assert.False(error.Success, error.Value);
    }

    private Task HangUpUntil(string line, int mostMilliseconds) => Eventually.True(
        async () =>
        {
            await HangUp(mostMilliseconds);
            return _hub.Local.Functions.Output.Contains(line, StringComparison.Ordinal);
        },
        $"the hub says '{line}'");

    private async Task HangUp(int mostMilliseconds)
    {
        using var caller = new TcpClient();
        await caller.ConnectAsync(IPAddress.Loopback, _hub.Local.Address.Port);
        await caller.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/notices HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer {LocalHub.FirstKey}\r\n"
            + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"));
        await Task.Delay(Random.Shared.Next(mostMilliseconds));
    }

    [Fact]
    public async Task Every_problem_is_told_at_once()
    {
        var notice = SampleNotices.Object(
            """
            {
              "state": "BEL", "kindd": "NEW_DESIGNATION", "kind": "SOMETHING", "noteDate": 5, "colour": "blue",
              "changes": [ { "authority": [], "lastDay": true }, 7 ]
            }
            """);

        var answer = (await (await _hub.Office("BEL")).Post("api/notices", notice)).Expect(422);

        foreach (var expected in new[]
        {
            "F02 /kindd",
            "F03 /kind",
            "F03 /noteDate",
            "F02 /colour",
            "F03 /changes/0/authority",
            "F03 /changes/0/lastDay",
            "F03 /changes/1",
        })
            Assert.Contains(expected, answer.Problems);
        Assert.All(answer.Json["problems"]!.AsArray(), p => Assert.NotEmpty((string)p!["remedy"]!));
    }

    [Fact]
    public async Task An_unknown_field_is_answered_with_the_nearest_known_one()
    {
        var notice = SampleNotices.With(SampleNotices.Designation("BEL"), "oficialRef", "PMV/1");

        var answer = (await (await _hub.Office("BEL")).Post("api/notices", notice)).Expect(422);

        Assert.Contains("officialRef", answer.Json["problems"]![0]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(["F02 /oficialRef"], answer.Problems);
    }

    [Fact]
    public async Task A_refused_notice_is_answered_in_the_language_that_the_caller_prefers()
    {
        var office = await _hub.Office("BEL");
        var notice = SampleNotices.With(SampleNotices.Designation("BEL"), "colour", "blue").ToJsonString();

        var english = (await office.PostText("api/notices", notice)).Expect(422);
        var french = (await office.PostText("api/notices", notice, headers: ("Accept-Language", "de, fr-BE;q=0.9, en;q=0.5"))).Expect(422);

        Assert.NotEqual(Remedy(english), Remedy(french));
        Assert.Contains("champ", $"{french.Json["problems"]}", StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_accepted_notice_is_answered_in_its_own_language()
    {
        var notice = SampleNotices.With(SampleNotices.Designation("BEL", "17", "TRANSFER_SENTENCED_PERSONS"), "language", "fr");
        notice["effectiveFrom"] = "2001-01-01";
        var answer = (await (await _hub.Office("BEL")).Post("api/notices", notice, ("Accept-Language", "en"))).Expect(202);

        Assert.Equal("fr", answer["language"]);
        Assert.Contains("V02 /effectiveFrom", answer.Problems);
        Assert.Matches("(?i)\\b(la|le|les|des|une?)\\b", Remedy(answer));
    }

    [Fact]
    public async Task JSON_longer_than_256_KiB_is_too_large()
    {
        var notice = SampleNotices.With(SampleNotices.Designation("BEL"), "text", new string('x', 256 * 1024));

        var answer = (await (await _hub.Office("BEL")).Post("api/notices", notice)).Expect(413);

        Assert.Contains("256 KiB", answer["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Files_of_more_than_20_MB_are_too_large(bool saysHowLong)
    {
        using var form = Form(("file", "long.pdf", new byte[20 * 1024 * 1024 + 1]));
        form.Headers.ContentLength = saysHowLong ? form.Headers.ContentLength : null;

        (await (await _hub.Office("BEL")).Send(HttpMethod.Post, "api/notices", form)).Expect(413);
    }

    [Fact]
    public async Task More_than_20_files_are_too_many()
    {
        using var form = Form([.. Enumerable.Range(1, 21).Select(i => ("file", $"{i}.pdf", "x"u8.ToArray()))]);

        (await (await _hub.Office("BEL")).Send(HttpMethod.Post, "api/notices", form)).Expect(413);
    }

    [Fact]
    public async Task A_form_without_a_notice_is_no_notice()
    {
        using var form = new MultipartFormDataContent { { new StringContent("x"), "file", "x.pdf" } };

        Assert.Equal("No notice", (await (await _hub.Office("BEL")).Send(HttpMethod.Post, "api/notices", form)).Expect(400)["title"]);
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"notice\"\r\n\r\n{ \"state\"")]
    [InlineData("multipart/form-data; boundary=b", "no part at all")]
    [InlineData("multipart/form-data", "--b\r\n")]
    public async Task A_broken_form_is_answered_as_such(string mediaType, string body)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", mediaType);

        (await (await _hub.Office("BEL")).Send(HttpMethod.Post, "api/notices", content)).Expect(400);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    public async Task Another_media_type_is_not_read(string mediaType) =>
        (await (await _hub.Office("BEL")).PostText("api/notices", "{}", mediaType)).Expect(415);

    [Theory]
    [InlineData("DELETE", "api/notices")]
    [InlineData("PUT", "api/notices/BEL-1")]
    [InlineData("PUT", "api/keys")]
    [InlineData("POST", "api/events")]
    [InlineData("HEAD", "api/notices")]
    [InlineData("OPTIONS", "api/notices")]
    public async Task A_method_that_an_address_does_not_have_is_answered_with_those_that_it_has(string method, string path) =>
        Assert.Equal(
            method == "HEAD" ? "" : "Not this method",
            (await _hub.Secretariat.Send(new(method), path, null)).Expect(405) is { Text.Length: > 0 } told ? told["title"] : "");

    [Fact]
    public async Task A_method_that_no_address_has_is_not_found_as_Azure_answers_it() =>
        Assert.Equal("", (await _hub.Secretariat.Send(HttpMethod.Trace, "healthz", null)).Expect(404).Text);

    [Theory]
    [InlineData("healthz")]
    [InlineData("networks/en/index.html")]
    [InlineData("api/openapi.json")]
    [InlineData(".well-known/jwks.json")]
    [InlineData("api/networks")]
    [InlineData("api/networks/wacap")]
    [InlineData("api/states/SEN/networks")]
    [InlineData("api/forms/designation.xlsx")]
    public async Task What_everybody_may_read_can_be_asked_for_without_its_content(string path) =>
        Assert.Equal("", (await _hub.Nobody.Send(HttpMethod.Head, path, null)).Expect(200).Text);

    [Theory]
    [InlineData("api/authorities?stat=BEL", "state")]
    [InlineData("api/authorities?matter=MAL", "MLA")]
    [InlineData("api/authorities?state=Belgium", "SEN")]
    [InlineData("api/authorities?limit=0", "from 1 to 500")]
    [InlineData("api/authorities?openAt=noon", "RFC 3339")]
    [InlineData("api/events?after=-1", "from 0")]
    [InlineData("api/events?from=1", "after")]
    [InlineData("api/notices?status=DONE", "COMMITTED")]
    public async Task A_query_that_is_not_understood_is_answered_with_what_is(string path, string said) =>
        Assert.Contains(said, (await _hub.Secretariat.Get(path)).Expect(400)["detail"], StringComparison.Ordinal);

    [Fact]
    public async Task A_change_that_could_not_be_understood_is_not_approved_in_passing()
    {
        var office = await _hub.Office("NLD");
        var record = await _hub.Designate(office, SampleNotices.Designation("NLD"));
        var notice = SampleNotices.Of("NLD", "TEMPORARY_MEASURE", new JsonObject
        {
            ["recordId"] = record,
            ["temporaryNotice"] = new JsonObject { ["kind"] = "closure", ["text"] = "closed", ["from"] = "03/04/2030" },
        });
        var id = await _hub.Submit(office, notice, routedTo: "QUERY");

        (await _hub.Secretariat.Post(
            $"api/notices/{id}/decision", new JsonObject { ["decision"] = "APPROVE", ["reason"] = "they said April" })).Expect(409);

        await _hub.Reaches(id, "QUERY");
    }

    [Fact]
    public async Task An_address_for_webhooks_must_be_one()
    {
        foreach (var url in new[]
        {
            "ftp://partner.example/", "http://partner.example/", "https://user:secret@partner.example/", "partner",
        })
            (await (await _hub.PartnerNamed("a partner")).Post("api/endpoints", new JsonObject { ["url"] = url })).Expect(422);
    }

    private static string Remedy(Answer answer) => answer.Json["problems"]![0]!["remedy"]!.ToString();

    private static MultipartFormDataContent Form(params (string Part, string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent { { new StringContent(SampleNotices.Designation("BEL").ToJsonString()), "notice" } };
        foreach (var (part, name, content) in files)
            form.Add(new ByteArrayContent(content), part, name);
        return form;
    }
}
