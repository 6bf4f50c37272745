using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Offices;

/// <summary>
/// Finds what is called as institutions are: in English by its capitals, in French and Spanish from a word such as Direction on, up to a
/// word that no name holds. A name holds a word for an institution, and is none of those that the note is written by or to.
/// </summary>
internal sealed partial class OfficeNames(NoteText note)
{
    private const int Most = 60;
    private const int LongestName = 150;
    private readonly NameStretch _stretch = new(note);
    private readonly InstitutionWords _words = new(note);

    /// <summary>The names in a stretch, in order, none within another.</summary>
    public IReadOnlyList<OfficeName> In(Span within)
    {
        var found = new List<OfficeName>();
        for (var at = within.Start; at < within.End && found.Count < Most;)
        {
            if (_stretch.Next(Span.Between(at, within.End)) is not { } span)
                break;
            at = Math.Max(span.End, at + 1);
            if (Named(span) is { } name)
            {
                found.Add(name);
                at = Math.Max(at, name.Span.End);
            }
        }
        return found;
    }

    /// <summary>The name that a line or a cell is, whatever it is called.</summary>
    public OfficeName Whole(Span span)
    {
        span = _stretch.Trimmed(span);
        var end = note.Plain.AsSpan(span.Start, span.Length).IndexOfAny('(', ',');
        return end > 3 && Joined(new(span.Start, end), span) is { } joined
            && (joined.Parent is not null || note.Plain[span.Start + end] == '(')
            ? joined
            : Split(span);
    }

    /// <summary>
    /// The name right behind or right before a place, whatever it is called: an article and words in capitals. Who has no article is a
    /// person; States and what else is no office have none of their own.
    /// </summary>
    public OfficeName? Beside(int index, bool isBefore)
    {
        var (start, text) = isBefore
            ? (Math.Max(0, index - LongestName), note.Plain[Math.Max(0, index - LongestName)..index])
            : (index, note.Plain[index..Math.Min(note.Plain.Length, index + LongestName)]);
        foreach (Match match in (isBefore ? AnyBefore() : AnyBehind()).Matches(text))
        {
            var span = new Span(start + match.Groups["name"].Index, match.Groups["name"].Length);
            span = _stretch.Ended(span);
            if (isBefore && span.End != start + match.Groups["name"].Index + match.Groups["name"].Length)
                continue;
            span = _stretch.Trimmed(span);
            if (span.Length < 6 || _words.IsNone(span) || _words.IsNoName(span) || Title().IsMatch(note.Plain[span.Start..span.End]))
                return null;
            return Joined(span, Span.Between(span.Start, Math.Min(note.Plain.Length, span.End + 160)));
        }
        return null;
    }

    /// <summary>Whether a stretch holds a word for an institution.</summary>
    public bool IsInstitution(Span span) => _words.IsInstitution(span);

    private OfficeName? Named(Span span)
    {
        span = _stretch.Trimmed(span);
        if (span.Length < 6 || !_words.IsInstitution(span) || _words.IsNone(span))
            return null;
        return Joined(span, Span.Between(span.Start, Math.Min(note.Plain.Length, span.End + 160)));
    }

    private OfficeName Split(Span whole)
    {
        foreach (Match link in Links().Matches(note.Plain[whole.Start..whole.End]))
        {
            var (left, right) = (new Span(whole.Start, link.Index), Span.Between(whole.Start + link.Index + link.Length, whole.End));
            if (left.Length > 5 && _words.IsWhole(left) && _words.BeginsInstitution(right))
                return new(Found(_stretch.Trimmed(left)), Found(_stretch.Trimmed(right)));
        }
        return new(Found(whole), null);
    }

    // ", Ministry of Justice", "(Ministère de la Justice)", ", rattachée au Ministère …"
    private OfficeName Joined(Span name, Span around)
    {
        var split = Split(_stretch.Trimmed(name));
        if (split.Parent is not null)
            return split;
        var link = Behind().Match(note.Plain[name.End..around.End]);
        if (!link.Success)
            return split;
        var start = name.End + link.Length;
        return _stretch.Next(Span.Between(start, around.End)) is { } next && next.Start - start < 3
            && _words.BeginsInstitution(next) && !_words.IsOfOthers(next)
            ? split with { Parent = Found(_stretch.Trimmed(next)) }
            : split;
    }

    private Found<string> Found(Span span) => new(note.Words(span), span, 0.85);

    // In English every word of a name is in capitals; elsewhere NameEnd says where it ends.
    [GeneratedRegex(
        @"^[\s,]{0,3}(?:(?:to|by|is|on|upon|in|a|es|sera|est|sur|par|en) )?(?:the|la|le|el|al|del|du|au|a la|de la|l'|a l'|de l')[ ]?"
        + @"(?<name>\p{Lu}[\p{L}'-]{1,40}(?:[ \n]{1,2}(?:of |for |the |and |de |del |du |des |la |les |los |las |d'|l'|et |y ){0,3}\p{L}[\p{L}'-]{1,40}){1,12})")]
    private static partial Regex AnyBehind();

    [GeneratedRegex(
        @"(?<=(?:^|[\s(])(?:the|The|la|La|le|Le|el|El|l'|L')[ ]?)(?<name>\p{Lu}[\p{L}'-]{1,40}(?:[ \n]{1,2}[\p{L}'-]{1,40}){1,8})(?:\s?,[^,.;]{0,60},)?\s{1,3}$")]
    private static partial Regex AnyBefore();

    [GeneratedRegex(
        @"\s{1,40}(?:of|within|in|under|at|du|de la|de l'|des|de|del|de los|de las|DU|DE LA|DE L'|DES|DEL|OF|aupres du|aupres de la)\s{0,40}"
        + @"(?:the\s{1,40}|THE\s{1,40}|la\s{1,40}|le\s{1,40}|el\s{1,40})?(?=\p{Lu})")]
    private static partial Regex Links();

    // ", Ministry of Justice", "(organe du Ministère …", ", que depende de la …": what it is part of, behind a name.
    [GeneratedRegex(
        @"^\s{0,3}(?:,\s{0,40}|,?\s{0,40}\()?(?:(?:which|that|qui|que)\s{1,40})?(?:(?:is|forms|est|es|se halla|se encuentra|se trouve)\s{1,40})?(?:now\s{1,40})?"
        + @"(?:(?:(?:an?|une?|una)\s{1,40}(?:bureau|office|branch|department|oficina|unidad|unite|direction|departement|departamento)"
        + @"|(?:(?:a|an|une?|una|the)\s{1,40})?(?:unit|part|division|service|body|organe|organo|organ|section|dependencia|entite|partie|composante)|rattachee?s?|placee?s? (?:sous (?:l'autorite|la tutelle)|aupres)"
        + @"|cree?e? (?:aupres|au sein)|instituee? (?:aupres|au sein)|sous la tutelle|releve|relevant|depend|dependant|depende|dependiente|adscrit[oa]|pertenecient[ea]|pertenece|integrad[oa]|encuadrad[oa]"
        + @"|attached|subordinated?|reporting|reports|belonging|belongs|(?:established |set up |located |housed )?(?:within|under)|au sein)\b)?"
        + @"(?:\s{0,40}(?:\b(?:of|to|in|within|under|au|aux|a la|a l'|du|de la|de l'|de|del|al|en el|en la|sous)))?(?:(?<=[,(])|(?<=\w))\s{0,40}(?:the\s{1,40}|la\s{1,40}|le\s{1,40}|l'|el\s{1,40})?",
        RegexOptions.IgnoreCase)]
    private static partial Regex Behind();

    // Whoever is addressed so is a person.
    [GeneratedRegex(
        @"^(?:Hon(?:ou?rable)?|Dr|Doct(?:or|eur|ora)|Judge|Justice|Juez[a]?|Juge|Magistrad[oa]|Licenciad[oa]|Lic|Senor[a]?|Sra?|Mr|Mrs|Ms|Miss|Sir|Madam[e]?|Mme|Monsieur|Maitre|Don|Dona"
        + @"|Ambass?ad(?:or|eur|rice)|Embajador[a]?|Minister|Ministre|Ministr[oa]|Prof(?:essor|esor[a]?|esseur)?|General|Colonel|Coronel|Captain|Capitaine|Fiscal|Procureure?|Procurador[a]?|Secretari[oa]|Jefe|Chef)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Title();
}
