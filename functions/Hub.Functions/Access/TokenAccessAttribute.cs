using Hub.Notices.Access;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Access;

/// <summary>
/// Whoever brings a token that the function itself checks may call it: the token of an access link, or the client state that Microsoft
/// Graph was given. A key that comes along is not looked at.
/// </summary>
public sealed class TokenAccessAttribute : AccessAttribute
{
    /// <inheritdoc/>
    internal override Task<Caller?> Admit(Callers callers, HttpRequest request) => Task.FromResult<Caller?>(null);
}
