using System.Globalization;
using System.Text;
using Hub.Register.Contacts;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Register.Lookup;

/// <summary>A record as a vCard 4.0 (RFC 6350) or 3.0 (RFC 2426), for address books.</summary>
public static class VCard
{
    /// <summary>The media type.</summary>
    public const string MediaType = "text/vcard";

    /// <summary>The newest version.</summary>
    public const string Newest = "4.0";

    /// <summary>The version that all address books read.</summary>
    public const string Older = "3.0";

    private const int LongestLine = 75;

    /// <summary>The card, in the language asked for where the record has it.</summary>
    /// <param name="authority">The record.</param>
    /// <param name="language">The language.</param>
    /// <param name="state">The name of its State, which stands behind its own: dozens of offices are called the same.</param>
    /// <param name="version">The version.</param>
    public static string Of(Authority authority, Language language, string state, string version = Newest)
    {
        var isOlder = version == Older;
        var r = authority.Restricted;
        var card = new StringBuilder();
        Line(card, "BEGIN", "VCARD");
        Line(card, "VERSION", version);
        if (!isOlder)
            Line(card, "KIND", "org");
        Line(card, "UID", $"urn:hub:authority:{authority.Id}");
        Line(card, "FN", Text($"{authority.Name(language)}, {state}"));
        // An organisation has no name of a person, which the older version cannot do without.
        if (isOlder)
            Line(card, "N", ";;;;");
        Line(
            card, "ORG",
            string.Join(';', new[] { r.ParentInstitution ?? authority.Name(language), r.UnitName }.OfType<string>().Select(Text)));
        if (r.PostalAddress is { } a)
            Line(
                card, "ADR;TYPE=work",
                string.Join(';', "", "", Text(string.Join(", ", a.Lines)), Text(a.City), "", Text(a.Postcode), Text(a.Country)));
        // Who looks it up at night calls the first one.
        var urgent = r.UrgentProcedure?.Phone is { } own && r.Phones?.Any(p => p.Number == own.Number) != true ? own : null;
        foreach (var phone in (r.Phones ?? []).Append(urgent).OfType<Phone>().OrderBy(p => IsNight(p) ? 0 : 1))
            Number(card, phone, "voice", isOlder);
        foreach (var fax in r.Fax ?? [])
            Number(card, fax, "fax", isOlder);
        foreach (var email in r.Emails ?? [])
            Line(card, isOlder ? "EMAIL;TYPE=INTERNET" : "EMAIL;TYPE=work", Text(email.Address));
        foreach (var tag in isOlder ? [] : r.LanguagesSpoken ?? [])
            Line(card, "LANG", Text(tag));
        if (r.TimeZone is { } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            Line(card, isOlder ? "TZ;VALUE=text" : "TZ", Text(zone));
        // An address of the web is no text: a backslash in it would lead elsewhere (RFC 6350 §6.7.8).
        if (authority.Public.Website is { } website)
            Line(card, "URL", OneLine(website));
        Line(card, "REV", authority.Upkeep.LastChangedOn.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        Line(card, "END", "VCARD");
        return card.ToString();
    }

    // What is not one whole number (RFC 3966) is written as the State wrote it, where nobody dials it: what is left of it after taking away
    // what is no digit would be a stranger's.
    private static void Number(StringBuilder card, Phone phone, string type, bool isOlder)
    {
        var written = phone.Extension is { } extension ? $"{phone.Number} ext. {extension}" : phone.Number;
        if (TelephoneNumbers.Read(phone.Number) is not { } read || (phone.Extension is { } x && !x.All(char.IsAsciiDigit)))
            Line(card, "NOTE", Text(written));
        else if (isOlder)
            Line(card, $"{Group(phone)}TEL;TYPE=WORK,{type.ToUpperInvariant()}{(IsNight(phone) ? ",PREF" : "")}",
                Suffixed(read.Number, " ext. ", phone.Extension ?? read.Extension));
        else
            Line(card, $"{Group(phone)}TEL;VALUE=uri;TYPE=work,{type}{(IsNight(phone) ? ";PREF=1" : "")}",
                Suffixed($"tel:{read.Number}", ";ext=", phone.Extension ?? read.Extension));
        // Address books show it beside the number, in whatever language.
        if (IsNight(phone))
            Line(card, $"{Group(phone)}X-ABLABEL", "24/7");
    }

    private static bool IsNight(Phone phone) => phone.Purpose == PhonePurpose.AroundTheClock;

    // What stands in one group goes together (RFC 6350 §3.3).
    private static string Group(Phone phone) => IsNight(phone) ? $"night{string.Concat(phone.Number.Where(char.IsAsciiDigit))}." : "";

    private static string Suffixed(string number, string by, string? extension) => extension is null ? number : number + by + extension;

    // A character that no card can carry is one that no address of the web has either.
    private static string OneLine(string text) => string.Concat(WritableText.Of(text).Where(c => !char.IsControl(c)));

    // RFC 6350 §3.2: lines of 75 octets at most, folded by a line break and a space, never within a character.
    private static void Line(StringBuilder card, string name, string value)
    {
        var length = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (length + rune.Utf8SequenceLength > LongestLine)
            {
                card.Append("\r\n ");
                length = 1;
            }
            card.Append(rune.ToString());
            length += rune.Utf8SequenceLength;
        }
        card.Append("\r\n");
    }

    // RFC 6350 §3.4.
    private static string Text(string? value) => WritableText.Of(value ?? "")
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);
}
