using Hub.Intake.Notes.Acts;
using Hub.Intake.Notes.Parsers;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.Records;

namespace Hub.Intake.Notes.Meaning;

/// <summary>What a note does to the authorities on record that it names.</summary>
internal sealed class KnownOffices(Evidence evidence)
{
    private const int NearPhrase = 160;
    private const int AroundPhrase = 40;
    private static readonly Concept[] Contacts = [Concept.PhoneLabel, Concept.FaxLabel, Concept.EmailLabel, Concept.AddressLabel];

    // "Dirección" is an address, and an office.
    private readonly NoteText _bare = evidence.Note.Without([.. evidence.Mentions.All.Select(m => m.Name.Span)]);

    /// <summary>The note with its offices blank: their names are none of its words.</summary>
    public NoteText Bare => _bare;

    /// <summary>Those that it says to end.</summary>
    public IReadOnlyList<Found<string>> Ended() =>
    [
        .. evidence.Acts.Where(a => a.Kind == ActKind.Ends && a.Office!.Record is not null && IsOfTheOffice(a))
            .Select(a => new Found<string>(a.Office!.Record!, a.Office.Span)).DistinctBy(f => f.Value),
    ];

    /// <summary>
    /// The one that a new authority replaces: what is said to end; else the one named that has what the new one gets, unless it is said to
    /// stay.
    /// </summary>
    public Found<string>? Replaced(IReadOnlyList<Found<string>> ended)
    {
        if (ended.Count > 0)
            return Only(ended);
        var pairs = evidence.Pairs.Select(p => p.Value.Pair).ToHashSet();
        return Only([
            .. evidence.Known.Where(
                k => evidence.Mentions.Of(k.Value)!.Restricted.Designations.Any(d => pairs.Contains(d.Pair())) && !Stays(k)),
        ]);
    }

    /// <summary>Whether those that are named and have one of some pairs are all said to stay.</summary>
    public bool StayBeside(IReadOnlyCollection<Pair> pairs)
    {
        var same = evidence.Known
            .Where(k => evidence.Mentions.Of(k.Value)!.Restricted.Designations.Any(d => pairs.Contains(d.Pair()))).ToList();
        return same.Count > 0 && same.All(Stays);
    }

    /// <summary>The one that ends, in whichever words, where no other takes its place.</summary>
    public Found<string>? Gone()
    {
        var note = evidence.Note;
        if (!evidence.HasFunction(note.Body) && evidence.Pairs.Count == 0)
            return null;
        var phrases = note.All(Concept.Ending, note.Body).Where(e => !IsOfContacts(e)).ToList();
        return Only([.. evidence.Known.Where(k => !Stays(k) && phrases.Any(e => IsNear(k.Span, e)))]);
    }

    /// <summary>The first article that the one authority named does not have yet, or what else is said to come to it.</summary>
    public Span? Extended()
    {
        if (evidence.Known is [var one] && evidence.NamedPairs.FirstOrDefault(p => IsNewTo(one.Value, p.Value)) is { } added)
            return added.Span;
        var more = evidence.Acts.FirstOrDefault(a =>
            a.Kind == ActKind.Extends || (a.Kind == ActKind.Begins && a.Office!.Record is not null && evidence.IsOfAuthority(a)));
        return more is not null && (evidence.NamedPairs.Count > 0 || evidence.HasFunction(evidence.Note.Body)) ? more.Phrase : null;
    }

    /// <summary>The one record that is named, or the sender's own.</summary>
    public Found<string>? Subject(string? sender) =>
        evidence.Known.Count == 0 ? OfSender(sender) : Only(evidence.Known);

    /// <summary>Of several that are named, the one that is said to get another name or place.</summary>
    public Found<string>? Renamed() => Only([
        .. evidence.Acts.Where(a => a.Kind is ActKind.Renames or ActKind.Moves && a.Office!.Record is not null)
            .Select(a => new Found<string>(a.Office!.Record!, a.Office.Span)).DistinctBy(f => f.Value),
    ]);

    private static Found<string>? Only(IReadOnlyList<Found<string>> found) => found.Count == 1 ? found[0] : null;

    private bool IsNewTo(string record, NamedPair pair) =>
        !pair.IsLegalBasis && evidence.Mentions.Of(record)!.Restricted.Designations.All(d => d.Pair() != pair.Pair);

    private Found<string>? OfSender(string? sender)
    {
        var own = sender is null ? [] : evidence.Mentions.Authorities
            .Where(a => a.Restricted.Emails?.Any(e => e.Address.Equals(sender, StringComparison.OrdinalIgnoreCase)) == true).ToList();
        return own.Count == 1 ? new(own[0].Id, default, 0.8) : null;
    }

    private bool Stays(Found<string> known)
    {
        var sentence = evidence.Note.SentenceAt(known.Span.Start).With(known.Span);
        return evidence.Note.Has(Concept.Stays, Span.Between(known.Span.End, sentence.End));
    }

    // A telephone may cease, and an address be withdrawn.
    private bool IsOfTheOffice(Act act)
    {
        var (note, office) = (evidence.Note, act.Office!.Span);
        var between = act.Phrase.Start > office.End
            ? Span.Between(office.End, act.Phrase.Start)
            : Span.Between(act.Phrase.End, office.Start);
        return !Contacts.Any(c => _bare.Has(c, between)) && (evidence.HasFunction(note.Body) || evidence.NamedPairs.Count > 0)
            && !note.Has(Concept.Stays, Span.Between(office.End, Math.Min(note.Plain.Length, office.End + 25)));
    }

    private bool IsOfContacts(Span phrase) => Contacts.Any(c => _bare.Has(
        c, Span.Between(Math.Max(0, phrase.Start - AroundPhrase), Math.Min(_bare.Plain.Length, phrase.End + AroundPhrase))));

    private bool IsNear(Span office, Span phrase) => evidence.Note.SentenceAt(office.Start).Holds(new Span(phrase.Start, 1))
        || (phrase.Start > office.End && phrase.Start - office.End < NearPhrase);
}
