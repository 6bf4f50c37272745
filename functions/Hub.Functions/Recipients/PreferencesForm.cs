using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Notices.Recipients;
using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Hub.Functions.Recipients;

/// <summary>Reads the form of the page of preferences.</summary>
internal static class PreferencesForm
{
    private const int MostBytes = 64 * 1024;

    /// <summary>What was chosen; 400 where the page's own form cannot have sent it, 413 where it is too long.</summary>
    public static async Task<MailPreferences> Read(HttpRequest request)
    {
        if (!request.HasFormContentType)
            throw Wrong();
        // A body that says nothing of its length may still become too long.
        var body = await RequestBody.ReadAll(request.Body, MostBytes, request.HttpContext.RequestAborted);
        request.Body = new MemoryStream(body);
        IFormCollection form;
        try
        {
            form = await new FormFeature(request).ReadFormAsync(request.HttpContext.RequestAborted);
            // Where it cannot be kept, whoever chose is shown it once more.
            request.Body.Position = 0;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            throw Wrong();
        }
        return Read(form["cadence"], form["states"], form["matters"]);
    }

    /// <summary>The same of what another form sent.</summary>
    public static MailPreferences Read(string? cadence, IEnumerable<string?> states, IEnumerable<string?> matters) =>
        Codes.TryParse<Cadence>(cadence, out var chosen) ? new(chosen, All(states, State), All(matters, Matter)) : throw Wrong();

    private static IReadOnlyList<T> All<T>(IEnumerable<string?> values, Func<string, T> read) =>
        [.. values.OfType<string>().Select(read).Distinct()];

    private static StateCode State(string text) => StateCode.IsWellFormed(text) ? new(text) : throw Wrong();

    private static Matter Matter(string text) => Codes.TryParse<Matter>(text, out var matter) ? matter : throw Wrong();

    private static ApiException Wrong() => new(400, "Not this page's form", "Open the link again and choose on the page.");
}
