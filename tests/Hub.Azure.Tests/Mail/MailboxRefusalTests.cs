using Hub.Azure.Mail;
using Hub.Work.Runner;

namespace Hub.Azure.Tests.Mail;

public sealed class MailboxRefusalTests : GraphMailSenderCase
{
    [Fact]
    public async Task The_wait_that_the_mailbox_asks_for_is_passed_on()
    {
        await _mailbox.Fails("messages/*/send", "throttle", retryAfter: 7);

        var failed = await _mailbox.Send();

        Assert.Equal((Failure.Overloaded, TimeSpan.FromSeconds(7)), (failed!.Kind, failed.RetryAfter));
    }

    [Fact]
    public async Task An_address_that_the_mailbox_refuses_is_that_mails_trouble() =>
        Assert.Equal(Failure.Refused, (await _mailbox.Send(to: "nobody"))?.Kind);

    [Fact]
    public async Task A_mailbox_that_is_down_is_tried_again()
    {
        await _mailbox.Stop();

        Assert.Equal(Failure.Transient, (await _mailbox.Send())?.Kind);
    }

    [Fact]
    public async Task A_failure_says_nothing_of_the_mail()
    {
        await _mailbox.Fails("messages", "fail", 400);

        Assert.DoesNotContain("mission@", (await _mailbox.Send())!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_does_not_count_as_a_failure_of_the_mailbox()
    {
        await _mailbox.Fails("messages", "hang");
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _mailbox.Send(cancel: cancel.Token));
    }

    [Fact]
    public void Without_a_credential_only_a_simulator_on_this_machine_is_called() =>
        Assert.Throws<InvalidOperationException>(() => GraphClient.Create(new("https://graph.microsoft.com/v1.0"), null));
}
