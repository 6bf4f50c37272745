using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Hub.Azure.Mail;
using Hub.Intake.Inbox;
using Hub.Simulators;
using Hub.Simulators.Mailbox;
using Hub.Work.Runner;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using MailMessage = Hub.Notices.Outbox.MailMessage;

namespace Hub.Azure.Tests.Mail;

/// <summary>What Microsoft Graph says of a mailbox, as the hub takes it, and its answers as they arrive.</summary>
public sealed class GraphInboxTests : IAsyncLifetime, IDisposable
{
    private const string Inbox = "notices@hub.example";
    private const string Mission = "mission@state.example";
    private WebApplication _app = null!;
    private HttpClient _http = null!;
    private GraphInbox _inbox = null!;
    private GraphMailSender _answers = null!;

    public async Task InitializeAsync()
    {
        _app = MailboxSimulator.Build(new SimulatorOptions("http://127.0.0.1:0"));
        await _app.StartAsync();
        _http = new() { BaseAddress = new(_app.Urls.First()) };
        var graph = GraphClient.Create(new(_http.BaseAddress, "v1.0"), null);
        (_inbox, _answers) = (new(graph), new(graph));
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task A_mailbox_is_read_page_by_page_and_then_tells_only_what_is_new()
    {
        await Arrive(60);
        var first = await Read(null);
        var second = await Read(first.Link);
        var third = await Read(second.Link);
        await Arrive(1);
        var fourth = await Read(third.Link);

        Assert.Equal(
            (50, false, 10, true, 0, 1),
            (first.Arrivals.Count, first.IsLast, second.Arrivals.Count, second.IsLast, third.Arrivals.Count, fourth.Arrivals.Count));
        Assert.Equal(61, first.Arrivals.Concat(second.Arrivals).Concat(fourth.Arrivals).Select(a => a.Id).Distinct().Count());
    }

    /// <summary>A place that is kept decides where the hub goes, with its token.</summary>
    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("https://127.0.0.1:{1}/")]
    [InlineData("http://localhost:{1}/")]
    [InlineData("http://somebody@127.0.0.1:{1}/")]
    [InlineData("/")]
    [InlineData("nonsense")]
    public async Task A_place_of_another_service_is_not_gone_to_and_the_mailbox_is_read_anew(string place)
    {
        await Arrive(1);
        var mine = new Uri((await Read(null)).Link);
        await using var other = MailboxSimulator.Build(new SimulatorOptions("http://127.0.0.1:0"));
        var asked = 0;
        other.Use((HttpContext _, RequestDelegate next) => { asked++; return next(_); });
        await other.StartAsync();
        var kept = string.Format(CultureInfo.InvariantCulture, place, new Uri(other.Urls.First()).Port, mine.Port);
        var link = kept == "nonsense" ? kept : kept.TrimEnd('/') + mine.PathAndQuery;

        Assert.Null(await _inbox.Read(Inbox, link, default));
        Assert.Equal(0, asked);
        Assert.Single((await Read(null)).Arrivals);
    }

    [Theory]
    [InlineData(410)]
    [InlineData(400)]
    public async Task A_place_that_the_mailbox_has_lost_is_no_error_and_any_other_error_is(int status)
    {
        var page = await Read(null);
        await Fault("fail", status, "GET /v1.0/users/*/mailFolders/**");

        if (status == 410)
            Assert.Null(await _inbox.Read(Inbox, page.Link, default));
        else
            Assert.Equal(
                Failure.Refused, (await Assert.ThrowsAsync<MailboxException>(() => _inbox.Read(Inbox, page.Link, default))).Failed.Kind);
    }

    [Fact]
    public async Task A_message_keeps_its_id_when_it_is_moved_and_is_told_no_more()
    {
        await Arrive(1);
        var page = await Read(null);
        var message = page.Arrivals.Single().Id;
        var folder = await _inbox.Folder(Inbox, "Notices", default);

        await _inbox.Move(Inbox, message, folder, default);

        Assert.Equal(folder, await _inbox.Folder(Inbox, "Notices", default));
        Assert.Empty((await Read(page.Link)).Arrivals);
        Assert.Contains(
            "Subject: NV 0", Encoding.UTF8.GetString((await _inbox.Original(Inbox, message, default))!.Value.Span),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_of_no_bytes_is_a_message()
    {
        (
            await _http.PostAsJsonAsync(
                "control/mail",
                new
                {
                    from = Mission,
                    to = Inbox,
                    subject = "NV 0",
                    mime = "",
                })
        ).EnsureSuccessStatusCode();
        Assert.Equal(0, (await _inbox.Original(Inbox, (await Read(null)).Arrivals.Single().Id, default))!.Value.Length);
    }

    [Fact]
    public async Task What_is_gone_is_no_error()
    {
        Assert.Null(await _inbox.Original(Inbox, "AAkGone", default));
        await _inbox.Move(Inbox, "AAkGone", "archive", default);
    }

    [Fact]
    public async Task An_answer_goes_to_the_address_that_wrote_and_not_to_where_answers_are_asked_to_go()
    {
        await Arrive(1, "elsewhere@other.example");
        var message = (await Read(null)).Arrivals.Single().Id;
        var draft = await Draft(message);
        await _answers.Send(Inbox, draft.Id, false, default);

        var answer = Assert.Single(await Sent())!;
        Assert.Equal(Mission, Assert.Single(answer["to"]!.AsArray())!.ToString());
        Assert.Equal("Re: NV 0 [XAA-1]", (string?)answer["subject"]);
        Assert.Equal("The words.", (string?)answer["body"]!["content"]);
        Assert.Equal("answer:1:acknowledgement", (string?)answer["internetMessageHeaders"]!["x-hub-message-id"]);
        Assert.Equal(draft.MessageId, (string?)answer["internetMessageId"]);
        Assert.NotNull(answer["internetMessageHeaders"]!["In-Reply-To"]);
    }

    [Fact]
    public async Task A_draft_in_doubt_is_found_by_its_id_and_one_that_has_left_is_not_sent_again()
    {
        await Arrive(1);
        var message = (await Read(null)).Arrivals.Single().Id;
        var first = await Draft(message);
        var again = await Draft(message, inDoubt: true);
        await _answers.Send(Inbox, first.Id, false, default);
        await _answers.Send(Inbox, first.Id, true, default);

        Assert.Equal(first, again);
        Assert.Single(await Sent());
    }

    [Fact]
    public async Task A_message_that_somebody_has_put_out_of_the_mailbox_is_answered_outside_its_thread()
    {
        var draft = await Draft("AAkGone");
        await _answers.Send(Inbox, draft.Id, false, default);

        Assert.Equal(Mission, Assert.Single(Assert.Single(await Sent())!["to"]!.AsArray())!.ToString());
    }

    [Fact]
    public async Task Never_more_than_four_requests_run_at_once()
    {
        await Arrive(1);
        var message = (await Read(null)).Arrivals.Single().Id;
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => _inbox.Original(Inbox, message, default)));

        var stats = (await _http.GetFromJsonAsync<JsonObject>("control/stats"))!;
        Assert.Equal(0, (int)stats["throttled"]!);
        Assert.InRange((int)stats["mostConcurrent"]!, 1, 4);
    }

    private static MailMessage Words(string message) =>
        new("answer:1:acknowledgement", Mission, "Re: NV 0 [XAA-1]", "", "The words.") { Answers = message };

    private async Task<MailDraft> Draft(string message, bool inDoubt = false) =>
        (await _answers.Draft(Inbox, Words(message), inDoubt, default)).Draft!;

    private async Task<InboxPage> Read(string? link) => (await _inbox.Read(Inbox, link, default))!;

    private async Task Arrive(int count, params string[] replyTo)
    {
        for (var i = 0; i < count; i++)
            (await _http.PostAsJsonAsync(
                "control/mail",
                new { from = Mission, to = Inbox, subject = $"NV {i}", body = "A note.", replyTo })).EnsureSuccessStatusCode();
    }

    private async Task Fault(string kind, int status, string match) =>
        (await _http.PostAsJsonAsync("control/faults", new { kind, status, match })).EnsureSuccessStatusCode();

    private async Task<JsonArray> Sent() => (await _http.GetFromJsonAsync<JsonArray>("control/sent"))!;
}
