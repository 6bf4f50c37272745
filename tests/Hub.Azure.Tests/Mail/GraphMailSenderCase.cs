namespace Hub.Azure.Tests.Mail;

/// <summary>A mailbox to send from.</summary>
public abstract class GraphMailSenderCase : IAsyncLifetime
{
    private protected Mailbox _mailbox = null!;

    public async Task InitializeAsync() => _mailbox = await Mailbox.Start();

    public async Task DisposeAsync() => await _mailbox.DisposeAsync();
}
