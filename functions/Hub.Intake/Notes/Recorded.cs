using Hub.Intake.Notes.Layout;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.Records;

namespace Hub.Intake.Notes;

/// <summary>The numbers and addresses that the directory has of a State: in a note they are no news, but what is given up.</summary>
internal sealed class Recorded(IReadOnlyCollection<Authority> authorities)
{
    private static readonly char[] Signs = ['@', '+'];
    private readonly HashSet<string> _emails = new(
        authorities.SelectMany(a => a.Restricted.Emails ?? []).Select(e => e.Address), StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> _numbers =
        [.. authorities.SelectMany(a => (a.Restricted.Phones ?? []).Concat(a.Restricted.Fax ?? [])).Select(p => p.Number)];

    /// <summary>Whether an authority of the State has this address of mail.</summary>
    public bool HasEmail(string address) => _emails.Contains(address);

    /// <summary>Whether an authority of the State has this number.</summary>
    public bool HasNumber(string number) => _numbers.Contains(number);

    /// <summary>
    /// The columns of tables that hold what the directory has, beside another number or address: whatever their titles say.
    /// </summary>
    public IEnumerable<Span> Columns(NoteText note, IReadOnlyList<Table> tables) =>
        from table in tables
        let old = table.Rows.SelectMany(r => r.Where(c => r.Any(o => IsOld(note, c.Span, o.Span)))).Select(c => c.Column).ToHashSet()
        from cell in table.Rows.SelectMany(r => r.Skip(1))
        where old.Contains(cell.Column)
        select cell.Span;

    private bool IsOld(NoteText note, Span cell, Span other) =>
        Holds(note, cell) && !Holds(note, other) && Signs.Any(s => Has(note, cell, s) && Has(note, other, s));

    private static bool Has(NoteText note, Span cell, char sign) => note.Plain.AsSpan(cell.Start, cell.Length).Contains(sign);

    private bool Holds(NoteText note, Span cell)
    {
        var text = note.Original[cell.Start..cell.End];
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return _emails.Any(e => text.Contains(e, StringComparison.OrdinalIgnoreCase))
            || (digits.Length > 6 && _numbers.Any(n => digits.EndsWith(n.TrimStart('+'), StringComparison.Ordinal)));
    }
}
