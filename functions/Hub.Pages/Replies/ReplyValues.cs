using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Notices;
using Hub.Pages.Texts;
using Hub.Register.Contacts;
using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Replies;

/// <summary>Values that were understood, in the reader's words: no code of the hub's, and no id.</summary>
/// <param name="labels">The words.</param>
/// <param name="stateName">The name of a State by its code; null where it is not known.</param>
internal sealed partial class ReplyValues(Labels labels, Func<string, string?>? stateName = null)
{
    private const string Yes = "Answer.Yes";
    private const string No = "Answer.No";

    /// <summary>The value in words.</summary>
    public string Of(Proposal proposal) => Last(proposal.Pointer) switch
    {
        // The authority as the note names it.
        "recordId" or "replaces" => proposal.Words,
        "function" => Word<DesignationFunction>(proposal.Value),
        "matter" => Word<Matter>(proposal.Value),
        "instrument" => Word<Instrument>(proposal.Value),
        "purpose" => Word<PhonePurpose>(proposal.Value),
        "authorityKind" => Word<AuthorityKind>(proposal.Value),
        "interpolAccepted" => Word<InterpolAcceptance>(proposal.Value),
        "languagesOfRequests" or "languagesSpoken" or "language" => Tongue(proposal.Value),
        "acceptedFormats" => Word<RequestFormat>(proposal.Value),
        "channel" or "confirmBy" => Word<RequestChannel>(proposal.Value),
        "officeHours" => Hours(proposal.Value),
        "number" => TelephoneNumbers.Shown(Plain(proposal.Value)),
        "kind" when proposal.Pointer == "/kind" => Word<NoticeKind>(proposal.Value),
        "state" => stateName?.Invoke(Plain(proposal.Value)) ?? Plain(proposal.Value),
        _ when proposal.Value is JsonValue value && value.TryGetValue<bool>(out var isSo) => labels[isSo ? Yes : No],
        _ => DateOnly.TryParseExact(Plain(proposal.Value), "yyyy-MM-dd", out var day) ? labels.Day(day) : Plain(proposal.Value),
    };

    /// <summary>Values with the words they came from, a line each; what belongs to one designation is one.</summary>
    public IEnumerable<(string Label, string Value, string Words)> Lines(IEnumerable<Proposal> proposals) =>
        from value in proposals
        group value by Designation().Match(value.Pointer) is { Success: true } designation ? designation.Value : value.Pointer into one
        let values = one.ToList()
        select (
            labels.FieldAt(one.Key) ?? values[0].Pointer.Split('/')[^1], values.Count == 1 ? Of(values[0]) : Together(values),
            string.Join(" … ", values.Select(v => v.Words).Distinct()));

    private string Together(List<Proposal> values)
    {
        string? Code(string name) => values.Find(v => Last(v.Pointer) == name) is { } found ? Plain(found.Value) : null;
        var isPair = Codes.TryParse<Instrument>(Code("instrument"), out var instrument) & Codes.TryParse<Matter>(Code("matter"), out var matter);
        var pair = isPair && Code("article") is { } article ? labels.Pair(new(instrument, article, matter)).ToText(false) : null;
        var rest = values.Where(v => pair is null || Last(v.Pointer) is not ("instrument" or "article" or "matter")).Select(Of);
        return string.Join(", ", new[] { pair }.OfType<string>().Concat(rest));
    }

    private string Tongue(JsonNode value) =>
        Word<Language>(value) is var word && word != Plain(value) ? word : LanguageNames.Of(Plain(value), labels.Language);

    private string Word<T>(JsonNode value) where T : struct, Enum =>
        Codes.TryParse<T>(Plain(value), out var known) && labels.Find($"{typeof(T).Name}.{known}") is { } word ? word : Plain(value);

    private string Hours(JsonNode value)
    {
        try
        {
            return value.Deserialize<OfficeHours>(HubJson.Options) is { } hours ? $"{labels.Weekday(hours.Day)} {hours.Span()}" : Plain(value);
        }
        catch (JsonException)
        {
            return Plain(value);
        }
    }

    private static string Plain(JsonNode value) =>
        value is JsonValue one && one.TryGetValue<string>(out var text) ? text : value.ToJsonString(HubJson.Options);

    // The last name that is no ordinal.
    private static string Last(string pointer) => pointer.Split('/').Last(p => !p.All(char.IsAsciiDigit));

    [GeneratedRegex("^/changes/[0-9]+/(authority|set)/designations/[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Designation();
}
