using System.Collections.Concurrent;
using Hub.Delivery.Outbox;
using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Notices.Access;
using Hub.Notices.Recipients;
using Hub.Pages.Site;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Site;

/// <summary>Tells pages of the request that they answer.</summary>
public sealed class Visits(
    SignIn signIn, FormTokens tokens, IPersonStore people, MailPause pause, TimeProvider clock, RecipientDirectory? recipients = null)
{
    /// <summary>The cookie that holds the language that a reader chose.</summary>
    public const string LanguageCookie = "hub-language";

    private const string Done = "done";
    private const int LongestPath = 600;
    private static readonly TimeSpan Noted = TimeSpan.FromHours(1);
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _seen = new();
    private Known? _people;

    /// <summary>Whether the hub's own page led here, as far as the browser says.</summary>
    internal static bool IsFromHere(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is "same-origin" or "";

    /// <summary>What a page is told.</summary>
    public async Task<Visit> Of(HttpRequest request)
    {
        var (cancel, now) = (request.HttpContext.RequestAborted, clock.GetUtcNow());
        var visit = Bare(request) with
        {
            // Only what leads here from the hub's own page says what was done: no link of anybody else, and no page that is loaded again.
            Done = IsFromHere(request) && request.Query[Done] is [{ Length: < 40 } done] ? done : null,
        };
        if (await Caller(request) is not { } caller)
            return visit;
        visit = visit with { Visitor = Visitor(caller), FormToken = await tokens.Of(caller, cancel) };
        if (caller.Kind != CallerKind.Secretariat)
            return visit;
        await Note(caller, now, cancel);
        return visit with
        {
            People = await Names(now, cancel), MailIsPaused = IsConsole(request) && await pause.IsOn(cancel),
        };
    }

    /// <summary>The same without a look into storage: who has signed in only where that is known already.</summary>
    public Visit Bare(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new(Language(request), PathOf(request), clock.GetUtcNow())
        {
            IsLocal = signIn.IsLocal, AnswersForm = HttpMethods.IsPost(request.Method),
            Visitor = request.Admitted() is { } caller ? Visitor(caller) : null,
        };
    }

    /// <summary>The language of a page: the one chosen, or the first that the browser asks for, or English where it has none.</summary>
    public static Language Language(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var asked = Codes.TryParse<Language>(request.Cookies[LanguageCookie], out var chosen) ? chosen : request.PreferredLanguage();
        return HasTwo(request) && !Labels.OfConsole.Contains(asked) ? Register.States.Language.English : asked;
    }

    /// <summary>An address of the hub's own to go on to; another one where that is none.</summary>
    public static string Local(string? to, string otherwise = "/console") =>
        to is "/" or ['/', not ('/' or '\\'), ..] && to.Length <= LongestPath && !to.Any(char.IsControl)
        && !to.Contains('\\', StringComparison.Ordinal)
            ? to
            : otherwise;

    private static Visitor Visitor(Caller caller) =>
        new(caller.FullName ?? caller.Name, caller.Roles) { Kind = caller.Kind, Id = caller.Name };

    private static bool IsConsole(HttpRequest request) => request.Path.StartsWithSegments("/console", StringComparison.OrdinalIgnoreCase);

    // The Secretariat's pages and the partners'.
    private static bool HasTwo(HttpRequest request) => IsConsole(request)
        || request.Path.StartsWithSegments("/partners", StringComparison.OrdinalIgnoreCase)
        || request.Path.StartsWithSegments("/records", StringComparison.OrdinalIgnoreCase);

    private static string PathOf(HttpRequest request)
    {
        var query = string.Join('&', request.Query.Where(q => q.Key != Done)
            .SelectMany(q => q.Value.Select(v => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(v ?? "")}")));
        var path = $"{request.Path}{(query.Length == 0 ? "" : $"?{query}")}";
        return path.Length <= LongestPath ? path : request.Path;
    }

    // On a page for everybody, whoever signed in without a role is nobody.
    private async Task<Caller?> Caller(HttpRequest request)
    {
        if (request.Admitted() is { } admitted)
            return admitted;
        try
        {
            return await signIn.FindVisitor(request);
        }
        catch (ApiException)
        {
            return null;
        }
    }

    private async Task Note(Caller caller, DateTimeOffset now, CancellationToken cancel)
    {
        var hour = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % Noted.Ticks), TimeSpan.Zero);
        if (_seen.TryGetValue(caller.Name, out var seen) && seen == hour)
            return;
        await people.Note(new(caller.Name, caller.FullName ?? caller.Name, caller.Roles, hour), cancel);
        _seen[caller.Name] = hour;
    }

    private async Task<IReadOnlyDictionary<string, string>> Names(DateTimeOffset now, CancellationToken cancel)
    {
        if (_people is not { } known || (now - known.At).Duration() >= Fresh)
            _people = known = new(now, await AllNames(cancel));
        return known.Names;
    }

    // Offices act under ids of their own.
    private async Task<Dictionary<string, string>> AllNames(CancellationToken cancel)
    {
        var names = (recipients is null ? [] : await recipients.List(cancel)).DistinctBy(r => r.Id).ToDictionary(r => r.Id, r => r.Name);
        foreach (var person in await people.List(cancel))
            names[person.Id] = person.Name;
        return names;
    }

    private sealed record Known(DateTimeOffset At, IReadOnlyDictionary<string, string> Names);
}
