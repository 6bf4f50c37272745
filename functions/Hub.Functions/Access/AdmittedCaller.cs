using Hub.Notices.Access;
using Hub.Notices.SigningIn;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Access;

/// <summary>Who was let in, as the functions ask.</summary>
public static class AdmittedCaller
{
    private static readonly object LetIn = new();
    private static readonly object Found = new();
    private static readonly object Visited = new();

    /// <summary>Who calls. Only a function whose attribute asks for a key or a sign-in has somebody.</summary>
    public static Caller Caller(this HttpRequest request) => request.Admitted()
        ?? throw new InvalidOperationException("Nobody was let in: the function's attribute asks for no key.");

    /// <summary>Who calls; null where nobody was let in.</summary>
    public static Caller? Admitted(this HttpRequest request) => request.HttpContext.Items[LetIn] as Caller;

    /// <summary>The key that the caller brought; null where it signed in.</summary>
    public static ApiKey? Key(this HttpRequest request) => request.HttpContext.Items[Found] as ApiKey;

    /// <summary>The session of whoever signed in by mail. Only such a caller has one.</summary>
    public static VisitorSession Visiting(this HttpRequest request) => request.HttpContext.Items[Visited] as VisitorSession
        ?? throw new InvalidOperationException("Nobody signed in by mail.");

    /// <summary>Lets a caller in.</summary>
    internal static void Admit(this HttpRequest request, Caller caller) => request.HttpContext.Items[LetIn] = caller;

    /// <summary>The key that a request brings, looked up once however often it is asked for.</summary>
    internal static async Task<ApiKey?> KeyOr(this HttpRequest request, Func<Task<ApiKey?>> find)
    {
        var items = request.HttpContext.Items;
        if (!items.TryGetValue(Found, out var found))
            items[Found] = found = await find();
        return (ApiKey?)found;
    }

    /// <summary>The session by mail that a request brings, looked up once however often it is asked for.</summary>
    internal static async Task<VisitorSession?> VisitOr(this HttpRequest request, Func<Task<VisitorSession?>> find)
    {
        var items = request.HttpContext.Items;
        if (!items.TryGetValue(Visited, out var found))
            items[Visited] = found = await find();
        return (VisitorSession?)found;
    }
}
