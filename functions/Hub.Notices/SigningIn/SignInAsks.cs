using Hub.Notices.Access;
using Hub.Notices.Outbox;

namespace Hub.Notices.SigningIn;

/// <summary>What came of trying to sign in.</summary>
public abstract record SignInOutcome
{
    /// <summary>Whoever tried has the address.</summary>
    /// <param name="Holders">Who that is; never nobody.</param>
    /// <param name="To">Where to go on.</param>
    public sealed record SignedIn(IReadOnlyList<AddressHolder> Holders, string To) : SignInOutcome;

    /// <summary>What was tried is wrong.</summary>
    /// <param name="Left">How often another may be tried.</param>
    public sealed record Wrong(int Left) : SignInOutcome;

    /// <summary>Nothing was asked at this browser, or it has ended.</summary>
    public sealed record Ended : SignInOutcome;
}

/// <summary>
/// Signing in with a mail address: asked for at a browser, and done at the same one with what the mail brings. Asking does the same
/// whether or not anybody has the address; who has it is looked up when the mail is written.
/// </summary>
public sealed class SignInAsks(ISignInAskStore asks, SignInSecrets secrets, AddressHolders holders, IOutbox outbox, TimeProvider clock)
{
    /// <summary>Keeps that a browser asked, and has the mail written.</summary>
    /// <param name="address">The address.</param>
    /// <param name="secret">What the browser keeps from now on.</param>
    /// <param name="to">Where to go on.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task Ask(string address, string secret, string to, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var ask = new SignInAsk(ApiKey.Hash(secret), address, to, now, now + SignInAsk.Lasts);
        await asks.Save(ask, null, cancel);
        await outbox.Add([OutboxMails.SignIn(ask.Id, now)], cancel);
    }

    /// <summary>Ends what a browser asked before.</summary>
    public async Task End(string secret, CancellationToken cancel)
    {
        while (await Of(secret, cancel) is { } ask)
            if (await asks.Save(ask with { EndsAt = clock.GetUtcNow() }, ask, cancel))
                return;
    }

    /// <summary>Whether a text is that of the link which this browser asked for: it changes nothing.</summary>
    public async Task<bool> IsLinkOf(string secret, string text, CancellationToken cancel) =>
        await Of(secret, cancel) is { } ask && await secrets.IsOf(ask, text, cancel);

    /// <summary>Tries a link's text or a code at the browser that asked. Each try is counted before it is looked at.</summary>
    public async Task<SignInOutcome> Try(string secret, string text, CancellationToken cancel)
    {
        while (await Of(secret, cancel) is { } ask)
        {
            var tried = ask with { Tries = ask.Tries + 1 };
            if (!await asks.Save(tried, ask, cancel))
                continue;
            if (!await secrets.IsOf(ask, text, cancel))
                return new SignInOutcome.Wrong(SignInAsk.MostTries - tried.Tries);
            var found = await holders.At(ask.Address, cancel);
            // Of two at once one signs in: what is used has ended.
            return await asks.Save(tried with { EndsAt = clock.GetUtcNow() }, tried, cancel) && found.Count > 0
                ? new SignInOutcome.SignedIn(found, ask.To)
                : new SignInOutcome.Ended();
        }
        return new SignInOutcome.Ended();
    }

    private async Task<SignInAsk?> Of(string secret, CancellationToken cancel) =>
        await asks.Find(ApiKey.Hash(secret), cancel) is { } ask && ask.WorksAt(clock.GetUtcNow()) ? ask : null;
}
