namespace Hub.Functions.Access;

/// <summary>How the Secretariat's people sign in.</summary>
/// <param name="Application">
/// The Entra application that App Service Authentication signs them in to; null where that is switched off.
/// </param>
/// <param name="Home">The hub's public address: requests of its own pages come from there.</param>
public sealed record SignInSettings(Guid? Application, Uri Home)
{
    /// <summary>Whether people of the sample sign in without a password, on a hub that nobody reaches but from its own machine.</summary>
    public bool IsLocal { get; init; }
}
