using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Intake.Notes.Offices;

/// <summary>The offices that a note speaks of: those of the register by their whole name, and others by what names are like.</summary>
internal sealed class Mentions
{
    private readonly List<Authority> _authorities;
    private readonly NoteText _note;

    public Mentions(NoteText note, RegisterSnapshot register, StateCode? state, DateOnly day)
    {
        _note = note;
        _authorities = state is { } code ? [.. register.Of(code).Where(a => a.Restricted.IsInForce(day))] : [];
        var known = _authorities.SelectMany(Known).ToList();
        // Part of a longer name is another name.
        known = [.. known.Where(m => !known.Any(o => o.Span.Length > m.Span.Length && o.Span.Holds(m.Span)))];
        var named = new OfficeNames(note.Without([.. known.Select(k => k.Span)])).In(note.Body).Select(n => new Mention(n, null));
        All = [.. known.Concat(named).OrderBy(m => m.Span.Start)];
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
}
