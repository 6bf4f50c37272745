using System.Security.Cryptography;
using Hub.Functions.Access;
using Hub.Notices.SigningIn;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.SigningIn;

/// <summary>What a browser keeps that asked to sign in: so that what the mail brings works in that browser alone.</summary>
public sealed class VisitorCookies(SignInSettings settings)
{
    private const int SecretLength = 32;
    private string Name => settings.CookieOf("hub-asked");

    /// <summary>What the browser keeps; null where it has not asked.</summary>
    public string? Asked(HttpRequest request) => SignInSettings.Secret(request, Name);

    /// <summary>Gives it something new to keep.</summary>
    public string Ask(HttpRequest request)
    {
        var secret = NewSecret();
        request.HttpContext.Response.Cookies.Append(Name, secret, settings.CookieFor(SignInAsk.Lasts));
        return secret;
    }

    /// <summary>It has served.</summary>
    public void Forget(HttpRequest request) => request.HttpContext.Response.Cookies.Delete(Name, settings.CookieFor(null));

    /// <summary>Something that nobody guesses.</summary>
    public static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretLength));
}
