using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Offices;

/// <summary>
/// What looks like the name of an office and is none: who writes and who is written to, what somebody becomes, papers, persons.
/// </summary>
internal sealed partial class NoOffices(NoteText note)
{
    private static readonly Concept[] Functions = [Concept.CentralAuthority, Concept.CompetentAuthority];
    private const int AtBeginning = 20;

    /// <summary>Whether a stretch is none.</summary>
    public bool Is(Span span) => IsOther(span) || IsFunction(span)
        || Papers().IsMatch(Text(span)) || Phrase().IsMatch(Text(span)) || Unnamed().IsMatch(Text(span));

    /// <summary>Whether it is a month, an instrument, or one word in a capital.</summary>
    public bool IsNoName(Span span) => !Text(span).Contains(' ', StringComparison.Ordinal)
        || Lexicon.Instruments.Values.Any(i => i.IsIn(note.Plain, span))
        || Lexicon.Months.Keys.Any(m => Text(span).StartsWith(m, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether an institution is one that writes, or the United Nations.</summary>
    public static bool IsOfOthers(string name) => Sender().IsMatch(name) || UnitedNations().IsMatch(name);

    /// <summary>Whether somebody is addressed so, who is a person.</summary>
    public static bool IsPerson(string name) => Title().IsMatch(name);

    private bool IsOther(Span span) => IsNamedSo(span) || Meets().IsMatch(note.Plain[Math.Max(0, span.Start - 30)..span.Start])
        || note.First(Concept.OfficeOf, span)?.Start == span.Start
        || Sender().IsMatch(Text(span)) || Asked().IsMatch(Text(span));

    private bool IsNamedSo(Span span) => note.First(Concept.NoOffice, span) is { } other
        && ((other.Start - span.Start < AtBeginning && !IsOfState(span, other))
            || Text(other).StartsWith("Network", StringComparison.Ordinal));

    // "Law Office of the Republic".
    private bool IsOfState(Span span, Span other) => States().IsMatch(Text(other))
        && note.Has(Concept.Head, Span.Between(span.Start, other.Start)) && !Presidency().IsMatch(Text(span));

    // "Autoridad competente" is what somebody becomes, and "Department Circular No" is something to read.
    private bool IsFunction(Span span) => Functions.Any(c => note.Lexicon[c].AtStart(note.Plain, span) is > 0 and var length
        && (length == span.Length || OfWhom().IsMatch(note.Plain[(span.Start + length)..span.End])));

    private string Text(Span span) => note.Plain[span.Start..span.End];

    [GeneratedRegex(@"^\s(?:of|for|du|de|del)\s", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OfWhom();

    [GeneratedRegex(@"\b(?:Circular|Order|Decree|Gazette|Regulations?|Decision|Resolution|Instruction|Memorandum|Act)(?: No)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Papers();

    [GeneratedRegex(
        @"^(?:Ministry|Ministere|Ministerio|Department|Departement|Secretaria de Relaciones|Federal Public Service|Service public federal|Departement federal)"
            + @"[^,]{0,20}(?:Foreign|des affaires etrangeres|etrangeres|Exterior|External)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Sender();

    // "The next meeting of the Working Group on …": who meets.
    [GeneratedRegex(
        @"\b(?:meeting|session|reunion|sesion|seance)\s(?:of|du|de|del)\s(?:the\s|la\s|l')?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Meets();

    [GeneratedRegex("^(?:republic|kingdom|republique|royaume|republica|reino)$", RegexOptions.IgnoreCase)]
    private static partial Regex States();

    [GeneratedRegex("^presiden", RegexOptions.IgnoreCase)]
    private static partial Regex Presidency();

    // "… prie l'Office de compléter": it is asked to do something.
    [GeneratedRegex(
        @"^(?:Office|Secretariat|Organisation|Oficina|Secretaria)\s(?:(?:de|d')\s?(?:(?:en|y|le|la|les|lui|se)\s|l'|s')?\p{Ll}{3,20}(?:er|ir|re|oir)\b"
        + @"|(?:l'|le |la |les |lui |will |shall |is |notera|voudra|prend|lo |se ))", RegexOptions.None)]
    private static partial Regex Asked();

    // "No other body", "l'autorité mentionnée": of whom no name is said.
    [GeneratedRegex(
        @"^(?:(?:no|none|any|some|each|every|such|other|another|which|whichever|what|aucune?|nulle?|autres?|quel(?:le)?|chaque|toute?|ningun[ao]?|otr[ao]s?"
        + @"|cualquier|cual|cada|tod[ao])\s|(?:authorit(?:y|ies)|bod(?:y|ies)|autorites?|organes?|organismes?|autoridad(?:es)?|organos?|organismos?|entidad(?:es)?)"
        + @"\s(?:mentioned|referred|named|foreseen|provided|described|listed|required|concerned|mentionnee?|prevue?|visee?|designee?|citee?|indiquee?|requise?"
        + @"|concernee?|prevista?|mencionad|referid|indicad|citad|senalad|requerid|a la|al que|a que|que)\w{0,3}\b)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Unnamed();

    // Whoever is addressed so is a person.
    [GeneratedRegex(
        @"^(?:Hon(?:ou?rable)?|Dr|Doct(?:or|eur|ora)|Judge|Justice|Juez[a]?|Juge|Magistrad[oa]|Licenciad[oa]|Lic|Senor[a]?|Sra?|Mr|Mrs|Ms|Miss|Sir|Madam[e]?|Mme|Monsieur|Maitre|Don|Dona"
        + @"|Ambass?ad(?:or|eur|rice)|Embajador[a]?|Minister|Ministre|Ministr[oa]|Prof(?:essor|esor[a]?|esseur)?|General|Colonel|Coronel|Captain|Capitaine|Fiscal|Procureure?|Procurador[a]?|Secretari[oa]|Jefe|Chef)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Title();

    // In a note that is all in capitals: "ACCEPT THE ASSURANCES OF THE MINISTRY'S …", "TO THE OFFICE AT …".
    [GeneratedRegex(
        @"^(?:to|of|from|by|with|at|for|accept|please|kindly)\s|\b(?:assurances|compliments|consideration|salutations|saludos|seguridades)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Phrase();

    [GeneratedRegex(@"\b(?:United Nations|Nations Unies|Naciones Unidas|UNODC|ONUDC)\b", RegexOptions.IgnoreCase)]
    private static partial Regex UnitedNations();
}
