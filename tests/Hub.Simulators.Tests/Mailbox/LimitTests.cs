using Microsoft.Graph.Models.ODataErrors;

namespace Hub.Simulators.Tests.Mailbox;

public sealed class LimitTests
{
    [Fact]
    public async Task The_31st_message_of_a_minute_is_throttled_until_the_first_is_a_minute_old()
    {
        await using var box = await MailboxFixture.Start();
        await Send(box, 10);
        box.Time.Advance(TimeSpan.FromSeconds(20));
        await Send(box, 20);

        var error = await Assert.ThrowsAsync<ODataError>(() => Send(box, 1));
        Assert.Equal((429, "ApplicationThrottled"), (error.ResponseStatusCode, error.Error!.Code));
        Assert.Equal("40", error.ResponseHeaders!["Retry-After"].Single());

        box.Time.Advance(TimeSpan.FromSeconds(40));
        await Send(box, 10);
        await Assert.ThrowsAsync<ODataError>(() => Send(box, 1));
    }

    [Fact]
    public async Task A_clock_sixty_times_faster_makes_a_minute_a_second()
    {
        await using var box = await MailboxFixture.Start(speed: 60);
        await Send(box, 30);

        var error = await Assert.ThrowsAsync<ODataError>(() => Send(box, 1));
        Assert.Equal("1", error.ResponseHeaders!["Retry-After"].Single());

        box.Time.Advance(TimeSpan.FromSeconds(1));
        await Send(box, 30);
    }

    [Fact]
    public async Task Each_mailbox_has_its_own_minute()
    {
        await using var box = await MailboxFixture.Start();
        await Send(box, 30);

        await Send(box, 1, "second@directory.example");
    }

    [Fact]
    public async Task Recipients_of_a_day_and_of_a_message_are_limited()
    {
        await using var box = await MailboxFixture.Start();
        await box.Control("limits", new { recipientsADay = 2, recipientsAMessage = 1 });
        await Send(box, 2);

        var day = await Assert.ThrowsAsync<ODataError>(() => Send(box, 1));
        Assert.Contains("RecipientRate", day.Error!.Message, StringComparison.Ordinal);
        var mail = Mails.To("a@state.example");
        mail.CcRecipients = Mails.To("b@state.example").ToRecipients;
        var many = await Assert.ThrowsAsync<ODataError>(
            () => box.Graph.Users[MailboxFixture.Sender].SendMail.PostAsync(new() { Message = mail, SaveToSentItems = true }));
        Assert.Equal((400, "ErrorInvalidRecipients"), (many.ResponseStatusCode, many.Error!.Code));

        box.Time.Advance(TimeSpan.FromDays(1));
        await Send(box, 2);
    }

    [Fact]
    public async Task A_request_over_four_megabytes_is_refused()
    {
        await using var box = await MailboxFixture.Start();
        var mail = Mails.To("a@state.example");
        mail.Body!.Content = new string('x', 4 * 1024 * 1024);

        var error = await Assert.ThrowsAsync<ODataError>(() => box.Graph.Users[MailboxFixture.Sender].Messages.PostAsync(mail));

        Assert.Equal(413, error.ResponseStatusCode);
    }

    [Fact]
    public async Task Uploads_of_five_minutes_are_limited()
    {
        await using var box = await MailboxFixture.Start();
        await box.Control("limits", new { uploadBytesInFiveMinutes = 1000 });
        var messages = box.Graph.Users[MailboxFixture.Sender].Messages;
        var subject = new string('x', 600);
        await messages.PostAsync(Mails.To("a@state.example", subject));

        var error = await Assert.ThrowsAsync<ODataError>(() => messages.PostAsync(Mails.To("a@state.example", subject)));
        Assert.Equal("300", error.ResponseHeaders!["Retry-After"].Single());

        box.Time.Advance(TimeSpan.FromMinutes(5));
        await messages.PostAsync(Mails.To("a@state.example", subject));
    }

    [Fact]
    public async Task A_fifth_request_at_once_is_throttled()
    {
        await using var box = await MailboxFixture.Start();
        await box.Control("faults", new { kind = "hang", match = "GET **", count = 4 });
        using var stop = new CancellationTokenSource();
        var hanging = Enumerable.Range(0, 4).Select(_ => Get(box, stop.Token)).ToList();
        await Hub.LocalProcesses.Eventually.True(
            async () => (await box.Http.GetStringAsync("/control/stats")).Contains("\"mostConcurrent\":4", StringComparison.Ordinal),
            "four requests hang");

        using var fifth = await Get(box, CancellationToken.None);
        Assert.Equal(429, (int)fifth.StatusCode);

        await stop.CancelAsync();
        foreach (var request in hanging)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
    }

    [Fact]
    public async Task Sent_items_can_lag_behind_the_sending()
    {
        await using var box = await MailboxFixture.Start();
        await box.Control("limits", new { sentItemsDelayMs = 2000 });
        await Send(box, 1);
        var sent = box.Graph.Users[MailboxFixture.Sender].MailFolders["sentitems"].Messages;
        Assert.Empty((await sent.GetAsync())!.Value!);

        box.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Single((await sent.GetAsync())!.Value!);
    }

    private static Task<HttpResponseMessage> Get(MailboxFixture box, CancellationToken stop) =>
        box.Http.GetAsync($"/v1.0/users/{MailboxFixture.Sender}/messages", stop);

    private static async Task Send(MailboxFixture box, int count, string sender = MailboxFixture.Sender)
    {
        for (var i = 0; i < count; i++)
            await box.Graph.Users[sender].SendMail.PostAsync(new() { Message = Mails.To("mission@state.example"), SaveToSentItems = true });
    }
}
