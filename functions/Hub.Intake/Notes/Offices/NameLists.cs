using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.States;

namespace Hub.Intake.Notes.Offices;

/// <summary>
/// Names that list what the office is for: "Office of Extradition, Transfers and Mutual Assistance". The list has a last item, and none of
/// its items is an office.
/// </summary>
internal sealed partial class NameLists(NoteText note)
{
    private const int Longest = 150;
    private readonly NoOffices _none = new(note);
    private readonly NameEnd _end = new(note);

    /// <summary>A name with the list that goes on behind it.</summary>
    public Span With(Span name)
    {
        var list = note.Lexicon.Language switch
        {
            Language.English => EnglishList(),
            Language.French => FrenchList(),
            _ => SpanishList(),
        };
        if (list.Match(note.Plain, name.End, Math.Min(Longest, note.Plain.Length - name.End)) is not { Success: true } items)
            return name;
        var last = new Span(items.Groups["last"].Index, items.Groups["last"].Length);
        var whole = Span.Between(name.Start, note.Lexicon.Language == Language.English ? last.End : _end.Of(last).End);
        return IsOfItself(Span.Between(name.End, whole.End)) ? whole : name;
    }

    private bool IsOfItself(Span items) => !note.All(Concept.Head, items).Any(h => !IsTask(h)) && !note.Has(Concept.NoOffice, items)
        && !note.Has(Concept.OfficeOf, items) && !_none.IsNoName(items);

    // "… des traités, de l'extradition et du contentieux": what it is for, though some offices are called so.
    private bool IsTask(Span head) => note.Plain.AsSpan(head.Start, head.Length).SequenceEqual("contentieux");

    [GeneratedRegex(
        @"\G(?:,\s{1,2}\p{Lu}[\p{L}'-]{2,30}(?:\s(?:of\s|for\s|the\s|in\s)?\p{Lu}[\p{L}'-]{1,30}){0,4}){1,4},?\s(?:and|&)\s"
        + @"(?<last>\p{Lu}[\p{L}'-]{2,30}(?:\s(?:of\s|for\s|the\s|in\s)?\p{Lu}[\p{L}'-]{1,30}){0,5})")]
    private static partial Regex EnglishList();

    [GeneratedRegex(
        @"\G(?:,\s{1,2}(?:de\sla\s|de\sl'|des\s|du\s|d')\p{Ll}[\p{L}' -]{2,40}?){1,4}\set\s(?:de\sla\s|de\sl'|des\s|du\s|d')"
        + @"(?<last>\p{Ll}[\p{L}'-]{2,30}(?:\s[\p{L}'-]{1,30}){0,8})")]
    private static partial Regex FrenchList();

    [GeneratedRegex(
        @"\G(?:,\s{1,2}\p{Lu}\p{L}{2,30}(?:\s(?:de\s|del\s|la\s){0,2}\p{Lu}\p{L}{1,30}){0,4}){1,4}\s[ye]\s"
        + @"(?<last>\p{Lu}\p{L}{2,30}(?:\s\p{L}{1,30}){0,8})")]
    private static partial Regex SpanishList();
}
