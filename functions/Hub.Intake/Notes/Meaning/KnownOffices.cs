using System.Text.RegularExpressions;
using Hub.Intake.Notes.Acts;
using Hub.Intake.Notes.Offices;
using Hub.Intake.Notes.Parsers;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.Records;

namespace Hub.Intake.Notes.Meaning;

/// <summary>What a note does to the authorities on record that it names.</summary>
internal sealed partial class KnownOffices(Evidence evidence)
{
    private const int NearPhrase = 160;
    private const int AroundPhrase = 40;
    private const int NearBeside = 60;
    private const int NearStays = 25;
    private const int NearArticle = 30;
    private static readonly Concept[] Contacts = [Concept.PhoneLabel, Concept.FaxLabel, Concept.EmailLabel, Concept.AddressLabel];

    // "Dirección" is an address, and an office.
    private readonly NoteText _bare = evidence.Note.Without([.. evidence.Mentions.All.Select(m => m.Name.Span)]);

    /// <summary>The note with its offices blank: their names are none of its words.</summary>
    public NoteText Bare => _bare;

    /// <summary>Those that it says to end.</summary>
    public IReadOnlyList<Found<string>> Ended() =>
    [
        .. evidence.Acts.Where(a => a.Kind == ActKind.Ends && a.Office!.Record is not null && IsOfTheOffice(a) && !IsBeside(a.Office))
            .Select(a => new Found<string>(a.Office!.Record!, a.Office.Span)).DistinctBy(f => f.Value),
    ];

    /// <summary>Whether it says of any that it ends, in whichever words.</summary>
    public bool IsAnyGone => _isAnyGone ??= Ended().Count > 0 || Gone() is not null;

    private bool? _isAnyGone;

    /// <summary>Whether any that it names has one of the pairs that it names.</summary>
    public bool HaveAnyPair => evidence.Known.Any(HasPair);

    /// <summary>
    /// The one that a new authority replaces: what is said to end; else the one named that has what the new one gets, unless it is said to
    /// stay.
    /// </summary>
    public Found<string>? Replaced(IReadOnlyList<Found<string>> ended)
    {
        if (ended.Count > 0)
            return Only(ended);
        return Only([.. evidence.Known.Where(k => HasPair(k) && !Stays(k))]);
    }

    /// <summary>Of several that are replaced, the one that has one of some pairs.</summary>
    public Found<string>? ReplacedOf(IReadOnlyCollection<Pair> pairs) => Only([
        .. evidence.Known.Where(k => !Stays(k)
            && evidence.Mentions.Of(k.Value)!.Restricted.Designations.Any(d => pairs.Contains(d.Pair()))),
    ]);

    private bool HasPair(Found<string> known) => evidence.Mentions.Of(known.Value)!.Restricted.Designations
        .Any(d => evidence.Pairs.Any(p => p.Value.Pair == d.Pair()));

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

    /// <summary>The first article that an authority does not have yet, or what else is said to come to it.</summary>
    public Span? Extended(string record)
    {
        if (evidence.NamedPairs.FirstOrDefault(p => IsNewTo(record, p.Value) && !IsOfAnother(record, p.Span)) is { } added)
            return added.Span;
        var more = evidence.Acts.FirstOrDefault(a =>
            a.Kind == ActKind.Extends
            || (a.Kind == ActKind.Begins && a.Office!.Record == record && evidence.IsOfAuthority(a) && !IsStaying(a)));
        return more is not null && (evidence.NamedPairs.Count > 0 || evidence.HasFunction(evidence.Note.Body)) ? more.Phrase : null;
    }

    /// <summary>Of several that are named, the one that gets what another gives up.</summary>
    public Found<string>? Gaining(IReadOnlyList<Found<string>> ended) => Only([
        .. evidence.Known.Where(k => !ended.Any(e => e.Value == k.Value) && evidence.Acts.Any(a => a.Kind switch
        {
            ActKind.Begins => a.Office!.Record == k.Value && evidence.IsOfAuthority(a),
            ActKind.Extends => evidence.Mentions.All.LastOrDefault(m => m.Span.End <= a.Phrase.Start)?.Record == k.Value,
            _ => false,
        })),
    ]);

    // "Is and remains the authority for …": nothing new.
    private bool IsStaying(Act act) => evidence.Note.Has(
        Concept.Stays, Span.Between(act.Office!.Span.End, Math.Max(act.Office.Span.End, evidence.Note.SentenceAt(act.Phrase.Start).End)));

    /// <summary>The one record that is named, or of several the one that is not said to stay; else the sender's own.</summary>
    public Found<string>? Subject(string? sender) =>
        evidence.Known.Count == 0 ? OfSender(sender) : Only(evidence.Known) ?? Only([.. evidence.Known.Where(k => !IsSpared(k))]);

    private bool IsOfAnother(string record, Span pair)
    {
        var sentence = evidence.Note.SentenceAt(pair.Start);
        return evidence.Mentions.All.LastOrDefault(m => m.Span.Start >= sentence.Start && m.Span.End <= pair.Start)?.Record is { } nearest
            && nearest != record;
    }

    // "Nothing changes for the Branch": said before it.
    private bool IsSpared(Found<string> known)
    {
        var start = evidence.Note.SentenceAt(known.Span.Start).Start;
        return Stays(known) || (evidence.Note.Has(Concept.Stays, Span.Between(start, known.Span.Start))
            && !evidence.Mentions.All.Any(m => m.Span.Start >= start && m.Span.End <= known.Span.Start));
    }

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
        return evidence.Note.Has(Concept.Stays, Span.Between(known.Span.End, sentence.End))
            || evidence.Note.Has(Concept.Additional, evidence.Note.Body)
            || evidence.Mentions.All.Any(m => m.Record == known.Value && IsBeside(m));
    }

    // "In addition to the Branch", "without prejudice to the Directorate": it stays.
    private bool IsBeside(Mention mention) => evidence.IsBehind(Concept.Beside, mention, NearBeside);

    // A telephone may cease, and an address be withdrawn. "In place of the Branch, which keeps article 18": of the other article.
    private bool IsOfTheOffice(Act act)
    {
        var (note, office) = (evidence.Note, act.Office!.Span);
        var between = act.Phrase.Start > office.End
            ? Span.Between(office.End, act.Phrase.Start)
            : Span.Between(act.Phrase.End, office.Start);
        return !Contacts.Any(c => _bare.Has(c, between)) && (evidence.HasFunction(note.Body) || evidence.NamedPairs.Count > 0)
            && !(note.First(Concept.Stays, Span.Between(office.End, Math.Min(note.Plain.Length, office.End + NearStays))) is { } stays
                && !(act.Phrase.Start < office.Start
                    && Article().IsMatch(note.Plain[stays.End..Math.Min(note.Plain.Length, stays.End + NearArticle)])));
    }

    private bool IsOfContacts(Span phrase) => Contacts.Any(c => _bare.Has(
        c, Span.Between(Math.Max(0, phrase.Start - AroundPhrase), Math.Min(_bare.Plain.Length, phrase.End + AroundPhrase))));

    private bool IsNear(Span office, Span phrase) => evidence.Note.SentenceAt(office.Start).Holds(new Span(phrase.Start, 1))
        || (phrase.Start > office.End && phrase.Start - office.End < NearPhrase);

    [GeneratedRegex(@"\bart(?:icle|iculo|\.)s?\s\d", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Article();
}
