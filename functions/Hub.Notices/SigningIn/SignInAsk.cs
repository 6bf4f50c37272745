using Hub.Register.Json;

namespace Hub.Notices.SigningIn;

/// <summary>
/// That somebody asked, at a browser, to sign in with a mail address. It is kept whether or not anybody has the address. What the mail
/// brings and what the browser keeps is nowhere: the one is computed, of the other there is a hash.
/// </summary>
/// <param name="Id">The hash of the secret that the browser keeps.</param>
/// <param name="Address">The address, as it was typed.</param>
/// <param name="To">Where to go on.</param>
/// <param name="AskedAt">When, UTC.</param>
/// <param name="EndsAt">When it ends, UTC: by itself, or because it was used or asked anew.</param>
/// <param name="Tries">How often a link or a code was tried.</param>
public sealed record SignInAsk(
    string Id, string Address, string To, DateTimeOffset AskedAt, DateTimeOffset EndsAt, int Tries = 0) : Confidential
{
    /// <summary>How long it works.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    /// <summary>So often a link or a code may be tried.</summary>
    public const int MostTries = 5;

    /// <summary>Whether it still works.</summary>
    public bool WorksAt(DateTimeOffset now) => now < EndsAt && Tries < MostTries;
}

/// <summary>Where it is kept who asked to sign in.</summary>
public interface ISignInAskStore
{
    /// <summary>What was asked, by its id; null where nothing was.</summary>
    Task<SignInAsk?> Find(string id, CancellationToken cancel);

    /// <summary>Keeps what is asked.</summary>
    /// <param name="ask">As it is to be.</param>
    /// <param name="before">As it was read; null where there was none.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>False where it stands otherwise by now: then nothing is kept.</returns>
    Task<bool> Save(SignInAsk ask, SignInAsk? before, CancellationToken cancel);

    /// <summary>Forgets everything that has ended by a time.</summary>
    Task Forget(DateTimeOffset now, CancellationToken cancel);
}
