using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Parsers;

/// <summary>Finds the authority that a note designates.</summary>
internal sealed partial class NewAuthority(NoteText note)
{
    private const int Reach = 420;
    private readonly Names _names = new(note);

    /// <summary>Its name; null where there is none, or the note designates several.</summary>
    public AuthorityName? Name() => All() is [var one] ? one : null;

    /// <summary>Whether the note designates anybody, one or several.</summary>
    public bool Exists() => All().Count > 0;

    private List<AuthorityName> All()
    {
        var named = Verbs().Select(Designated).OfType<AuthorityName>()
            .DistinctBy(n => n.Name.Value, StringComparer.OrdinalIgnoreCase).ToList();
        return named.Count > 0 ? named : [.. new[] { Replacing() }.OfType<AuthorityName>()];
    }

    /// <summary>The lines set apart with its name and address.</summary>
    public IReadOnlyList<Span> Block() => Verbs().Select(v => BlockAfter(v.Span.End)).FirstOrDefault(b => b.Count > 0) ?? [];

    private IEnumerable<(Span Span, bool IsPassive)> Verbs() =>
        note.All(Concept.DesignatesActive, note.Body).Select(s => (s, false))
            .Concat(note.All(Concept.DesignatedPassive, note.Body).Select(s => (s, true))).OrderBy(v => v.Item1.Start);

    private AuthorityName? Designated((Span Span, bool IsPassive) verb)
    {
        if (verb.IsPassive)
            return _names.UpTo(verb.Span.Start, note.SentenceAt(verb.Span.Start).Start);
        return _names.From(verb.Span.End) ?? InBlock(verb.Span.End) ?? AfterFunction(verb.Span.End);
    }

    // "… has replaced A with B", and "B replaces A".
    private AuthorityName? Replacing()
    {
        foreach (var verb in note.All(Concept.Replaces, note.Body))
        {
            var sentence = note.SentenceAt(verb.Start);
            var with = note.First(Concept.ReplacedWith, Span.Between(verb.End, Math.Min(sentence.End, verb.End + 160)));
            var name = with is { } w ? _names.From(w.End) : _names.UpTo(verb.Start, sentence.Start);
            if (name is not null)
                return name;
        }
        return null;
    }

    private AuthorityName? InBlock(int index) => BlockAfter(index) is [var first, ..] ? _names.Split(first) : null;

    private IReadOnlyList<Span> BlockAfter(int index)
    {
        var end = Math.Min(Math.Min(note.Plain.Length, note.Body.End), index + Reach);
        for (var colon = note.Plain.IndexOf(':', index, end - index);
            colon >= 0;
            colon = note.Plain.IndexOf(':', colon + 1, end - colon - 1))
        {
            // "Address:" alone on its line introduces an address, no name.
            if (note.Lexicon[Concept.AddressLabel].AtStart(note.Plain, Span.Between(note.LineAt(colon).Start, colon)) > 0)
                continue;
            if (Blocks.At(note, colon + 1) is { Count: > 0 } block)
                return block;
        }
        return [];
    }

    // "… a désigné, en qualité d'autorité centrale chargée de …, le Bureau …"
    private AuthorityName? AfterFunction(int index)
    {
        var sentence = note.SentenceAt(index);
        var within = Span.Between(index, Math.Min(sentence.End, index + Reach));
        if (note.Lexicon[Concept.As].Loosely(note.Plain, within).FirstOrDefault() is not { Length: > 0 } role)
            return null;
        foreach (Match match in Before().Matches(note.Plain[role.End..within.End]))
            if (_names.From(role.End + match.Index + match.Length) is { } name)
                return name;
        return null;
    }

    [GeneratedRegex(
        @"[,:]\s*|\b(?:central|centrale|competent|compétente|competente)\s+(?:a\s+)?(?=l[ae]\s|el\s|the\s)|\b(?:a|to)\s+(?=l[ao]s?\s)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Before();
}
