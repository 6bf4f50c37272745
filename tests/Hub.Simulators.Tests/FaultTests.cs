using System.Net;
using System.Net.Http.Json;
using Hub.Simulators.Tests.Mailbox;
using Microsoft.Graph.Models.ODataErrors;

namespace Hub.Simulators.Tests;

public sealed class FaultTests
{
    private const string SendMail = "POST /v1.0/users/*/sendMail";

    [Fact]
    public async Task A_throttle_strikes_as_often_as_asked_and_says_when_to_come_back()
    {
        await using var box = await MailboxFixture.Start();
        await box.Control("faults", new { kind = "throttle", match = SendMail, count = 2, retryAfter = 7 });

        for (var i = 0; i < 2; i++)
        {
            var error = await Assert.ThrowsAsync<ODataError>(() => Send(box));
            Assert.Equal((429, "7"), (error.ResponseStatusCode, error.ResponseHeaders!["Retry-After"].Single()));
        }
        await Send(box);
        Assert.Equal(1, await Count(box));
    }

    [Fact]
    public async Task A_failure_does_nothing()
    {
        await using var box = await MailboxFixture.Start();
        await box.Control("faults", new { kind = "fail", match = SendMail, status = 502 });

        var error = await Assert.ThrowsAsync<ODataError>(() => Send(box));

        Assert.Equal(502, error.ResponseStatusCode);
        Assert.Equal(0, await Count(box));
    }

    [Fact]
    public async Task A_doubtful_send_is_done_though_it_failed()
    {
        await using var box = await MailboxFixture.Start();
        await box.Control("faults", new { kind = "failAfterDoing", match = SendMail });

        var error = await Assert.ThrowsAsync<ODataError>(() => Send(box));

        Assert.Equal(503, error.ResponseStatusCode);
        Assert.Equal(1, await Count(box));
    }

    [Theory]
    [InlineData("failAfterDoing", 0, 1)]
    [InlineData("dropConnection", null, 0)]
    public async Task A_lost_connection_leaves_the_caller_in_doubt(string kind, int? status, int sent)
    {
        await using var box = await MailboxFixture.Start();
        await box.Control("faults", new { kind, match = SendMail, status });

        await Assert.ThrowsAsync<HttpRequestException>(() => Send(box));

        Assert.Equal(sent, await Count(box));
    }

    [Fact]
    public async Task A_request_performed_twice_sends_two_mails()
    {
        await using var box = await MailboxFixture.Start();
        await box.Control("faults", new { kind = "answerTwice", match = SendMail });

        await Send(box);

        Assert.Equal(2, await Count(box));
    }

    [Fact]
    public async Task A_slow_answer_is_an_answer()
    {
        await using var box = await MailboxFixture.Start();
        await box.Control("faults", new { kind = "hang", match = SendMail, delayMs = 50 });

        await Send(box);

        Assert.Equal(1, await Count(box));
    }

    [Fact]
    public async Task The_same_seed_strikes_the_same_requests()
    {
        var runs = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            await using var box = await MailboxFixture.Start();
            await box.Control("faults", new { kind = "fail", match = "GET **", probability = 0.5, seed = 7 });
            var statuses = new List<int>();
            for (var i = 0; i < 20; i++)
                statuses.Add((int)(await box.Http.GetAsync($"/v1.0/users/{MailboxFixture.Sender}/messages")).StatusCode);
            runs.Add(string.Join(' ', statuses));
        }

        Assert.Equal(runs[0], runs[1]);
        Assert.Contains("200", runs[0], StringComparison.Ordinal);
        Assert.Contains("503", runs[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_are_taken_back()
    {
        await using var box = await MailboxFixture.Start();
        await box.Control("faults", new { kind = "fail", match = "* **", count = 100 });
        await box.Http.DeleteAsync("/control/faults");

        await Send(box);

        Assert.Equal(1, await Count(box));
    }

    [Fact]
    public async Task A_fault_of_an_unknown_kind_is_refused()
    {
        await using var box = await MailboxFixture.Start();

        using var answer = await box.Http.PostAsJsonAsync("/control/faults", new { kind = "sulk" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static Task Send(MailboxFixture box) =>
        box.Graph.Users[MailboxFixture.Sender].SendMail.PostAsync(
            new() { Message = Mails.To("mission@state.example"), SaveToSentItems = true });

    private static async Task<int> Count(MailboxFixture box) => (await box.Sent()).Count;
}
