using Hub.Pages.Texts;
using Hub.Register.Contacts;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Mail;

/// <summary>The values of a record that a mail shows: how the office is reached, and what it is designated for.</summary>
internal sealed class RecordValues(Labels labels)
{
    /// <summary>The fields shown with their values, in this order; of others a mail gives the names only.</summary>
    public static IReadOnlyList<string> Shown { get; } =
        ["designations", "postalAddress", "phones", "fax", "emails", "website", "officeHours", "timeZone"];

    private static readonly Lazy<StateCatalog> States = new(() => new());

    /// <summary>A field of a record, a line for each value.</summary>
    public IReadOnlyList<Phrase> Of(string field, Authority? record) => record is not { Restricted: var restricted }
        ? []
        : field switch
        {
            "designations" => [.. restricted.Designations.Select(Designation)],
            "postalAddress" => restricted.PostalAddress is { } address ? [Address(address)] : [],
            "phones" => [.. (restricted.Phones ?? []).Select(Phone)],
            "fax" => [.. (restricted.Fax ?? []).Select(Phone)],
            "emails" => [.. (restricted.Emails ?? []).Select(Email)],
            "website" => record.Public.Website is { } website ? [website] : [],
            "officeHours" => [.. (restricted.OfficeHours ?? []).OrderBy(h => ((int)h.Day + 6) % 7).ThenBy(h => h.From).Select(Hours)],
            "timeZone" => restricted.TimeZone is { } zone ? [zone] : [],
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "A mail gives the name of this field only."),
        };

    private Phrase Designation(Designation designation) => Line(
        labels.Pair(designation.Pair()), labels.Of(designation.Function), Given(designation.Scope),
        labels.Period(designation.EffectiveFrom, designation.EffectiveTo));

    // One piece: between Arabic words its lines would change places.
    private Phrase Address(PostalAddress address) => string.Join(
        ", ", address.Lines.Concat([address.Postcode, address.City, Country(address)]).Where(p => !string.IsNullOrWhiteSpace(p)));

    // A country is named in the language of who reads it; what is none stays as the State wrote it.
    private string? Country(PostalAddress address) =>
        States.Value.TryFind(address.Country, out var state, out _) ? state.Name(labels.Language) : address.Country;

    private Phrase Phone(Phone phone) => Line(
        TelephoneNumbers.Shown(phone.Number), phone.Extension is { } extension ? labels.Say("Phone.Extension", extension) : null, labels.Of(phone.Purpose));

    private Phrase Email(EmailAddress email) => Line(email.Address, Given(email.Purpose));

    private Phrase Hours(OfficeHours hours) => Line(labels.Weekday(hours.Day), hours.Span());

    private Phrase Line(params Phrase?[] parts) => Phrase.Join(labels["List.Long"], parts.OfType<Phrase>());

    private static Phrase? Given(string? text) => text is null ? null : (Phrase)text;
}
