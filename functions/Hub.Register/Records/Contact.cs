using System.Globalization;
using System.Text.Json.Serialization;
using Hub.Register.Json;

namespace Hub.Register.Records;

/// <summary>A postal address in the order of the Universal Postal Union.</summary>
/// <param name="Lines">Street, building, post office box.</param>
/// <param name="City">Town.</param>
/// <param name="Postcode">Postcode.</param>
/// <param name="Country">Country as the address shows it.</param>
public sealed record PostalAddress(
    IReadOnlyList<string> Lines, string? City = null, string? Postcode = null, string? Country = null) : Confidential;

/// <summary>A telephone or fax number.</summary>
/// <param name="Number">E.164: + and up to 15 digits.</param>
/// <param name="Extension">Extension.</param>
/// <param name="Purpose">What it is for.</param>
public sealed record Phone(string Number, string? Extension = null, PhonePurpose Purpose = PhonePurpose.Office) : Confidential;

/// <summary>What a number is for.</summary>
public enum PhonePurpose
{
    /// <summary>The office, in its hours.</summary>
    Office,

    /// <summary>Emergencies.</summary>
    Emergency,

    /// <summary>Day and night.</summary>
    AroundTheClock,

    /// <summary>Somebody's own mobile telephone, not the duty one of an office: the Secretariat's only.</summary>
    Mobile,

    /// <summary>Somebody's home: the Secretariat's only.</summary>
    Home,
}

/// <summary>An e-mail address.</summary>
/// <param name="Address">RFC 5322 addr-spec.</param>
/// <param name="Purpose">What it is for, in words.</param>
/// <param name="Functional">True for an office's mailbox, false for a person's.</param>
public sealed record EmailAddress(string Address, string? Purpose = null, bool Functional = true) : Confidential;

/// <summary>When an office is open on a day of the week, in its own time zone.</summary>
/// <param name="Day">The day.</param>
/// <param name="From">Opens at.</param>
/// <param name="To">Closes at; 00:00 is the end of the day, which is written 24:00.</param>
public sealed record OfficeHours(
    DayOfWeek Day, TimeOnly From, [property: JsonConverter(typeof(ClosingTimeConverter))] TimeOnly To) : Confidential
{
    /// <summary>Its times on the 24-hour clock: <c>08:30–16:30</c>.</summary>
    public string Span() => $"{Clock(From)}–{(To == TimeOnly.MinValue ? ClosingTimeConverter.Midnight : Clock(To))}";

    /// <summary>Whether it is open at a time of its day.</summary>
    public bool IsOpenAt(TimeOnly time) => From <= time && (time < To || To == TimeOnly.MinValue);

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}

/// <summary>A secure way to reach an authority.</summary>
/// <param name="Kind">PGP, S/MIME, Iber@, EJN, I-24/7, portal.</param>
/// <param name="Value">Key, address or URL.</param>
public sealed record SecureChannel(string Kind, string Value) : Confidential;

/// <summary>A road for requests and its place in the State's preference.</summary>
/// <param name="Channel">The road.</param>
/// <param name="Rank">1 is preferred.</param>
/// <param name="ConfirmBy">The road by which it must be confirmed.</param>
public sealed record AcceptedChannel(RequestChannel Channel, int Rank = 1, RequestChannel? ConfirmBy = null) : Confidential;

/// <summary>What to do in urgent cases (UNTOC art. 18(13), (14)).</summary>
/// <param name="Text">The procedure.</param>
/// <param name="Phone">The number to call.</param>
/// <param name="OralRequests">Whether an oral request is accepted.</param>
/// <param name="ConfirmWithinHours">Hours within which it must be confirmed in writing.</param>
/// <param name="ProvisionalArrestDays">Days a provisional arrest lasts.</param>
public sealed record UrgentProcedure(
    string? Text = null, Phone? Phone = null, bool? OralRequests = null, int? ConfirmWithinHours = null, int? ProvisionalArrestDays = null)
    : Confidential;

/// <summary>A person named by the State.</summary>
/// <param name="Name">The name.</param>
/// <param name="Office">The office held.</param>
/// <param name="Consent">Whether the person agreed to be shown to the directory's readers.</param>
public sealed record ContactPerson(string Name, string? Office = null, bool Consent = false) : Confidential;

/// <summary>A temporary situation, e.g. an emergency, a closure, a relocation or a strike.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What readers should know.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record TemporaryNotice(string Kind, string Text, DateOnly From, DateOnly? To = null) : Confidential;
