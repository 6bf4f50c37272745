using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Register.Json;
using Hub.Register.Records;

namespace Hub.Operations.Erasures;

/// <summary>
/// The record of an authority without a person: the person named, personal numbers and addresses go, texts are left with a mark. Names of
/// the authority itself, its website and what it is designated for are the State's to change.
/// </summary>
public static class ErasedRecord
{
    /// <summary>Whether a version names a person, where it can be taken out.</summary>
    public static bool Names(Authority record, PersonalTerms terms) =>
        !JsonNode.DeepEquals(Node(record), Node(Without(record, terms)));

    /// <summary>Whether an earlier version names a person anywhere.</summary>
    public static bool NamesEarlier(Authority version, PersonalTerms terms) =>
        !JsonNode.DeepEquals(Node(version), Node(Earlier(version, terms) with { Upkeep = version.Upkeep }));

    /// <summary>Whether a version names a person where only its State can change that.</summary>
    public static bool IsNamedAfter(Authority record, PersonalTerms terms) => Named(record).Any(terms.Matches);

    /// <summary>The record as it is, without a person.</summary>
    public static Authority Without(Authority record, PersonalTerms terms) => record with
    {
        Restricted = Texts(record.Restricted, terms) with
        {
            ContactPerson = Unless(record.Restricted.ContactPerson, terms),
            Phones = Phones(record.Restricted.Phones, terms),
            Fax = Phones(record.Restricted.Fax, terms),
            Emails = Others(record.Restricted.Emails, e => terms.Matches(e.Address) || terms.Matches(e.Purpose)),
            SecureChannels = Others(record.Restricted.SecureChannels, c => terms.Matches(c.Value) || terms.Matches(c.Kind)),
            UrgentProcedure = Urgent(record.Restricted.UrgentProcedure, terms),
            PostalAddress = Address(record.Restricted.PostalAddress, terms),
            TemporaryNotices = record.Restricted.TemporaryNotices is { } notices
                ? [.. notices.Select(n => n with { Kind = terms.Without(n.Kind), Text = terms.Without(n.Text) })]
                : null,
        },
        Secretariat = record.Secretariat with
        {
            ContactPerson = Unless(record.Secretariat.ContactPerson, terms),
            PersonalPhones = Phones(record.Secretariat.PersonalPhones, terms),
            UrgentPhone = record.Secretariat.UrgentPhone is { } phone && IsOf(phone, terms) ? null : record.Secretariat.UrgentPhone,
        },
    };

    /// <summary>
    /// An earlier version without a person. Its salt goes too: what the log holds of it is then a number that nobody can test a guess by.
    /// </summary>
    public static Authority Earlier(Authority version, PersonalTerms terms)
    {
        var left = Without(version, terms);
        return left with
        {
            Restricted = left.Restricted with
            {
                AuthorityName = left.Restricted.AuthorityName.ToDictionary(n => n.Key, n => terms.Without(n.Value)),
                UnitName = terms.Left(left.Restricted.UnitName),
                ParentInstitution = terms.Left(left.Restricted.ParentInstitution),
            },
            Upkeep = left.Upkeep with { Salt = "" },
        };
    }

    private static IEnumerable<string?> Named(Authority record) =>
    [
        .. record.Restricted.AuthorityName.Values, record.Restricted.UnitName, record.Restricted.ParentInstitution, record.Public.Website,
        .. (record.Public.LawLinks ?? []).SelectMany(l => new[] { l.Title, l.Url }),
    ];

    private static AuthorityRestricted Texts(AuthorityRestricted r, PersonalTerms terms) => r with
    {
        PublicHolidays = terms.Left(r.PublicHolidays),
        RequiredInformation = r.RequiredInformation?.ToDictionary(i => i.Key, i => terms.Without(i.Value)),
        RequiredDocuments = r.RequiredDocuments is { } documents ? [.. documents.Select(terms.Without)] : null,
        NationalCentralBureau = terms.Left(r.NationalCentralBureau),
        ExtraditionOfNationals = terms.Left(r.ExtraditionOfNationals),
        DualCriminality = terms.Left(r.DualCriminality),
        TimeLimits = terms.Left(r.TimeLimits),
        LegalSummary = terms.Left(r.LegalSummary),
        TreatiesList = terms.Left(r.TreatiesList),
        AlternativeArrangements = terms.Left(r.AlternativeArrangements),
        Comments = terms.Left(r.Comments),
        Maritime = terms.Left(r.Maritime),
        Firearms = terms.Left(r.Firearms),
    };

    private static ContactPerson? Unless(ContactPerson? person, PersonalTerms terms) =>
        terms.Matches(person?.Name) || terms.Matches(person?.Office) ? null : person;

    private static IReadOnlyList<Phone>? Phones(IReadOnlyList<Phone>? phones, PersonalTerms terms) => Others(phones, p => IsOf(p, terms));

    private static bool IsOf(Phone phone, PersonalTerms terms) => terms.Matches(phone.Number) || terms.Matches(phone.Extension);

    private static UrgentProcedure? Urgent(UrgentProcedure? urgent, PersonalTerms terms) => urgent is null ? null : urgent with
    {
        Text = terms.Left(urgent.Text), Phone = urgent.Phone is { } phone && IsOf(phone, terms) ? null : urgent.Phone,
    };

    private static PostalAddress? Address(PostalAddress? address, PersonalTerms terms) => address is null ? null : address with
    {
        Lines = [.. address.Lines.Select(terms.Without)],
    };

    private static IReadOnlyList<T>? Others<T>(IReadOnlyList<T>? items, Func<T, bool> goes) =>
        items is null || !items.Any(goes) ? items : [.. items.Where(i => !goes(i))];

    private static JsonNode? Node(Authority record) => JsonSerializer.SerializeToNode(record, HubJson.Options);
}
