using System.IO.Compression;
using System.Text;
using Hub.Functions.Notices;
using Hub.Functions.Tests.Access;
using Hub.InMemory;
using Hub.Intake.Files.Reading;
using Hub.Intake.Submissions;
using Hub.Notices.Documents;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;
using Hub.Work.Queues;
using Microsoft.AspNetCore.Http;
using Callers = Hub.Rules.Tests.Builders.Callers;

namespace Hub.Functions.Tests.Requests;

/// <summary>What is sent to POST /api/notices is read, or what is wrong with it is said in words.</summary>
public sealed class SubmissionTests : IWakeUpSender
{
    private readonly MemoryNotices _notices = new();
    private readonly SubmitNotice _function;

    public SubmissionTests()
    {
        var (clock, settings, files) = (new ManualClock(), new DocumentSettings(), new MemoryFiles());
        var intake = new NoticeIntake(
            _notices,
            new MemoryOriginals(),
            new(files, new MemoryWorks(), new FileReader(), settings, clock),
            new FileReader(),
            new MemoryRegister(),
            Sample.Data,
            new FixedIdentifiers(),
            clock);
        _function = new(intake, this);
    }

    [Fact]
    public async Task A_byte_order_mark_before_the_notice_does_no_harm()
    {
        var json = Sample.Designating().ToJsonString();
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode })
            Assert.Equal(202, (await Send(Asked.Post([.. encoding.GetPreamble(), .. encoding.GetBytes(json)]))).Status);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "notice={}")]
    [InlineData(
        "multipart/form-data; boundary=b",
        "--b\r\nContent-Disposition: form-data; name=\"notice\"\r\nContent-Type: text/plain; charset=utf-7\r\n\r\n{}\r\n--b--")]
    public async Task A_form_in_a_charset_that_is_not_read_is_refused_in_words(string type, string body)
    {
        var request = Asked.Post(body);
        request.ContentType = type;
        var answer = await Send(request);
        Assert.Equal(415, answer.Status);
        Assert.Contains("UTF-8", answer.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_packed_notice_is_unpacked_up_to_the_limit_and_no_further()
    {
        var gzip = ("Content-Encoding", "gzip");
        Assert.Equal(202, (await Send(Asked.Post(Packed(Sample.Designating().ToJsonString()), gzip))).Status);
        Assert.Equal(413, (await Send(Asked.Post(Packed(new string(' ', 50_000_000)), gzip))).Status);
        Assert.Equal(400, (await Send(Asked.Post("{}", gzip))).Status);
        Assert.Equal(400, (await Send(Asked.Post(Packed(Sample.Designating().ToJsonString())[..100], gzip))).Status);
        Assert.Contains("Content-Encoding: gzip", (await Send(Asked.Post(Packed("{}")))).Detail, StringComparison.Ordinal);
        Assert.Equal(415, (await Send(Asked.Post("{}", ("Content-Encoding", "br")))).Status);
    }

    [Theory]
    [InlineData("{\"state\":\"XAA\",\n \"state\":\"XAA\"}", "line 2, column 2", "'state' stands twice")]
    [InlineData("{\"changes\":[{\"set\":{\"a\":1,\"b\":2,\"a\":3}}]}", "line 1, column 33", "'a' stands twice")]
    [InlineData("{\"state\":\"\\ud800\"}", "line 1, column 10", "half of a character")]
    [InlineData("{\"\\udc00\":1}", "line 1, column 2", "half of a character")]
    [InlineData("{\"state\":\"XAA\"", "line 1", "")]
    [InlineData("", "line 1, column 1", "")]
    public async Task What_is_no_JSON_is_answered_in_words_with_its_place(string body, string place, string words)
    {
        var answer = await Send(Asked.Post(body));
        Assert.Equal(400, answer.Status);
        Assert.Contains(place, answer.Detail, StringComparison.Ordinal);
        Assert.Contains(words, answer.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_are_answered_in_words() =>
        Assert.Contains("UTF-8", (await Send(Asked.Post([.. "{\"state\":\""u8, 0xE9, .. "\"}"u8]))).Detail, StringComparison.Ordinal);

    [Theory]
    [InlineData("\\ufffe")]
    [InlineData("\\uffff")]
    [InlineData("\\u0000")]
    public async Task A_State_that_is_no_text_is_a_problem_and_no_mistake_of_the_hubs(string state)
    {
        var answer = await Send(Asked.Post($$"""{"state":"{{state}}","kind":"NOT_A_NOTICE"}"""));
        Assert.Equal(422, answer.Status);
        Assert.Contains("F06 /state", answer.Problems);
    }

    [Theory]
    [InlineData("fr", "La notification ne peut pas être acceptée")]
    [InlineData("es", "La notificación no puede aceptarse")]
    [InlineData("zh", "通知无法接受")]
    [InlineData("de", "The notice cannot be accepted")]
    public async Task What_is_refused_is_refused_in_the_language_of_the_notice(string language, string title)
    {
        var notice = Sample.Designating(notice: $$"""{"language":"{{language}}","colour":"blue"}""");
        var answer = await Send(Asked.Post(notice.ToJsonString(), ("Accept-Language", "en")));
        Assert.Equal((422, title), (answer.Status, answer.Title));
        Assert.Contains("F02 /colour", answer.Problems);
        var foreign = Sample.Designating(notice: """{"language":"fr","state":"SEN"}""");
        Assert.Equal("Ce n'est pas votre État", (await Send(Asked.Post(foreign.ToJsonString()))).Title);
    }

    [Fact]
    public async Task A_notice_with_problems_without_end_gets_a_response_with_an_end()
    {
        var notice = Sample.Designating();
        foreach (var i in Enumerable.Range(0, 15_000))
            notice[$"unknown{i}"] = 1;
        var answer = await Send(Asked.Post(notice.ToJsonString()));
        Assert.Equal(422, answer.Status);
        Assert.InRange(answer.Text.Length, 1_000, 150_000);
        Assert.Equal("F08 ", answer.Problems.Last());
    }

    Task<bool> IWakeUpSender.Send(WakeUps wakeUps) => Task.FromResult(true);

    private Task<Asked> Send(HttpRequest request) => Asked.By(request.As(Callers.Mission), r => _function.Run(r, default));

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
