using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Notices.Access;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Tests.Access.SigningIn;

/// <summary>Requests of people who signed in.</summary>
public abstract class SignInCase
{
    private protected const string Key = "hub_SECRETARIAT_1";
    private protected static readonly Caller ByKey = new("by key", CallerKind.Secretariat);
    private protected static readonly Uri Home = new("https://hub.example.org/");

    private protected static Callers On() => new(MemoryKeys.With(Key, ByKey), new(new(Guid.Parse(Principal.Application), Home)));

    private protected static Callers Off() => new(MemoryKeys.With(Key, ByKey), new(new(null, Home)));

    // Sent by a page of the hub's.
    private protected static HttpRequest Own(Principal principal)
    {
        var request = Request("POST", principal.Header());
        request.Headers["Sec-Fetch-Site"] = "same-origin";
        return request;
    }

    private protected static HttpRequest Request(string method, params string[] headers)
    {
        var request = new DefaultHttpContext().Request;
        request.Method = method;
        if (headers.Length > 0)
            request.Headers["X-MS-CLIENT-PRINCIPAL"] = headers;
        return request;
    }

    private protected static async Task<ApiException> Refused(int status, Callers callers, HttpRequest request)
    {
        var refusal = await Assert.ThrowsAsync<ApiException>(() => callers.Require(request, CallerKind.Secretariat));
        Assert.Equal(status, refusal.Status);
        return refusal;
    }
}
