using Hub.Core.Access;
using Hub.Core.Json;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Http;

/// <summary>Who calls, by the key in the Authorization header.</summary>
public sealed class Callers(IKeyStore keys)
{
    private const string Scheme = "Bearer ";

    /// <summary>The caller, where it is of one of the kinds; 401 without a valid key, 403 for other kinds.</summary>
    public async Task<Caller> Require(HttpRequest request, params CallerKind[] kinds)
    {
        var header = request.Headers.Authorization.ToString();
        var key = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : "";
        if (key.Length == 0 || await keys.Find(key, request.HttpContext.RequestAborted) is not { } caller)
            throw new ApiException(401, "No valid key", "Send 'Authorization: Bearer <key>' with a key that the Secretariat issued.")
            {
                Headers = { ["WWW-Authenticate"] = "Bearer" },
            };
        return kinds.Contains(caller.Kind) ? caller : throw Forbidden(caller, kinds);
    }

    private static ApiException Forbidden(Caller caller, CallerKind[] kinds) => new(
        403, "Not for this key", $"This key is one of {caller.Kind.Code()}; this address wants {string.Join(" or ", kinds.Select(k => k.Code()))}.");
}
