using System.Text.RegularExpressions;
using Hub.Intake.Notes.Acts;
using Hub.Intake.Notes.Layout;
using Hub.Intake.Notes.Offices;
using Hub.Intake.Notes.Parsers;
using Hub.Intake.Notes.Parsers.Contacts;
using Hub.Intake.Notes.Phrasing;
using Hub.Notices;
using Hub.Register.Networks;
using Hub.Register.Records;

namespace Hub.Intake.Notes;

/// <summary>
/// What a note does, weighed from what it says of each office: the one place where several things said are held against each other. What is
/// said of no office that the note names is said of none (I13).
/// </summary>
internal sealed partial class NoteMeaning
{
    private readonly NoteText _note;
    private readonly Mentions _mentions;
    private readonly IReadOnlyList<Act> _acts;
    private readonly IReadOnlyList<Found<NamedPair>> _pairs;
    private readonly string? _sender;

    public NoteMeaning(
        NoteText note, Mentions mentions, IReadOnlyList<Found<NamedPair>> pairs, NetworkCatalog networks, string? sender)
    {
        (_note, _mentions, _pairs, _sender) = (note, mentions, pairs, sender);
        _acts = Weighed(ActParser.In(note, mentions));
        Tables = Layout.Tables.In(note);
        New = Begun();
        Bases = LegalBases.In(note, pairs);
        Networks = Memberships.In(note, networks);
        Situation = Temporary.In(note);
        (Kind, Record) = Decided();
    }

    /// <summary>What it does; null where it does not say, or may do several things.</summary>
    public Found<NoticeKind>? Kind { get; }

    /// <summary>The record that it changes, ends or replaces; null where it names none, or several.</summary>
    public Found<string>? Record { get; }

    /// <summary>The offices that become authorities and are none yet.</summary>
    public IReadOnlyList<OfficeName> New { get; }

    /// <summary>The name that an authority gets.</summary>
    public OfficeName? Renamed =>
        NewName ?? _acts.FirstOrDefault(a => a.Kind == ActKind.RenamesTo && a.Office!.Record is null)?.Office!.Name;

    // Right behind a word for a name, where one authority is spoken of.
    private OfficeName? NewName => Known.Count != 1 ? null : _mentions.All
        .FirstOrDefault(m => m.Record is null && m.Span.Start > Known[0].Span.Start && IsBehind(Concept.NameWords, m, 16))?.Name;

    private Found<string>? NewParent =>
        Known.Count != 1
            ? null
            : _mentions
                .All.FirstOrDefault(m =>
                    m.Record is null && m.Span.Start > Known[0].Span.Start && !IsPartOfKnown(m) && IsBehind(Concept.PartOf, m, 75))
                ?.Name.Name;

    private bool IsBehind(Concept concept, Mention mention, int reach)
    {
        var sentence = SentenceOf(mention);
        var before = Span.Between(Math.Max(sentence.Start, mention.Span.Start - reach), mention.Span.Start);
        return _note.All(concept, before).LastOrDefault() is { Length: > 0 } phrase
            && !_mentions.All.Any(o => o.Span.Start > phrase.Start && o.Span.End < mention.Span.Start);
    }

    /// <summary>The institution that it becomes part of.</summary>
    public Found<string>? MovedTo =>
        NewParent ?? _acts.FirstOrDefault(a => a.Kind == ActKind.MovesTo && a.Office!.Record is null)?.Office!.Name.Name;

    /// <summary>What it says of conventions as a legal basis.</summary>
    public IReadOnlyList<Found<LegalBasis>> Bases { get; }

    /// <summary>The networks that the State has joined.</summary>
    public IReadOnlyList<Found<string>> Networks { get; }

    /// <summary>What is so for a time.</summary>
    public Found<TemporaryNotice>? Situation { get; }

    /// <summary>Where it says what changes.</summary>
    public IEnumerable<Span> Phrases => _acts.Select(a => a.Phrase);

    /// <summary>The tables in it.</summary>
    public IReadOnlyList<Table> Tables { get; }

    // An office that is said to begin and to end is meant by the phrase that stands nearer to it; at once, it ends.
    private static IReadOnlyList<Act> Weighed(IReadOnlyList<Act> acts)
    {
        int Away(Act act) =>
            act.Office is { } office ? Math.Max(office.Span.Start - act.Phrase.End, act.Phrase.Start - office.Name.Span.End) : int.MaxValue;
        bool IsOutdone(Act act) =>
            act.Kind is ActKind.Begins && acts.Any(o => o.Kind == ActKind.Ends && Same(o, act) && Away(o) <= Away(act))
            || act.Kind is ActKind.Ends && acts.Any(o => o.Kind == ActKind.Begins && Same(o, act) && Away(o) < Away(act));
        return [.. acts.Where(a => !IsOutdone(a))];
    }

    private static bool Same(Act a, Act b) => a.Office is { } x && b.Office is { } y
        && (x.Record is { } record ? record == y.Record : x.Span == y.Span || Called(x) == Called(y));

    private static string Called(Mention mention) => PlainLetters.Of(mention.Name.Name.Value).ToUpperInvariant();

    private IReadOnlyList<OfficeName> Begun()
    {
        var labelled = _note.Has(Concept.Designation, _note.Whole) ? Labels.Names(_note, Tables) : [];
        if (labelled.Count > 0)
            return [.. labelled.Where(n => !_mentions.All.Any(m => m.Record is not null && m.Span == n.Name.Span))];
        if (Listed() is { Count: > 1 } listed)
            return listed;
        var begun = Offices(ActKind.Begins);
        if (begun.Count == 0)
            begun = Offices(ActKind.Speaks);
        if (begun.Count == 0)
            begun = Unknown();
        // "Its particulars are in the annex."
        if (begun.Count == 0 && _note.Annex is { } annex && _note.Has(Concept.Designation, _note.Body))
            begun = [.. _mentions.All.Where(m => m.Record is null && annex.Holds(m.Span)).Take(1).Select(m => m.Name)];
        return begun;
    }

    // "… between two offices: 1. The Division …; 2. The Division …"
    private IReadOnlyList<OfficeName> Listed() =>
        _pairs.Count == 0 && !HasFunction(_note.Body)
            ? []
            :
            [
                .. _mentions
                    .All.Where(m => m.Record is null && BeginsItem(m))
                    .Select(m => m.Name)
                    .DistinctBy(n => PlainLetters.Of(n.Name.Value).ToUpperInvariant()),
            ];

    private bool BeginsItem(Mention mention)
    {
        var line = _note.LineAt(mention.Span.Start);
        return Item().IsMatch(_note.Plain[line.Start..mention.Span.Start]);
    }

    [GeneratedRegex(
        @"^\s{0,12}(?:\d{1,2}[.)]|[a-z][.)]|\([a-z\d]\)|[IVX]{1,4}\.|[-•*])\s{1,4}(?:The |La |Le |L'|El |Al |A la |Au |A l')?$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Item();

    // Whatever the verb: an office that the register does not know, where the note speaks of an authority, an article or a matter.
    private IReadOnlyList<OfficeName> Unknown()
    {
        if (IsRenaming() || IsMoving())
            return [];
        var others = _mentions
            .All.Where(m =>
                m.Record is null && !IsPartOfKnown(m) && m.Name != NewName && m.Name.Name != NewParent && m.Name.Name != MovedTo)
            .ToList();
        return Chosen(others.Where(m => HasFunction(SentenceOf(m)) || OfPairs(SentenceOf(m))))
            ?? Chosen(others.Where(m => HasMatter(SentenceOf(m))))
            ?? (_pairs.Count > 0 || HasFunction(_note.Body) ? Chosen(others.Where(IsOnLineOfItsOwn)) : null) ?? [];
    }

    private static IReadOnlyList<OfficeName>? Chosen(IEnumerable<Mention> mentions) =>
        mentions.Select(m => m.Name).FirstOrDefault() is { } first ? [first] : null;

    private Span SentenceOf(Mention mention) => _note.SentenceAt(mention.Span.Start).With(mention.Span);

    private bool OfPairs(Span sentence) => _pairs.Any(p => sentence.Holds(new Span(p.Span.Start, 1)));

    // "The Unit, Ministry of Justice, can be reached": an institution beside an authority is what that is part of.
    private bool IsPartOfKnown(Mention mention) => _mentions.All.Any(k => k.Record is not null && k.Span.End <= mention.Span.Start
        && mention.Span.Start - k.Span.End < 16 && !_note.Plain[k.Span.End..mention.Span.Start].Contains('.', StringComparison.Ordinal));

    private bool IsOnLineOfItsOwn(Mention mention)
    {
        var line = _note.LineAt(mention.Span.Start);
        return _note.Plain[line.Start..mention.Span.Start].Trim().Length < 4
            && _note.Plain[Math.Min(mention.Name.Span.End, line.End)..line.End].Trim().Length < 3;
    }

    private bool IsRenaming() =>
        Known.Count == 1
        && _note.Has(Concept.NameWords, _note.Body)
        && (
            _acts.Any(a => a.Kind is ActKind.Renames && a.Office!.Record is not null)
            || _pairs.Count == 0 && !_note.Has(Concept.Ending, _note.Body) && !HasFunction(_note.Body));

    private bool IsMoving() =>
        NewParent is not null || Known.Count == 1 && _acts.Any(a => a.Kind is ActKind.Moves && a.Office!.Record is not null);

    private IReadOnlyList<Found<string>> Known =>
        [.. _mentions.All.Where(m => m.Record is not null).Select(m => new Found<string>(m.Record!, m.Span)).DistinctBy(f => f.Value)];

    private IReadOnlyList<OfficeName> Offices(ActKind kind) =>
    [
        .. _acts.Where(a => a.Kind == kind && a.Office!.Record is null && IsOfAuthority(a)).Select(a => a.Office!.Name)
            .DistinctBy(n => PlainLetters.Of(n.Name.Value).ToUpperInvariant()),
    ];

    // Many things are entrusted to many; an authority is spoken of by its function, or by an article.
    private bool IsOfAuthority(Act act)
    {
        var sentence = _note.SentenceAt(act.Phrase.Start).With(act.Office!.Span);
        return HasFunction(sentence) || _pairs.Any(p => sentence.Holds(p.Span)) || _pairs.Count > 0 && HasFunction(_note.Body);
    }

    private bool HasFunction(Span within) =>
        Functions.Words.Any(c => _note.Has(c, within));

    private (Found<NoticeKind>?, Found<string>?) Decided()
    {
        // Two things that a note leaves to whoever reads it are none.
        if (_note.Has(Concept.Choice, _note.Body))
            return (null, null);
        var ended = Ended();
        if (New.Count > 0 && (_pairs.Count > 0 || HasFunction(_note.Whole) || HasMatter(_note.Whole)))
            return (new(NoticeKind.NewDesignation, New[0].Name.Span), Replaced(ended));
        if (_note.First(Concept.Nil, _note.Body) is { } nil && Pairs.Count > 0 && ended.Count == 0 && Known.Count == 0)
            return (new(NoticeKind.NilDeclaration, nil), null);
        if (ended.Count > 0)
            return (new(NoticeKind.Withdrawal, Phrase(ActKind.Ends)), Only(ended));
        if (Changed() is { } changed)
            return (new(NoticeKind.ChangeOfDesignation, changed), Subject());
        if (Gone() is { } gone)
            return (new(NoticeKind.Withdrawal, gone.Span), gone);
        if (Bases.Count > 0)
            return (new(NoticeKind.LegalBasisDeclaration, Bases[0].Span), null);
        if (Networks.Count > 0)
            return (new(NoticeKind.NetworkMembership, Networks[0].Span), Subject());
        if (Situation is { } situation)
            return (new(NoticeKind.TemporaryMeasure, situation.Span), Subject());
        return Contact();
    }

    private IReadOnlyList<Found<NamedPair>> Pairs => _pairs.Count > 0 ? _pairs : new PairParser(_note).WithoutArticle(_note.Body);

    // What is said to end; else the one authority named that has what the new one gets, unless the note says that it stays.
    private Found<string>? Replaced(List<Found<string>> ended)
    {
        if (ended.Count > 0)
            return Only(ended);
        var pairs = Pairs.Select(p => p.Value.Pair).ToHashSet();
        var holding = Known
            .Where(k => _mentions.Of(k.Value)!.Restricted.Designations.Any(d => pairs.Contains(d.Pair())) && !Stays(k))
            .ToList();
        return Only(holding);
    }

    private bool Stays(Found<string> known) =>
        _note.First(Concept.Stays, Span.Between(known.Span.End, _note.SentenceAt(known.Span.Start).With(known.Span).End)) is not null;

    // Of one authority, and no other: its end, in whichever words.
    private Found<string>? Gone()
    {
        if (!_note.Has(Concept.Ending, _note.Body) || !(HasFunction(_note.Body) || Pairs.Count > 0))
            return null;
        var near = Known
            .Where(k => !Stays(k) && _note.All(Concept.Ending, _note.Body).Any(e => IsNear(k.Span, e) && !IsOfContacts(e)))
            .ToList();
        return Only(near);
    }

    private bool IsNear(Span office, Span phrase) =>
        _note.SentenceAt(office.Start).Holds(new Span(phrase.Start, 1)) || phrase.Start > office.End && phrase.Start - office.End < 160;

    private bool IsOfContacts(Span phrase) =>
        Contacts.Any(c => Bare.Has(c, Span.Between(Math.Max(0, phrase.Start - 40), Math.Min(_note.Plain.Length, phrase.End + 40))));

    private (Found<NoticeKind>?, Found<string>?) Contact()
    {
        if (Subject() is not { } subject)
            return (null, null);
        if (HasValues())
            return (new(NoticeKind.ChangeOfContact, subject.Span, 0.8), subject);
        if (_note.First(Concept.Confirms, _note.Whole) is not null && _note.First(Concept.Unchanged, _note.Body) is { } unchanged)
            return (new(NoticeKind.ConfirmationNoChange, unchanged), subject);
        // Its articles are as they were, and so is how it is reached: what is said of its function is new.
        return
            Known.Count == 1
            && Functions.Words.Select(c => _note.First(c, _note.Body)).OfType<Span>().FirstOrDefault() is { Length: > 0 } function
            && _note.Has(Concept.Changed, _note.Whole)
                ? (new(NoticeKind.ChangeOfDesignation, function, 0.7), subject)
                : (null, subject);
    }

    private List<Found<string>> Ended() =>
    [
        .. _acts.Where(a => a.Kind == ActKind.Ends && a.Office!.Record is not null && IsOfTheOffice(a))
            .Select(a => new Found<string>(a.Office!.Record!, a.Office.Span)).DistinctBy(f => f.Value),
    ];

    // A telephone may cease, and an address be withdrawn.
    private bool IsOfTheOffice(Act act)
    {
        var between = act.Phrase.Start > act.Office!.Span.End ? Span.Between(act.Office.Span.End, act.Phrase.Start) : default;
        return !Contacts.Any(c => Bare.Has(c, between)) && (HasFunction(_note.Body) || _pairs.Count > 0)
            && !_note.Has(Concept.Stays, Span.Between(act.Office.Span.End, Math.Min(_note.Plain.Length, act.Office.Span.End + 25)));
    }

    // "Dirección" is an address, and an office.
    private NoteText Bare => _bare ??= _note.Without([.. _mentions.All.Select(m => m.Name.Span)]);

    private NoteText? _bare;

    private static readonly Concept[] Contacts = [Concept.PhoneLabel, Concept.FaxLabel, Concept.EmailLabel, Concept.AddressLabel];

    private Span? Changed()
    {
        if (Subject() is null)
            return null;
        if (Renamed is { } renamed && (NewName is not null || _acts.Any(a => a.Kind == ActKind.Renames && a.Office!.Record is not null)))
            return renamed.Span;
        if (MovedTo is { } moved && (NewParent is not null || _acts.Any(a => a.Kind == ActKind.Moves && a.Office!.Record is not null)))
            return moved.Span;
        // An article that it does not have yet.
        if (
            Known is [var one]
            && _pairs.FirstOrDefault(p =>
                !p.Value.IsLegalBasis && _mentions.Of(one.Value)!.Restricted.Designations.All(d => d.Pair() != p.Value.Pair))
                is { } added)
            return added.Span;
        var isMore = _acts.FirstOrDefault(a =>
            a.Kind == ActKind.Extends || (a.Kind == ActKind.Begins && a.Office!.Record is not null && IsOfAuthority(a)));
        return isMore is not null && (_pairs.Count > 0 || HasFunction(_note.Body)) ? isMore.Phrase : null;
    }

    private Span Phrase(ActKind kind) => _acts.First(a => a.Kind == kind).Phrase;

    /// <summary>The one record that is named, or the sender's own.</summary>
    private Found<string>? Subject()
    {
        var named = _mentions
            .All.Where(m => m.Record is not null)
            .Select(m => new Found<string>(m.Record!, m.Span))
            .DistinctBy(f => f.Value)
            .ToList();
        return named.Count == 0 ? BySender() : Only(named);
    }

    private Found<string>? BySender()
    {
        var own = _sender is null ? [] : _mentions.Authorities
            .Where(a => a.Restricted.Emails?.Any(e => e.Address.Equals(_sender, StringComparison.OrdinalIgnoreCase)) == true).ToList();
        return own.Count == 1 ? new(own[0].Id, default, 0.8) : null;
    }

    private static Found<string>? Only(IReadOnlyList<Found<string>> found) => found.Count == 1 ? found[0] : null;

    private bool HasMatter(Span within) => Lexicon.Matters.Values.Any(m => m.IsIn(_note.Plain, within));

    private bool HasValues() => Phones.In(_note, _note.Body).Any() || Addresses.Emails(_note, _note.Body).Any()
        || Hours.In(_note, _note.Body).Count > 0 || Tongues.OfRequests(_note, _note.Body).Count > 0
        || Interpol.In(_note, _note.Body) is not null || ContactFields.Questions(_note).Any()
        || Addresses.Website(_note, _note.Body) is not null || Bare.Has(Concept.AddressLabel, _note.Body) && HasAddress();

    private bool HasAddress() => _note.Has(Concept.Changed, _note.Body);
}
