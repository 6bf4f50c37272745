using System.Text.RegularExpressions;
using Hub.Intake.Notes.Parsers;
using Hub.Intake.Notes.Parsers.Contacts;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.Laws;

namespace Hub.Intake.Notes.Laws;

/// <summary>A law that a note brings to the library: its title, and what is said of it.</summary>
/// <param name="Title">Its title, as the note writes it.</param>
/// <param name="Number">Its number.</param>
/// <param name="Type">What kind of text it is.</param>
internal sealed partial record NamedLaw(Found<string> Title, Found<string> Number, Found<LawType> Type)
{
    private const int Near = 60;

    /// <summary>The day it was adopted.</summary>
    public DateHit? Adopted { get; private init; }

    /// <summary>The day it was published.</summary>
    public DateHit? Published { get; private init; }

    /// <summary>The day it came into force.</summary>
    public DateHit? InForce { get; private init; }

    /// <summary>Where it stands in the gazette.</summary>
    public Found<string>? Citation { get; private init; }

    /// <summary>Where it is.</summary>
    public Found<string>? Address { get; private init; }

    /// <summary>
    /// The one law that a note tells of, and where it is to be found. None where the note names a law as its ground only, names several, or
    /// says that one changes or ends: a person reads that.
    /// </summary>
    public static NamedLaw? In(NoteText note)
    {
        var text = note.Plain[note.Body.Start..note.Body.End];
        var laws = Law().Matches(text).Where(m => !Ground().IsMatch(text[Math.Max(0, m.Index - Near)..m.Index])).Take(3).ToList();
        if (laws.DistinctBy(m => m.Groups["number"].Value).Count() != 1 || Changes().IsMatch(text) || !Told().IsMatch(text))
            return null;
        var law = laws[0];
        var title = new Span(note.Body.Start + law.Index, law.Length + TitleAfter(text, law.Index + law.Length));
        var (gazette, address) = (Gazette().Match(text), Addresses.Website(note, note.Body));
        if (!gazette.Success && address is null)
            return null;
        var number = law.Groups["number"];
        return new(
            new(note.Words(title), title, 0.8), new(number.Value.TrimEnd('.', ','), new(note.Body.Start + number.Index, number.Length)),
            new(Types[law.Groups["type"].Value.Split(' ', '-')[0].ToUpperInvariant()], title, 0.8))
        {
            Adopted = Dates.In(note, title).FirstOrDefault(), Address = address,
            Published = gazette.Success ? After(note, gazette.Index + gazette.Length) : null,
            Citation = gazette.Success ? Cited(note, gazette) : null,
            InForce = Force().Match(text) is { Success: true } force ? After(note, force.Index + force.Length) : null,
        };
    }

    private static readonly Dictionary<string, LawType> Types = new(StringComparer.Ordinal)
    {
        ["LOI"] = LawType.Act, ["LEY"] = LawType.Act, ["ACT"] = LawType.Act, ["LAW"] = LawType.Act, ["DECRET"] = LawType.Decree,
        ["DECRETO"] = LawType.Decree, ["DECREE"] = LawType.Decree, ["ORDONNANCE"] = LawType.Decree, ["REGLEMENT"] = LawType.Regulation,
        ["REGLAMENTO"] = LawType.Regulation, ["REGULATION"] = LawType.Regulation, ["ARRETE"] = LawType.Regulation,
    };

    // Up to where the sentence goes on about something else than what the law is called.
    private static int TitleAfter(string text, int from) =>
        (TitleEnd().Matches(text, from).FirstOrDefault(m => m.Value[0] != ',' || !GoesOn().IsMatch(From(text, m.Index)))?.Index
            ?? text.Length) - from;

    private static string From(string text, int index) => text[index..Math.Min(text.Length, index + Near)];

    private static DateHit? After(NoteText note, int at) =>
        Dates.In(note, Span.Between(note.Body.Start + at, Math.Min(note.Body.End, note.Body.Start + at + Near))).FirstOrDefault();

    private static Found<string> Cited(NoteText note, Match gazette)
    {
        var day = After(note, gazette.Index + gazette.Length);
        var span = new Span(note.Body.Start + gazette.Index, gazette.Length);
        var cited = day is null ? span : span.With(day.Span);
        return new(note.Words(cited), cited, 0.8);
    }

    // "loi n° 2024-12 du 3 mars 2024", "Act No. 12 of 2024", "Ley núm. 24.767, de 18 de diciembre de 1996".
    [GeneratedRegex(
        @"\b(?<type>loi(?: organique)?|decret(?:-loi)?|ordonnance|arrete|reglement|ley(?: organica)?|decreto(?:[ -]ley| supremo| legislativo)?|"
        + @"reglamento|act|law|decree|regulation)\s{1,3}(?:n\s?[o°º]\.?|no\.?|num\.?|numero|number|nro\.?)\s{0,3}"
        + @"(?<number>[a-z]{0,4}[0-9][0-9a-z./-]{0,20}(?:\s{1,3}of\s{1,3}(?:19|20)[0-9]{2})?)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Law();

    // What somebody is designated under is no news of the law.
    [GeneratedRegex(
        @"\b(?:en vertu d|conformement a|en application d|au titre d|en execution d|under|pursuant to|in accordance with|by virtue of|"
        + @"as provided (?:for )?(?:by|in)|en virtud d|de conformidad con|conforme a|con arreglo a|en aplicacion d|segun)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Ground();

    [GeneratedRegex(
        @"\b(?:abrog|modifi|remplac|repeal|amend|replac|supersed|derog|reform|sustitu|annul|anul|suspen)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Changes();

    [GeneratedRegex(
        @"\b(?:promulgu|adopt|publi|entr\w{1,4} en vigueur|communiqu|transm|faire parvenir|fait tenir|enact|passed|promulgat|enter\w{0,3} into force|"
        + @"came into force|furnish|inform|aprob|entr\w{1,4} en vigor|remit|comunic)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Told();

    [GeneratedRegex(
        @"[;(),]|\.(?:\s|\z)|\s(?:a ete|est |has been|was |which|qui |dont |que |fue |ha sido|se |is |publi|promulgu|adopt|"
        + @"entr\w{1,4} en vig|enter\w{0,3} into|came into|disponible|available|met en|gives effect|da efecto)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex TitleEnd();

    // "Ley 24.767, de 18 de diciembre de 1996, de Cooperación": of when and of what it is belongs to its title.
    [GeneratedRegex(@"^,\s{1,3}(?:de|del|of|du|dated)\s", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex GoesOn();

    [GeneratedRegex(
        @"\b(?:journal officiel|moniteur(?: belge)?|(?:official|federal|government) gazette|gazette of india|(?:boletin|diario|gaceta|registro) oficial)"
        + @"(?:\s{1,3}(?:n\s?[o°º]\.?|no\.?|num\.?|numero|number)\s{0,3}[0-9][0-9a-z./-]{0,15})?",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Gazette();

    [GeneratedRegex(
        @"\b(?:entr\w{1,5}\s{1,3}en\s{1,3}vigueur|entr\w{1,5}\s{1,3}en\s{1,3}vigor|enter\w{0,3}\s{1,3}into\s{1,3}force|came\s{1,3}into\s{1,3}force)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Force();
}
