using Hub.Notices.Access;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Access;

/// <summary>Who was let in, as the functions ask.</summary>
public static class AdmittedCaller
{
    private static readonly object Admitted = new();
    private static readonly object Found = new();

    /// <summary>Who calls. Only a function whose attribute asks for a key or a sign-in has somebody.</summary>
    public static Caller Caller(this HttpRequest request) => request.HttpContext.Items[Admitted] as Caller
        ?? throw new InvalidOperationException("Nobody was let in: the function's attribute asks for no key.");

    /// <summary>The key that the caller brought; null where it signed in.</summary>
    public static ApiKey? Key(this HttpRequest request) => request.HttpContext.Items[Found] as ApiKey;

    /// <summary>Lets a caller in.</summary>
    internal static void Admit(this HttpRequest request, Caller caller) => request.HttpContext.Items[Admitted] = caller;

    /// <summary>The key that a request brings, looked up once however often it is asked for.</summary>
    internal static async Task<ApiKey?> KeyOr(this HttpRequest request, Func<Task<ApiKey?>> find)
    {
        var items = request.HttpContext.Items;
        if (!items.TryGetValue(Found, out var found))
            items[Found] = found = await find();
        return (ApiKey?)found;
    }
}
