using Hub.Notices.AccessLinks;
using Hub.Notices.Outbox;
using Hub.Notices.SigningIn;

namespace Hub.Delivery.Mail;

/// <summary>The mail with which somebody signs in: to the address on file, and to nobody where there is none such.</summary>
public sealed class SignInComposer(
    IMailWriter writer, ISignInAskStore asks, AddressHolders holders, SignInSecrets secrets, AccessLinkSettings settings,
    TimeProvider clock) : IMailComposer
{
    /// <inheritdoc/>
    public bool Writes(OutboxKind kind) => kind == OutboxKind.SignIn;

    /// <inheritdoc/>
    public async Task<Composition> Compose(OutboxMail mail, OutboxRun run, CancellationToken cancel)
    {
        if (await asks.Find(mail.Recipient, cancel) is not { } ask || !ask.WorksAt(clock.GetUtcNow()))
            return new Composition.Gone("it was used, or asked anew, or its time is over");
        return (await holders.At(ask.Address, cancel)).Count > 0
            ? new Composition.Ready((begun, stop) => Write(begun, ask, stop))
            : new Composition.Gone("nobody is known at the address");
    }

    private async Task<MailMessage?> Write(OutboxMail mail, SignInAsk ask, CancellationToken cancel)
    {
        if (await holders.At(ask.Address, cancel) is not [var holder, ..])
            return null;
        var link = new Uri(settings.Home, $"/sign-in/mail/{await secrets.Link(ask, cancel)}");
        return writer.SignIn(
            mail.MailId, holder.Address, holder.Language, holder.Caller.FullName!, await secrets.Code(ask, cancel), link);
    }
}
