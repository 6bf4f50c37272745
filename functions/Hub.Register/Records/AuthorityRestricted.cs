using Hub.Register.Json;

namespace Hub.Register.Records;

/// <summary>What designated authorities and permanent missions may see of an authority, as its State gave it.</summary>
public sealed record AuthorityRestricted : Confidential
{
    /// <summary>Its name, by BCP 47 tag: the original and English, French or Spanish.</summary>
    public required IReadOnlyDictionary<string, string> AuthorityName { get; init; }

    /// <summary>The unit within it.</summary>
    public string? UnitName { get; init; }

    /// <summary>The institution it is part of.</summary>
    public string? ParentInstitution { get; init; }

    /// <summary>What kind of institution it is.</summary>
    public AuthorityKind AuthorityKind { get; init; } = AuthorityKind.Other;

    /// <summary>What it is designated for.</summary>
    public required IReadOnlyList<Designation> Designations { get; init; }

    /// <summary>Postal address.</summary>
    public PostalAddress? PostalAddress { get; init; }

    /// <summary>Telephones.</summary>
    public IReadOnlyList<Phone>? Phones { get; init; }

    /// <summary>Fax lines.</summary>
    public IReadOnlyList<Phone>? Fax { get; init; }

    /// <summary>E-mail addresses.</summary>
    public IReadOnlyList<EmailAddress>? Emails { get; init; }

    /// <summary>Keys and platforms.</summary>
    public IReadOnlyList<SecureChannel>? SecureChannels { get; init; }

    /// <summary>The persons named, where they agreed to be shown.</summary>
    public ContactPerson? ContactPerson { get; init; }

    /// <summary>BCP 47 tags of the languages its staff speak.</summary>
    public IReadOnlyList<string>? LanguagesSpoken { get; init; }

    /// <summary>BCP 47 tags of the languages it accepts requests in (UNTOC art. 18(14)).</summary>
    public IReadOnlyList<string>? LanguagesOfRequests { get; init; }

    /// <summary>When it is open.</summary>
    public IReadOnlyList<OfficeHours>? OfficeHours { get; init; }

    /// <summary>Public holidays, in words.</summary>
    public string? PublicHolidays { get; init; }

    /// <summary>IANA time zone of its hours.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Whether it can be reached out of hours.</summary>
    public bool? OutOfHoursReach { get; init; }

    /// <summary>Information a request must give, by matter code.</summary>
    public IReadOnlyDictionary<string, string>? RequiredInformation { get; init; }

    /// <summary>Documents a request must bring.</summary>
    public IReadOnlyList<string>? RequiredDocuments { get; init; }

    /// <summary>Formats it accepts.</summary>
    public IReadOnlyList<RequestFormat>? AcceptedFormats { get; init; }

    /// <summary>Roads it accepts.</summary>
    public IReadOnlyList<AcceptedChannel>? AcceptedChannels { get; init; }

    /// <summary>Whether requests may be made through INTERPOL.</summary>
    public InterpolAcceptance InterpolAccepted { get; init; }

    /// <summary>The INTERPOL national central bureau.</summary>
    public string? NationalCentralBureau { get; init; }

    /// <summary>What to do in urgent cases.</summary>
    public UrgentProcedure? UrgentProcedure { get; init; }

    /// <summary>Whether, and when, nationals are extradited.</summary>
    public string? ExtraditionOfNationals { get; init; }

    /// <summary>Dual criminality.</summary>
    public string? DualCriminality { get; init; }

    /// <summary>Time limits.</summary>
    public string? TimeLimits { get; init; }

    /// <summary>Summary of legal and procedural requirements.</summary>
    public string? LegalSummary { get; init; }

    /// <summary>Bilateral and regional treaties.</summary>
    public string? TreatiesList { get; init; }

    /// <summary>Arrangements other than treaties.</summary>
    public string? AlternativeArrangements { get; init; }

    /// <summary>Comments, in their own language.</summary>
    public string? Comments { get; init; }

    /// <summary>Maritime cases: who confirms a flag, and when.</summary>
    public string? Maritime { get; init; }

    /// <summary>Firearms cases: tracing contact and scope.</summary>
    public string? Firearms { get; init; }

    /// <summary>Temporary situations.</summary>
    public IReadOnlyList<TemporaryNotice>? TemporaryNotices { get; init; }

    /// <summary>The name in a language, or the nearest there is.</summary>
    public string NameIn(string language) => AuthorityName.GetValueOrDefault(language)
        ?? AuthorityName.GetValueOrDefault("en") ?? AuthorityName.Values.FirstOrDefault() ?? "";

    /// <summary>Whether it is designated for anything on a day or later.</summary>
    public bool IsInForce(DateOnly day) => Designations.Any(d => d.EffectiveTo is null || d.EffectiveTo >= day);

    /// <summary>The designations that hold on a day.</summary>
    public IEnumerable<Designation> HoldingOn(DateOnly day) => Designations.Where(d => d.HoldsOn(day));

    /// <summary>Whether it is designated for a pair on a day.</summary>
    public bool Holds(Pair pair, DateOnly day) => HoldingOn(day).Any(d => d.Pair() == pair);
}
