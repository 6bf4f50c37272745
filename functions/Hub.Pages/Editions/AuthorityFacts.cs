using System.Globalization;
using Hub.Delivery.Editions;
using Hub.Pages.Mail;
using Hub.Pages.Texts;
using Hub.Register.Contacts;
using Hub.Register.Json;
using Hub.Register.Lookup;
using Hub.Register.Records;

namespace Hub.Pages.Editions;

/// <summary>What an edition prints of an authority: every field that has a value, in the order of the record, in words.</summary>
internal sealed class AuthorityFacts(Labels labels, DateOnly day)
{
    private readonly RecordValues _values = new(labels);

    /// <summary>The fields of a record that are printed, in this order.</summary>
    public static IReadOnlyList<string> Fields { get; } =
    [
        "authorityName", "unitName", "parentInstitution", "authorityKind", "jurisdiction", "designations", "postalAddress", "phones", "fax",
        "emails", "website", "secureChannels", "contactPerson", "officeHours", "timeZone", "publicHolidays", "outOfHoursReach",
        "languagesSpoken", "languagesOfRequests", "acceptedFormats", "acceptedChannels", "interpolAccepted", "nationalCentralBureau",
        "urgentProcedure", "requiredInformation", "requiredDocuments", "extraditionOfNationals", "dualCriminality", "timeLimits",
        "legalSummary", "treatiesList", "alternativeArrangements", "lawLinks", "maritime", "firearms", "comments", "temporaryNotices",
        "status",
    ];

    /// <summary>The facts, and when the record was last touched.</summary>
    public IReadOnlyList<Fact> Of(EditionAuthority authority) =>
    [
        .. Fields.Select(f => new Fact(Label(f), Values(f, authority))).Where(f => f.Values.Count > 0),
        new(labels["Edition.LastChanged"], [Day(authority.Upkeep.LastChangedOn)]),
        .. authority.Upkeep.LastConfirmedOn is { } confirmed
            ? [new Fact(labels["Edition.LastConfirmed"], [Day(confirmed)])]
            : Array.Empty<Fact>(),
    ];

    /// <summary>The facts of a record of the register.</summary>
    public IReadOnlyList<Fact> Of(Authority record) =>
        Of(new EditionAuthority(record.Id, record.Version, record.Public, record.Restricted, record.Upkeep));

    /// <summary>The word for a field.</summary>
    public string Label(string field) => field == "status" ? labels["Edition.Status"] : labels.Field(field);

    /// <summary>The value of a field, a line for each part.</summary>
    public IReadOnlyList<Phrase> Values(string field, EditionAuthority authority) => field switch
    {
        "authorityName" => Names(authority.Restricted),
        "officeHours" => [.. Hours(authority.Restricted.OfficeHours ?? [])],
        "timeZone" => authority.Restricted.TimeZone is { } zone ? [TimeZone(zone)] : [],
        "status" => [labels.Of(authority.Upkeep.Status)],
        "jurisdiction" => Given(authority.Public.Jurisdiction),
        "lawLinks" => [.. (authority.Public.LawLinks ?? []).Select(l => Line(l.Title, l.Url, l.Language))],
        _ when RecordValues.Shown.Contains(field) => _values.Of(field, Record(authority)),
        _ => Restricted(field, authority.Restricted),
    };

    private IReadOnlyList<Phrase> Restricted(string field, AuthorityRestricted r) => field switch
    {
        "unitName" => Given(r.UnitName),
        "parentInstitution" => Given(r.ParentInstitution),
        "authorityKind" => [labels.Of(r.AuthorityKind)],
        "secureChannels" => [.. (r.SecureChannels ?? []).Select(c => Line(c.Kind, c.Value))],
        "contactPerson" => r.ContactPerson is { } person ? [Line(person.Name, person.Office)] : [],
        "publicHolidays" => Given(r.PublicHolidays),
        // A "no" beside a number that is answered day and night would keep somebody from calling it.
        "outOfHoursReach" => r.OutOfHoursReach is { } reach && (reach || Opening.NumberDayAndNight(r) is null) ? [labels[reach ? "Edition.Yes" : "Edition.No"]] : [],
        "languagesSpoken" => Listed(r.LanguagesSpoken?.Select(InWords)),
        "languagesOfRequests" => Listed(r.LanguagesOfRequests?.Select(InWords)),
        "acceptedFormats" => Listed(r.AcceptedFormats?.Select(f => labels.Of(f))),
        "acceptedChannels" => [.. (r.AcceptedChannels ?? []).OrderBy(c => c.Rank).ThenBy(c => c.Channel).Select(Channel)],
        "interpolAccepted" => [labels.Of(r.InterpolAccepted)],
        "nationalCentralBureau" => Given(r.NationalCentralBureau),
        "urgentProcedure" => [.. Urgent(r.UrgentProcedure)],
        "requiredInformation" => [.. (r.RequiredInformation ?? new Dictionary<string, string>()).Select(Information)],
        "requiredDocuments" => [.. (r.RequiredDocuments ?? []).Select(d => (Phrase)d)],
        "temporaryNotices" => [.. (r.TemporaryNotices ?? []).Select(Notice)],
        _ => Given(Text(field, r)),
    };

    private static string? Text(string field, AuthorityRestricted r) => field switch
    {
        "extraditionOfNationals" => r.ExtraditionOfNationals,
        "dualCriminality" => r.DualCriminality,
        "timeLimits" => r.TimeLimits,
        "legalSummary" => r.LegalSummary,
        "treatiesList" => r.TreatiesList,
        "alternativeArrangements" => r.AlternativeArrangements,
        "comments" => r.Comments,
        "maritime" => r.Maritime,
        "firearms" => r.Firearms,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "An edition does not print this field."),
    };

    // The heading has one of the names; the others follow with their language.
    private IReadOnlyList<Phrase> Names(AuthorityRestricted r)
    {
        var heading = r.NameIn(labels.Language.Code());
        return [.. r.AuthorityName.Where(n => n.Value != heading).Select(n => (Phrase)$"{n.Value} ({InWords(n.Key)})")];
    }

    private string InWords(string tag) => LanguageNames.Of(tag, labels.Language);

    // Days with the same hours stand together: Monday – Friday, 08:30–16:30.
    private IEnumerable<Phrase> Hours(IEnumerable<OfficeHours> hours)
    {
        var days = hours.GroupBy(h => ((int)h.Day + 6) % 7).OrderBy(d => d.Key)
            .Select(d => (Day: d.Key, Times: string.Join(", ", d.OrderBy(h => h.From).Select(h => h.Span()))))
            .ToList();
        for (var first = 0; first < days.Count;)
        {
            var last = first;
            while (last + 1 < days.Count && days[last + 1] == (days[last].Day + 1, days[first].Times))
                last++;
            var names = first == last ? Weekday(days[first].Day) : $"{Weekday(days[first].Day)} – {Weekday(days[last].Day)}";
            yield return Line(names, days[first].Times);
            first = last + 1;
        }
    }

    private Phrase TimeZone(string id)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
            return id;
        var noon = new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
        var now = zone.GetUtcOffset(noon);
        TimeSpan[] others = [.. Enumerable.Range(1, 11).Select(m => zone.GetUtcOffset(noon.AddMonths(m))).Where(o => o != now).Distinct()];
        return others is [var other, ..]
            ? labels.Say("Edition.OffsetTwo", id, Offset(now), Offset(other))
            : labels.Say("Edition.Offset", id, Offset(now));
    }

    private Phrase Notice(TemporaryNotice notice) =>
        Phrase.Join(labels["List.Long"], [labels.Temporary(notice.Kind), labels.Period(notice.From, notice.To)!, notice.Text]);

    private Phrase Channel(AcceptedChannel channel) => channel.ConfirmBy is { } by
        ? Phrase.Join(labels["List.Long"], [labels.Of(channel.Channel), labels.Say("Edition.ConfirmBy", labels.Of(by))])
        : labels.Of(channel.Channel);

    private IEnumerable<Phrase> Urgent(UrgentProcedure? urgent)
    {
        if (urgent is null)
            yield break;
        if (urgent.Text is { } text)
            yield return text;
        if (urgent.Phone is { } phone)
            yield return Line(TelephoneNumbers.Shown(phone.Number), phone.Extension);
        if (urgent.OralRequests is { } oral)
            yield return labels[oral ? "Edition.Oral.Yes" : "Edition.Oral.No"];
        if (urgent.ConfirmWithinHours is { } hours)
            yield return labels.SayCount("Edition.Confirm", hours);
        if (urgent.ProvisionalArrestDays is { } days)
            yield return labels.SayCount("Edition.Arrest", days);
    }

    private Phrase Information(KeyValuePair<string, string> required) =>
        Line(Codes.TryParse<Matter>(required.Key, out var matter) ? labels.Of(matter) : required.Key, required.Value);

    private IReadOnlyList<Phrase> Listed(IEnumerable<string>? words) =>
        words?.ToList() is { Count: > 0 } list ? [Phrase.Join(labels["List"], list.Select(w => (Phrase)w))] : [];

    private Phrase Line(params string?[] parts) =>
        Phrase.Join(labels["List.Long"], parts.Where(p => !string.IsNullOrWhiteSpace(p)).Select(p => (Phrase)p!));

    private static IReadOnlyList<Phrase> Given(string? text) => string.IsNullOrWhiteSpace(text) ? [] : [text];

    private static Authority Record(EditionAuthority a) =>
        new() { Id = a.RecordId, Version = a.Version, Public = a.Public, Restricted = a.Restricted, Upkeep = a.Upkeep };

    private Phrase Day(DateTimeOffset at) => labels.Day(DateOnly.FromDateTime(at.UtcDateTime));

    private string Weekday(int fromMonday) => labels.Weekday((DayOfWeek)((fromMonday + 1) % 7));

    private static string Offset(TimeSpan offset) =>
        "UTC" + (offset < TimeSpan.Zero ? "−" : "+") + offset.ToString(offset.Minutes == 0 ? "%h" : @"h\:mm", CultureInfo.InvariantCulture);
}
