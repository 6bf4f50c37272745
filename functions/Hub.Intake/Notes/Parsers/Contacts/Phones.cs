using System.Buffers;
using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.Contacts;
using Hub.Register.Problems;
using Hub.Register.Records;

namespace Hub.Intake.Notes.Parsers.Contacts;

/// <summary>A number and whether it is a fax line.</summary>
internal sealed record NamedPhone(Phone Phone, bool IsPhone, bool IsFax);

/// <summary>Finds telephone and fax numbers, and what each is for by the words around it. Numbers that are given up are left out.</summary>
internal static partial class Phones
{
    private const int Most = 100;
    private const int LongestLabel = 80;
    private const int FewestDigits = 6;

    /// <summary>The numbers of a stretch.</summary>
    public static IEnumerable<Found<NamedPhone>> In(NoteText note, Span within)
    {
        NamedPhone? before = null;
        var (end, numbers) = (within.Start, new List<Found<NamedPhone>>());
        foreach (var match in Number().Matches(note.Plain[within.Start..within.End]).Take(Most))
        {
            var span = new Span(within.Start + match.Index, match.Groups["all"].Length);
            if (IsBroken(note, span) || IsUnpublished(note, span) || Normal(note, within, match) is not { } number)
                continue;
            var (from, to) = (LabelStart(note, span, end), Following(note, span));
            var between = note.Plain[end..span.Start];
            var isContinued =
                IsContinued(between)
                || (before is not null && !HasLabel(note, Span.Between(from, span.Start))
                    && !note.Has(Concept.HoursLabel, Span.Between(from, span.Start)) && from > note.SentenceAt(span.Start).Start);
            end = span.End;
            if (Old.Is(note, span, from))
            {
                // "For A read B": what A was for, B is for.
                before = Named(note, number, match, Span.Between(from, span.Start), Span.Between(span.End, to), null);
                continue;
            }
            before = Named(
                note, number, match, Span.Between(from, span.Start), Span.Between(span.End, to), isContinued ? before : null);
            numbers.Add(new(before, span));
            numbers.AddRange(Also(note, before, span).Concat(Extensions(note, before, span)));
        }
        return Paired(note, numbers);
    }

    // "Tel./fax: A / B": A is the telephone, and B the fax.
    private static List<Found<NamedPhone>> Paired(NoteText note, List<Found<NamedPhone>> numbers)
    {
        for (var i = 0; i + 1 < numbers.Count; i++)
        {
            var (first, second) = (numbers[i], numbers[i + 1]);
            if (first.Value is not { IsPhone: true, IsFax: true } || second.Value is not { IsPhone: true, IsFax: true }
                || first.Span.End > second.Span.Start || !Slash().IsMatch(note.Plain[first.Span.End..second.Span.Start]))
                continue;
            var label = Span.Between(LabelStart(note, first.Span, 0), first.Span.Start);
            var isFaxFirst = note.First(Concept.FaxLabel, label)?.Start < note.First(Concept.PhoneLabel, label)?.Start;
            numbers[i] = first with { Value = first.Value with { IsPhone = !isFaxFirst, IsFax = isFaxFirst } };
            numbers[i + 1] = second with { Value = second.Value with { IsPhone = isFaxFirst, IsFax = !isFaxFirst } };
        }
        return numbers;
    }

    private static bool HasLabel(NoteText note, Span label) =>
        note.Has(Concept.PhoneLabel, label) || note.Has(Concept.FaxLabel, label) || note.Has(Concept.MobilePhone, label)
        || note.Has(Concept.EmergencyPhone, label) || note.Has(Concept.Urgent, label) || note.Has(Concept.AroundTheClock, label);

    // "555 0411 / 0412": a second line, of which only the last digits are written.
    private static IEnumerable<Found<NamedPhone>> Also(NoteText note, NamedPhone first, Span span)
    {
        if (Suffix().Match(note.Plain, span.End) is not { Success: true } more || first.Phone.Extension is not null)
            yield break;
        var tail = more.Groups["t"];
        if (tail.Length < first.Phone.Number.Length - 4)
            yield return new(
                first with
                {
                    Phone = first.Phone with { Number = first.Phone.Number[..^tail.Length] + tail.Value },
                },
                span.With(new(tail.Index, tail.Length)));
    }

    // "Extensions 31 and 32".
    private static IEnumerable<Found<NamedPhone>> Extensions(NoteText note, NamedPhone first, Span span)
    {
        if (!Several().IsMatch(note.Plain[span.Start..span.End]))
            yield break;
        for (
            var more = Extension().Match(note.Plain, span.End); more.Success;
            more = Extension().Match(note.Plain, more.Index + more.Length))
            yield return new(
                first with { Phone = first.Phone with { Extension = more.Groups["x"].Value } }, span.With(new(more.Index, more.Length)));
    }

    // A number of which a part cannot be read is none.
    private static bool IsBroken(NoteText note, Span span) =>
        Broken().IsMatch(note.Plain.AsSpan(span.End, Math.Min(12, note.Plain.Length - span.End)));

    // "Not for the Directory, only for the Secretariat: …".
    private static bool IsUnpublished(NoteText note, Span span) => note.Has(Concept.Unpublished, note.SentenceAt(span.Start));

    /// <summary>Numbers that are given for the Secretariat only (V15).</summary>
    public static IEnumerable<Found<ProblemCode>> Unpublished(NoteText note, Span within) =>
        (from match in Number().Matches(note.Plain[within.Start..within.End])
         let span = new Span(within.Start + match.Index, match.Groups["all"].Length)
         where match.Groups["n"].Value.Count(char.IsAsciiDigit) >= FewestDigits && IsUnpublished(note, span)
         select new Found<ProblemCode>(ProblemCode.V15, span)).Take(1);

    /// <summary>What has to be asked: numbers that cannot be, and numbers without their country (V11).</summary>
    public static IEnumerable<Found<ProblemCode>> Questions(NoteText note, Span within) =>
        Impossible(note, within).Concat(WithoutCountry(note, within)).Take(1);

    // Left out unsaid, the others would take the place of the whole list.
    private static IEnumerable<Found<ProblemCode>> Impossible(NoteText note, Span within) =>
        from match in Number().Matches(note.Plain[within.Start..within.End]).Take(Most)
        let span = new Span(within.Start + match.Index, match.Groups["all"].Length)
        where
            match.Groups["n"].Value.Count(char.IsAsciiDigit) >= FewestDigits
            && (IsBroken(note, span) || Normal(note, within, match) is null)
        where !Old.Is(note, span, LabelStart(note, span, within.Start))
        select new Found<ProblemCode>(ProblemCode.V11, span);

    private static IEnumerable<Found<ProblemCode>> WithoutCountry(NoteText note, Span within) =>
        (from concept in new[] { Concept.PhoneLabel, Concept.FaxLabel }
         from label in note.All(concept, within)
         let local = Local().Match(note.Plain, label.End, Math.Min(40, note.Plain.Length - label.End))
         where local.Success
         select new Found<ProblemCode>(ProblemCode.V11, new(local.Groups[1].Index, local.Groups[1].Length)));

    private static NamedPhone Named(NoteText note, string number, Match match, Span label, Span after, NamedPhone? before)
    {
        var extension = match.Groups["x"].Success ? match.Groups["x"].Value : null;
        // 555 0100 / 0101: the second is for what the first is.
        if (before is not null)
        {
            var own = Purpose(note, default, after);
            return before with { Phone = new(number, extension, own == PhonePurpose.Office ? before.Phone.Purpose : own) };
        }
        var (phone, fax) = (note.Has(Concept.PhoneLabel, label), note.Has(Concept.FaxLabel, label));
        return new(new(number, extension, Purpose(note, label, after)), phone || !fax, fax);
    }

    private static PhonePurpose Purpose(NoteText note, Span label, Span after) =>
        note.Has(Concept.Urgent, label) || note.Has(Concept.Urgent, after) ? PhonePurpose.Emergency
        : note.Has(Concept.AroundTheClock, label) || note.Has(Concept.AroundTheClock, after) ? PhonePurpose.AroundTheClock
        : note.Has(Concept.MobilePhone, label) && (note.Has(Concept.HomePhone, label) || !IsOfDuty(note, label, after))
            ? PhonePurpose.Mobile
        : note.Has(Concept.HomePhone, label) ? PhonePurpose.Home
        : note.Has(Concept.EmergencyPhone, label) ? PhonePurpose.Emergency
        : PhonePurpose.Office;

    // "Duty mobile": the office's, whoever carries it. Any other is somebody's own.
    private static bool IsOfDuty(NoteText note, Span label, Span after) =>
        note.Has(Concept.DutyPhone, label) || note.Has(Concept.DutyPhone, after);

    // What stands between the number before, or the beginning of the sentence or line, and this one.
    private static int LabelStart(NoteText note, Span span, int before)
    {
        var sentence = note.SentenceAt(span.Start).Start;
        return Math.Max(Math.Max(before, sentence), span.Start - LongestLabel);
    }

    // A remark in brackets behind it, or what it is for: "exclusively for urgent matters".
    private static int Following(NoteText note, Span span) =>
        Remark().Match(note.Plain, span.End, Math.Min(90, note.Plain.Length - span.End)) is { Success: true } m
            ? m.Index + m.Length
            : note.First(Concept.AroundTheClock, Behind(note, span)) is { } always
            && note.Plain.AsSpan(span.End, always.Start - span.End).IndexOfAnyExcept(Between) < 0 ? always.End : span.End;

    private static Span Behind(NoteText note, Span span) =>
        Span.Between(span.End, Math.Max(span.End, Math.Min(note.SentenceAt(span.Start).End, span.End + Beside)));

    private const int Beside = 40;
    private static readonly SearchValues<char> Between = SearchValues.Create(" ,-–");

    private static bool IsContinued(string between) => Continued().IsMatch(between);

    private static string? Normal(NoteText note, Span within, Match match) =>
        TelephoneNumbers.Read(match.Groups["n"].Value)?.Number ?? WithoutHours(note, within, match);

    // "+33 1 44 77 60 60 24h/24": what cannot be a number with its last digits may be one without, where those are hours.
    private static string? WithoutHours(NoteText note, Span within, Match match)
    {
        var (written, behind) = (match.Groups["n"].Value, within.Start + match.Index + match.Groups["all"].Length);
        return note.Plain.AsSpan(behind).TrimStart(' ') is ['h' or 'H'] or ['h' or 'H', ' ' or '/' or '.' or ',' or ')', ..]
            && written.LastIndexOf(' ') is > 0 and var last && written.Length - last <= 3
                ? TelephoneNumbers.Read(written[..last])?.Number
                : null;
    }

    [GeneratedRegex(
        @"(?<![\p{L}\d@/.-])(?<all>(?<n>(?:\(?\+\s?\d{1,3}\)?|\(?00\s?[1-9]\d{0,2}\)?)"
        + @"(?:[ \t]?\(\d{1,4}\))?[ \t]?\d{0,12}(?:[ \t.\-]{1,3}\d{1,12}){0,8})"
        + @"(?:,?\s{0,3}\(?(?:(?:then\s|and\s)?(?:ask\sfor\s|dial\s)?(?:extn\.?|exts?\.?|extensions?|extensiones|postes?|extensao|int\.?|internos?|anexos?|local|x|#))\s{0,2}(?<x>\d{1,6})\)?)?)(?!\d)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(
        @"\G[\s.:]{0,3}(?:(?:number|on|at|no\.?|au|el|numero|numero)[\s:]{1,2}){0,2}((?!00\s?[1-9])\(?\d[\d .()-]{5,20}\d)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Local();

    [GeneratedRegex(@"\b(?:exts|extensions|extensiones|postes|internos|anexos)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Several();

    [GeneratedRegex(@"\G\s{0,2}(?:,|/|y|and|et|o|or|ou)\s{0,2}(?<x>\d{1,5})(?![\d ]{0,2}\d|\s?h)")]
    private static partial Regex Extension();

    [GeneratedRegex(@"\G(?:\s{0,2}[/~]\s{0,2}(?<t>\d{2,4})|/(?<t>\d))(?![\d ]?\d)")]
    private static partial Regex Suffix();

    [GeneratedRegex(@"^[ ]?(?:[\[_?*…■□▪█▮¿�]|~(?:[^\d\s]|$)|~\s(?:\D|$)|#(?:\D|$)|[xX]{2}|\.\.)|^[ ]?(?:illeg|illis|ilegi)", RegexOptions.NonBacktracking)]
    private static partial Regex Broken();

    [GeneratedRegex(
        @"\G\s?\([^()\n]{1,36}\)|\G,?\s(?:exclusively|only|solely|reserved|kept|for|al que|a la que|reservad[oa]|exclusiv|solo|unicamente|pour|para|reservee?|auquel)"
        + @"\b[^.;:+\d()]{0,70}")]
    private static partial Regex Remark();

    [GeneratedRegex(@"^\s{0,3}/\s{0,3}$", RegexOptions.NonBacktracking)]
    private static partial Regex Slash();

    [GeneratedRegex(@"^\s*(?:,|/|;|and|or|et|ou|y|o|e)\s*$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Continued();
}
