using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Intake.Notes.Offices;

/// <summary>
/// The offices that a note speaks of: those of the register by their whole name, others by what names are like, and both where it says
/// "the Unit" of one that it has named.
/// </summary>
internal sealed partial class Mentions
{
    // What a note speaks of more often is spoken of often enough.
    private const int MostShort = 100;
    private const int MostKnown = 200;
    private const int MostOfState = 5;
    private const int LongestGreeting = 400;
    private readonly List<Authority> _authorities;
    private readonly NoteText _note;
    private readonly StateCatalog _states;
    private readonly StateCode? _state;

    public Mentions(NoteText note, RegisterSnapshot register, StateCatalog states, StateCode? state, DateOnly day)
    {
        (_note, _states, _state) = (note, states, state);
        _authorities = state is { } code ? [.. register.Of(code).Where(a => a.Restricted.IsInForce(day))] : [];
        var known = _authorities.SelectMany(a => Known(a).Take(MostKnown)).ToList();
        var names = new OfficeNames(note).In(note.Body);
        // Part of a longer name is another name.
        known =
        [
            .. known.Where(m => !known.Any(o => o.Span.Length > m.Span.Length && o.Span.Holds(m.Span))
                && !names.SelectMany(n => new[] { n.Name.Span, n.Parent?.Span ?? n.Name.Span }).Any(
                    n => n.Start <= m.Span.Start && GoesOnWithNoun(m.Span.End, n.End)
                        && !known.Any(o => o.Span.Start >= m.Span.End && o.Span.End <= n.End))),
        ];
        var named = new OfficeNames(note.Without([.. known.Select(k => k.Span), .. Greeted()])).In(note.Body)
            .Select(n => new Mention(
                n, known.FirstOrDefault(k => IsShortOf(n.Name.Value, k) || IsInBrackets(k.Span, n.Name.Span))?.Record));
        IReadOnlyList<Mention> whole = [.. known.Concat(named).OrderBy(m => m.Span.Start)];
        All = [.. whole.Concat(Shortened(whole)).OrderBy(m => m.Span.Start)];
    }

    /// <summary>All of them, in order.</summary>
    public IReadOnlyList<Mention> All { get; }

    /// <summary>The records named in the note, each once.</summary>
    public IReadOnlyList<string> Records => [.. All.Select(m => m.Record).OfType<string>().Distinct()];

    /// <summary>The authorities of the State.</summary>
    public IReadOnlyList<Authority> Authorities => _authorities;

    /// <summary>A record of the State.</summary>
    public Authority? Of(string? record) => _authorities.FirstOrDefault(a => a.Id == record);

    /// <summary>The names in a record, for leaving them out of its address.</summary>
    public IReadOnlyCollection<string> NamesOf(string? record) => [.. Of(record)?.Restricted.AuthorityName.Values ?? []];

    private IEnumerable<Mention> Known(Authority authority) =>
        from name in authority.Restricted.AuthorityName.Values.Distinct(StringComparer.OrdinalIgnoreCase)
        let words = PlainLetters.Of(name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape)
        where name.Length > 5
        from span in new Phrases(string.Join(' ', words)).In(_note.Plain, _note.Body)
        select new Mention(new(new(_note.Words(span), span), null), authority.Id);

    // "Sector for Cooperation" is not the "Sector for Cooperation in Criminal Matters".
    private bool GoesOnWithNoun(int known, int named) => named > known + 3 && More().IsMatch(_note.Plain[known..named])
        && !IsState(Span.Between(known, named));

    // "The Criminal Cases Office of Ghana" is the Criminal Cases Office.
    private bool IsState(Span rest)
    {
        if (Of().Match(_note.Plain, rest.Start, rest.Length) is not { Success: true } link)
            return false;
        var name = Span.Between(link.Index + link.Length, rest.End);
        if (Listing().IsMatch(_note.Plain[name.Start..name.End]))
            return true;
        if (_note.Lexicon[Concept.FormOfState].AtStart(_note.Plain, name) > 0 || Government().IsMatch(_note.Plain[name.Start..name.End]))
            return true;
        return StateAt(name) is not null;
    }

    private State? StateAt(Span name)
    {
        var words = _note.Original[name.Start..name.End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        // "Guinea-Bissau" is not Guinea.
        return Enumerable.Range(1, Math.Min(words.Length, MostOfState)).Reverse()
            .Select(n => string.Join(' ', words.Take(n)).TrimEnd(',', '.', ';', ':', ')'))
            .Select(name => _states.TryFind(name, out var state, out _) ? state : null)
            .FirstOrDefault(s => s is not null);
    }

    /// <summary>Whether a sentence speaks of the authority of another State: nothing in it is of this one's.</summary>
    public bool IsOfOtherState(Span sentence) => _state is { } own
        && new[] { Concept.CentralAuthority, Concept.CompetentAuthority }.SelectMany(c => _note.All(c, sentence)).Any(authority =>
            Of().Match(_note.Plain, authority.End, sentence.End - authority.End) is { Success: true } link
            && StateAt(Span.Between(link.Index + link.Length, sentence.End)) is { } named && named.Alpha3 != own);

    // "The Criminal Team" of the "Crown Law Criminal Team"; "le Parquet général" of "Parquet général de N'Djamena": where a name is cut, its
    // end has no word before it that leads to another, and its beginning a place behind it.
    private static bool IsShortOf(string name, Mention known)
    {
        var (part, whole) = (PlainLetters.Of(name), PlainLetters.Of(known.Name.Name.Value));
        return part.Contains(' ', StringComparison.Ordinal) && part.Length < whole.Length
            && (whole.EndsWith($" {part}", StringComparison.OrdinalIgnoreCase) && !LeadsOn().IsMatch(whole[..^part.Length])
                || whole.StartsWith($"{part} ", StringComparison.OrdinalIgnoreCase) && Place().IsMatch(whole[part.Length..]));
    }

    // "Tarptautinės teisės skyrius (Section of International Law)": the same in another language.
    private bool IsInBrackets(Span known, Span name) => name.Start > known.End && name.Start - known.End < 8
        && _note.Plain[known.End..name.Start].Trim() is "(" or "(the" && _note.Plain.AsSpan(name.End).StartsWith(")");

    // Whom a note greets, up to what it has the honour of.
    private IEnumerable<Span> Greeted()
    {
        if (_note.Opening is not { } opening)
            yield break;
        var to = Addressed().Match(_note.Plain, opening.End, Math.Min(LongestGreeting, _note.Plain.Length - opening.End));
        if (to.Success)
            yield return new(to.Index, to.Length);
    }

    // "The Unit" is the one office named before that is a unit; an office that writes or is written to is none.
    private IEnumerable<Mention> Shortened(IReadOnlyList<Mention> whole)
    {
        var (heads, names) = (_note.Lexicon[Concept.Head], new OfficeNames(_note));
        foreach (var head in heads.In(_note.Plain, _note.Body).Where(IsShort).Take(MostShort))
        {
            if (whole.Any(m => m.Name.Span.Start < head.End && head.Start < m.Name.Span.End)
                || Addressee().IsMatch(_note.Plain[head.Start..head.End]))
                continue;
            var meant = whole.Where(m => m.Span.End <= head.Start && HasHead(heads, m, head))
                .DistinctBy(m => m.Record ?? PlainLetters.Of(m.Name.Name.Value).ToLowerInvariant()).ToList();
            if (meant is [var one])
                yield return new(new(one.Name.Name with { Span = head }, names.ParentBehind(head)), one.Record);
        }
    }

    private bool IsShort(Span head) =>
        Definite().Match(_note.Plain[Math.Max(0, head.Start - 16)..head.Start]) is { Success: true } definite
        && (Said().IsMatch(definite.Value) || !Longer().IsMatch(_note.Plain[head.End..Math.Min(_note.Plain.Length, head.End + 12)]));

    private bool HasHead(Phrases heads, Mention mention, Span head)
    {
        // What an office is stands before what it is of.
        var (name, word) = (PlainLetters.Of(mention.Name.Name.Value), _note.Plain[head.Start..head.End]);
        name = OfWhat().Match(name) is { Success: true } of ? name[..of.Index] : name;
        return heads.In(name, new(0, name.Length))
            .Any(h => name.AsSpan(h.Start, h.Length).Equals(word, StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex(@"\G\s{1,40}(?:of|de|del|du|des)\s{1,40}(?:the\s|la\s|los\s|las\s|l')?|\G\s{1,40}d'", RegexOptions.IgnoreCase)]
    private static partial Regex Of();

    // "The Desk of the Directory" is the Desk that the directory has.
    [GeneratedRegex("^(?:Directory|Register|Repertoire|Registre|Directorio|Registro|Annuaire)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Listing();

    [GeneratedRegex(
        @"^(?:Republic|Republique|Republica|Kingdom|Royaume|Reino|Government|Gouvernement|Gobierno|State|Etat|Estado|Grand[- ]Duch[ey]|Gran Ducado"
        + @"|Principaute|Principality|Principado|Sultanate?|Emirats?|Emirates|Commonwealth|Confederation|Federation|Union|Nation)\b",
        RegexOptions.NonBacktracking)]
    private static partial Regex Government();

    [GeneratedRegex(
        @"^\s{1,40}(?:(?:of|for|in|on|against|en|de|del|du|des|para|pour|sur|sobre|contre|contra|a)\s{1,40}(?:the\s|la\s|le\s|los\s|las\s|l')?\p{L}{3}"
        + @"|(?:y|e|et|and|&)\s{1,40}(?:(?:de|des|du|del|of|d')\s{0,40}(?:la\s|los\s|las\s|the\s|l')?\p{L}{3}|\p{Lu})|\p{Lu}\p{L}{3}|\p{Ll}{3,20}(?:al|ale|ales|aux|elle|elles|ive|ives|ique|iques|aire|aires|ic[oa]s?|iv[oa]s?)\b)")]
    private static partial Regex More();

    [GeneratedRegex(
        @"(?:^|[\s('])(?:the|this|that|said|aforesaid|its|la|le|l'|cette|cet|ce|ladite|ledit|dicha|dicho|esta|este|esa|ese|el|al|del|du|au|mencionad[oa]|citad[oa]|referid[oa])\s{0,3}$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Definite();

    [GeneratedRegex(@"\b(?:said|aforesaid|ladite|ledit|dich[oa]|mencionad[oa]|citad[oa]|referid[oa])\s{1,3}$", RegexOptions.IgnoreCase)]
    private static partial Regex Said();

    [GeneratedRegex(@"\s(?:of|for|de|du|des|del|d'|a|aux|para|pour)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OfWhat();

    [GeneratedRegex(@"(?:^|\s)(?:of|for|the|and|de|du|des|del|la|las|los|le|les|y|et|a|en|d'|l')\s?$|,\s?$", RegexOptions.IgnoreCase)]
    private static partial Regex LeadsOn();

    [GeneratedRegex(@"^\s(?:of|de|du|del|d')\s?(?:[A-Z][\w'-]{1,30})$", RegexOptions.IgnoreCase)]
    private static partial Regex Place();

    [GeneratedRegex(
        @"\G\s{1,40}(?:to|a|au|aux|al|a la|a los)\s[^.;:]{3,380}?(?=[\s,]{1,3}(?:and|et|y|e)\s{1,40}(?:has|have|wishes|would|requests?|informs?|a|lui|l'|le|la|les|se|tiene|desea|comunica|informa|solicita|participa|prie)\b"
        + @"|[\s,]{1,3}(?:has the|a l'honneur|tiene el honor|tiene a)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Addressed();

    [GeneratedRegex(@"^(?:\s{1,40}(?:of|for|on|de|du|des|del|d'|\p{Lu})|-)")]
    private static partial Regex Longer();

    [GeneratedRegex(
        "^(?:offices?|oficina|secretariat|secretaria|organe?|body|instance|ente|entidad|punto|point|points?|autorite|autoridad|authority|organismo|structure|program(?:me)?)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Addressee();
}
