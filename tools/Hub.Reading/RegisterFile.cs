using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Notices.Recipients;
using Hub.Register.Contacts;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Reading;

/// <summary>Whom the hub would know: the offices of some States, and the authorities that are in the register (docs/reading.md).</summary>
internal sealed record RegisterFile(RegisterSnapshot Register, IReadOnlyList<Recipient> Offices)
{
    private static readonly DateTimeOffset Begun = new(2019, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A hub that knows nobody.</summary>
    public static RegisterFile Empty { get; } = new(RegisterSnapshot.Empty, []);

    /// <summary>As JSON says it: <c>{"registry": {"states": {"MWI": {…}}}}</c>, or what stands behind <c>registry</c>.</summary>
    public static RegisterFile Of(JsonNode json)
    {
        var states = (json["registry"] ?? json)["states"] as JsonObject
            ?? throw new JsonException("A register has a member \"states\", with an object for each State.");
        var (offices, records) = (new List<Recipient>(), new List<Authority>());
        foreach (var (code, state) in states)
        {
            offices.AddRange(new[] { OfficeRole.Mission, OfficeRole.Ministry }.SelectMany(role => Office(new(code), state!, role)));
            records.AddRange(Items(state!["authorities"]).Select((a, i) => Record(new(code), (JsonObject)a, i)));
        }
        return new(RegisterSnapshot.Empty.With(records.Select(r => new AuthorityWrite(r, null)), Head.Empty), offices);
    }

    private static IEnumerable<Recipient> Office(StateCode code, JsonNode state, OfficeRole role)
    {
        var (name, office) = (role.ToString().ToLowerInvariant(), state[role.ToString().ToLowerInvariant()]);
        return Items(office?["emails"]).Select((address, i) => new Recipient(
            $"{name}-{code}-{i}", code, (string)address!, LanguageOf(state), (string?)office!["office"] ?? $"{role} of {code}", 0)
        {
            Role = role, Domains = [.. Items(office["domains"]).Select(d => (string)d!)],
        });
    }

    private static Language LanguageOf(JsonNode state) =>
        Codes.TryParse<Language>((string?)state["missionLanguage"] ?? "", out var language) ? language : Language.English;

    private static Authority Record(StateCode code, JsonObject said, int number)
    {
        var form = (JsonObject)said.DeepClone();
        foreach (var name in new[] { "name", "lastNoteDate", "faxes", "phones", "emails" })
            form.Remove(name);
        form["authorityName"] ??= new JsonObject { [LanguageOfName(said)] = (string?)said["name"] };
        form["designations"] ??= new JsonArray();
        Copy(form, "phones", said["phones"], "number", Number);
        Copy(form, "fax", said["faxes"], "number", Number);
        Copy(form, "emails", said["emails"], "address", a => a);
        return new()
        {
            Id = $"record-{code}-{number + 1}",
            Version = 1,
            Public = new() { State = code },
            Restricted = form.Deserialize<AuthorityRestricted>(HubJson.Options)!,
            Upkeep = new() { Status = RecordStatus.Active, LastChangedOn = Begun, LastConfirmedOn = Begun, Salt = $"{code}{number}" },
            Secretariat = new()
            {
                NoteDate = (string?)said["lastNoteDate"] is { } day ? DateOnly.Parse(day, CultureInfo.InvariantCulture) : null,
            },
        };
    }

    private static string LanguageOfName(JsonObject said) => (string?)said["nameLanguage"] ?? "en";

    private static string Number(string written) => TelephoneNumbers.Read(written)?.Number ?? written;

    private static void Copy(JsonObject form, string field, JsonNode? values, string member, Func<string, string> read)
    {
        if (values is JsonArray { Count: > 0 } all)
            form[field] = new JsonArray([
                .. all.Select(v => v is JsonObject whole ? whole.DeepClone() : new JsonObject { [member] = read((string)v!) }),
            ]);
    }

    private static IEnumerable<JsonNode> Items(JsonNode? list) => (list as JsonArray ?? []).Select(i => i!);
}
