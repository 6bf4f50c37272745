using Hub.Functions.Access;
using Hub.Notices.Access;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Tests.Access;

/// <summary>Lets requests in to functions, as <see cref="AccessCheck"/> does.</summary>
internal static class Entering
{
    /// <summary>The request, where the attribute of a function lets it in.</summary>
    public static async Task<HttpRequest> Enter<T>(this HttpRequest request, Callers callers, string method, string? id = null)
    {
        request.RouteValues["id"] = id;
        if (await AccessCheck.Of($"{typeof(T).FullName}.{method}").Admit(callers, request) is { } caller)
            request.Admit(caller);
        return request;
    }

    /// <summary>The request of a caller who was let in.</summary>
    public static HttpRequest As(this HttpRequest request, Caller caller)
    {
        request.Admit(caller);
        return request;
    }
}
