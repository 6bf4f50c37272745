using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Pages.Site;
using Hub.Register.Json;
using Hub.Register.Problems;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Site;

/// <summary>What a form of a page sent. It is read once, when its token is looked at.</summary>
internal sealed partial class PostedForm
{
    // Whoever sends it gets it back, twice and escaped.
    internal const int MostShown = 256 * 1024;

    // A list of two hundred designations has 2,200.
    private const int MostValues = 16 * 1024;

    // The table of an import comes back as a field of the page that shows what it does.
    private const int LongestValue = 1024 * 1024;

    // A page that anybody opens has a few lines to fill in, and no files.
    private const int MostOfStranger = 128 * 1024;
    private static readonly object Read = new();
    private readonly IFormCollection _form;

    private PostedForm(IFormCollection form) => _form = form;

    /// <summary>The form of a request.</summary>
    public static Task<PostedForm> Of(HttpRequest request) => Of(request, BodyLimits.MostBytes);

    /// <summary>The same of somebody who has not signed in: no more of it is read than a few lines.</summary>
    public static Task<PostedForm> OfStranger(HttpRequest request) => Of(request, MostOfStranger);

    private static async Task<PostedForm> Of(HttpRequest request, int mostBytes)
    {
        var items = request.HttpContext.Items;
        if (items[Read] is not PostedForm form)
            items[Read] = form = new(
                request.HasFormContentType
                    ? await FormBody.Read(request, MostValues, TooMany, LongestValue, mostBytes)
                    : FormCollection.Empty);
        return form;
    }

    private static ApiException TooMany() => new(413, "Too much typed", $"A form holds at most {MostValues} fields.");

    /// <summary>The token that it brings.</summary>
    public string? Token => Text(FormNames.Token);

    /// <summary>Everything that was typed and chosen, but for its token.</summary>
    public IEnumerable<KeyValuePair<string, string>> Values =>
        from entry in _form
        where entry.Key != FormNames.Token
        from value in entry.Value
        select KeyValuePair.Create(entry.Key, value ?? "");

    /// <summary>Whether it is short enough to be shown to whoever sent it.</summary>
    public bool CanBeShown => Values.Sum(v => v.Key.Length + v.Value.Length) <= MostShown;

    /// <summary>Whether it has a text with signs that nobody sees, or that turn what others see around.</summary>
    public bool HasUnwritable => Values.Any(v => UnwritableText.Problems(JsonValue.Create(v.Value), "").Any());

    /// <summary>The files.</summary>
    public IFormFileCollection Files => _form.Files;

    /// <summary>The names of the files, with the field that each came in.</summary>
    public IReadOnlyList<(string Field, string File)> FileNames => [.. Files.Where(f => f.Length > 0).Select(f => (f.Name, f.FileName))];

    /// <summary>
    /// What a field of one line holds, without blanks around it; null where it is empty or not there. A line break or a tabulator, which
    /// nobody can type there, is a blank: what stands in such a field stands in subjects of mails and in lines of logs.
    /// </summary>
    public string? Text(string name) =>
        _form[name].FirstOrDefault() is { } text && Breaks().Replace(text, " ").Trim() is { Length: > 0 } line ? line : null;

    /// <summary>The same of a field of several lines, as they are.</summary>
    public string? Lines(string name) => _form[name].FirstOrDefault()?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>
    /// With which of its buttons it was sent, or what was chosen of few; null where that is not said. What it does not offer is refused: no
    /// page says that something was done of which nobody knows what it is.
    /// </summary>
    public string? Choice(string name, params IEnumerable<string> offered) =>
        Text(name) is not { } sent ? null : offered.Contains(sent) ? sent : throw NotOffered(name);

    /// <summary>The same of values that have codes; one has to be chosen.</summary>
    public T Choice<T>(string name) where T : struct, Enum =>
        Codes.TryParse<T>(Text(name), out var value) ? value : throw NotOffered(name);

    /// <summary>What is thrown where a form says what no form of the hub says.</summary>
    public static ApiException NotOffered(string name) =>
        new(StatusCodes.Status400BadRequest, "Not on offer", $"The form does not offer what it was sent with as '{name}'.");

    [GeneratedRegex(@"[\t\n\r\u0085\u2028\u2029]+", RegexOptions.NonBacktracking)]
    private static partial Regex Breaks();

    /// <summary>What all fields of a name hold.</summary>
    public IReadOnlyList<string> All(string name) => [.. _form[name].OfType<string>().Where(v => v.Length > 0)];
}
