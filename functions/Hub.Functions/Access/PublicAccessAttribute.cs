using Hub.Notices.Access;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Access;

/// <summary>Everyone may call it. A key that comes along is not looked at.</summary>
public sealed class PublicAccessAttribute : AccessAttribute
{
    /// <inheritdoc/>
    internal override Task<Caller?> Admit(Callers callers, HttpRequest request) => Task.FromResult<Caller?>(null);
}
