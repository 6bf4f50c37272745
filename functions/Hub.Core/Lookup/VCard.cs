using System.Globalization;
using System.Text;
using Hub.Core.Register;
using Hub.Core.States;

namespace Hub.Core.Lookup;

/// <summary>A record as a vCard 4.0 (RFC 6350), for address books.</summary>
public static class VCard
{
    /// <summary>The media type.</summary>
    public const string MediaType = "text/vcard";

    private const int LongestLine = 75;

    /// <summary>The card, in the language asked for where the record has it.</summary>
    public static string Of(Authority authority, Language language)
    {
        var r = authority.Restricted;
        var card = new StringBuilder();
        Line(card, "BEGIN", "VCARD");
        Line(card, "VERSION", "4.0");
        Line(card, "KIND", "org");
        Line(card, "UID", $"urn:hub:authority:{authority.Id}");
        Line(card, "FN", Text(authority.Name(language)));
        Line(
            card, "ORG",
            string.Join(';', new[] { r.ParentInstitution ?? authority.Name(language), r.UnitName }.OfType<string>().Select(Text)));
        if (r.PostalAddress is { } a)
            Line(
                card, "ADR;TYPE=work",
                string.Join(';', "", "", Text(string.Join(", ", a.Lines)), Text(a.City), "", Text(a.Postcode), Text(a.Country)));
        foreach (var phone in r.Phones ?? [])
            Line(card, "TEL;VALUE=uri;TYPE=work,voice", Tel(phone));
        foreach (var fax in r.Fax ?? [])
            Line(card, "TEL;VALUE=uri;TYPE=work,fax", Tel(fax));
        foreach (var email in r.Emails ?? [])
            Line(card, "EMAIL;TYPE=work", Text(email.Address));
        foreach (var tag in r.LanguagesSpoken ?? [])
            Line(card, "LANG", Text(tag));
        Optional(card, "TZ", r.TimeZone);
        Optional(card, "URL", authority.Public.Website);
        Line(card, "REV", authority.Upkeep.LastChangedOn.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        Line(card, "END", "VCARD");
        return card.ToString();
    }

    // RFC 3966; what is neither digit nor plus sign has no place in it.
    private static string Tel(Phone phone) => $"tel:{Digits(phone.Number)}{(phone.Extension is { } x ? $";ext={Digits(x)}" : "")}";

    private static string Digits(string text) => string.Concat(text.Where(c => char.IsAsciiDigit(c) || c == '+'));

    private static void Optional(StringBuilder card, string name, string? value)
    {
        if (value is not null)
            Line(card, name, Text(value));
    }

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
    private static string Text(string? value) => (value ?? "")
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);
}
