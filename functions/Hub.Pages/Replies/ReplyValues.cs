using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Replies;

/// <summary>Values that were understood, in the reader's words: no code of the hub's, and no id.</summary>
internal sealed class ReplyValues(Labels labels)
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
        "languagesOfRequests" or "languagesSpoken" => Word<Language>(proposal.Value),
        "officeHours" => Hours(proposal.Value),
        _ when proposal.Value is JsonValue value && value.TryGetValue<bool>(out var isSo) => labels[isSo ? Yes : No],
        _ => Plain(proposal.Value),
    };

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
}
