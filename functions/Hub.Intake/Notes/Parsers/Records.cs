using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Intake.Notes.Parsers;

/// <summary>
/// Finds the records of the register that a note names: by their whole name, word for word, and only where one alone fits.
/// </summary>
internal sealed class Records
{
    private const int Near = 60;
    private readonly NoteText _note;
    private readonly List<Authority> _authorities;
    private readonly List<Found<string>> _named;

    public Records(NoteText note, RegisterSnapshot register, StateCode? state, DateOnly day)
    {
        _note = note;
        _authorities = state is { } code ? [.. register.Of(code).Where(a => a.Restricted.IsInForce(day))] : [];
        var all = _authorities.SelectMany(Mentions).ToList();
        // Part of a longer name is another name.
        _named = [.. all.Where(m => !all.Any(o => o.Span.Length > m.Span.Length && o.Span.Holds(m.Span))).OrderBy(m => m.Span.Start)];
    }

    /// <summary>The record that a note is about.</summary>
    public Found<string>? About(IReadOnlyList<Found<NamedPair>> pairs, string? sender)
    {
        var named = _named.Where(n => _note.Body.Holds(n.Span)).DistinctBy(n => n.Value).ToList();
        if (named.Count > 0)
            return named.Count == 1 ? named[0] : null;
        return ByPair(pairs) ?? BySender(sender);
    }

    /// <summary>The records named in the note, each once.</summary>
    public IReadOnlyList<string> Named => [.. _named.Where(n => _note.Body.Holds(n.Span)).Select(n => n.Value).Distinct()];

    /// <summary>
    /// Whether a record is named in a sentence before something in it ends: that may be said of it. One that is replaced,
    /// or part of a name, is not meant.
    /// </summary>
    public bool IsOfAnother(Span span, string? replaced, Span name)
    {
        var sentence = _note.SentenceAt(span.End - 1);
        return _named.Any(n => n.Value != replaced && !name.Holds(n.Span) && n.Span.Start >= sentence.Start && n.Span.End <= span.End);
    }

    /// <summary>The record that stands right behind one of some phrases.</summary>
    public Found<string>? After(params Concept[] concepts) => concepts.SelectMany(c => _note.All(c, _note.Body))
        .Select(phrase => _named.FirstOrDefault(n => n.Span.Start >= phrase.End && n.Span.Start - phrase.End < Near
            && !_note.Plain[phrase.End..n.Span.Start].Contains(',', StringComparison.Ordinal)))
        .FirstOrDefault(n => n is not null);

    /// <summary>The names in a record, for leaving them out of its address.</summary>
    public IReadOnlyCollection<string> NamesOf(string? record) =>
        [.. _authorities.Where(a => a.Id == record).SelectMany(a => a.Restricted.AuthorityName.Values)];

    /// <summary>A record of the State.</summary>
    public Authority? Of(string? record) => _authorities.FirstOrDefault(a => a.Id == record);

    private Found<string>? ByPair(IReadOnlyList<Found<NamedPair>> pairs)
    {
        var holding = _authorities.Where(a => pairs.Any(p => a.Restricted.Designations.Any(d => d.Pair() == p.Value.Pair))).ToList();
        return pairs.Count > 0 && holding.Count == 1 ? new(holding[0].Id, pairs[0].Span, 0.7) : null;
    }

    // Who writes of its own telephone means itself.
    private Found<string>? BySender(string? sender)
    {
        var own = sender is null ? [] : _authorities
            .Where(a => a.Restricted.Emails?.Any(e => e.Address.Equals(sender, StringComparison.OrdinalIgnoreCase)) == true).ToList();
        return own.Count == 1 ? new(own[0].Id, default, 0.8) : null;
    }

    private IEnumerable<Found<string>> Mentions(Authority authority) =>
        from name in authority.Restricted.AuthorityName.Values.Distinct(StringComparer.OrdinalIgnoreCase)
        let words = name.Replace('’', '\'').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape)
        where name.Length > 5
        from span in new Phrases(string.Join(' ', words)).In(_note.Plain, _note.Whole)
        select new Found<string>(authority.Id, span);
}
