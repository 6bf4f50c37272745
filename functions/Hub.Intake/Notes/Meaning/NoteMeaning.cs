using System.Text.RegularExpressions;
using Hub.Intake.Notes.Acts;
using Hub.Intake.Notes.Layout;
using Hub.Intake.Notes.Offices;
using Hub.Intake.Notes.Parsers;
using Hub.Intake.Notes.Parsers.Contacts;
using Hub.Intake.Notes.Phrasing;
using Hub.Notices;
using Hub.Notices.Rules;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Intake.Notes.Meaning;

/// <summary>
/// What a note does, weighed from what it says of each office: the one place where several things said are held against each other. What is
/// said of no office that the note names is said of none (I13).
/// </summary>
internal sealed partial class NoteMeaning
{
    private readonly Evidence _evidence;
    private readonly KnownOffices _known;
    private readonly Renaming _renaming;
    private readonly string? _sender;
    private readonly PostalAddresses _addresses;

    public NoteMeaning(Evidence evidence, ReferenceData data, StateCode? state, string? sender)
    {
        (_evidence, _sender, _addresses) = (evidence, sender, new(evidence.Note, data.States, state));
        (_known, _renaming) = (new(evidence), new(evidence));
        var begun = new NewOffices(evidence, _renaming, _known).Found();
        New = [.. (begun ?? []).Select(n => n with { Parent = evidence.ParentOf(n) ?? (begun is [_] ? Labelled() : null) })];
        Bases = LegalBases.In(evidence.Note, evidence.NamedPairs);
        Networks = Memberships.In(evidence.Note, data.Networks);
        Situation = Temporary.In(evidence.Note, [.. evidence.Mentions.All.Select(m => m.Span)], s => _addresses.In(s, []) is not null);
        (Kind, Record) = begun is null ? (null, null) : Decided();
    }

    /// <summary>What it does; null where it does not say, or may do several things.</summary>
    public Found<NoticeKind>? Kind { get; }

    /// <summary>The record that it changes, ends or replaces; null where it names none, or several.</summary>
    public Found<string>? Record { get; }

    /// <summary>The offices that become authorities and are none yet.</summary>
    public IReadOnlyList<OfficeName> New { get; }

    /// <summary>Another institution that an office is said to be part of than the one that was read.</summary>
    public Found<string>? OtherParentOf(OfficeName office) => _evidence.OtherParentOf(office);

    /// <summary>The name that an authority gets.</summary>
    public OfficeName? Renamed => _renaming.Name;

    /// <summary>The institution that it becomes part of.</summary>
    public Found<string>? MovedTo => _renaming.Parent;

    /// <summary>What it says of conventions as a legal basis.</summary>
    public IReadOnlyList<Found<LegalBasis>> Bases { get; }

    /// <summary>The networks that the State has joined.</summary>
    public IReadOnlyList<Found<string>> Networks { get; }

    /// <summary>What is so for a time.</summary>
    public Found<TemporaryNotice>? Situation { get; }

    /// <summary>Where it says what changes.</summary>
    public IEnumerable<Span> Phrases => _evidence.Acts.Select(a => a.Phrase);

    /// <summary>The tables in it.</summary>
    public IReadOnlyList<Table> Tables => _evidence.Tables;

    /// <summary>Whether the authorities on record for some pairs stay beside the new one: nobody ends.</summary>
    public bool IsBeside(IReadOnlyCollection<Pair> pairs) => Record is null && _known.StayBeside(pairs);

    /// <summary>The record that a new authority for some pairs replaces.</summary>
    public Found<string>? ReplacedBy(IReadOnlyCollection<Pair> pairs) => New.Count == 1 ? Record : _known.ReplacedOf(pairs) ?? Record;

    /// <summary>Where each of several authorities on record has a row of a table: they, and the cells of each with its titles.</summary>
    public IReadOnlyList<(Found<string> Record, IReadOnlyList<Cell> Row)> Rows => _rows ??= _evidence.RowsOfKnown();

    private IReadOnlyList<(Found<string> Record, IReadOnlyList<Cell> Row)>? _rows;

    private NoteText Note => _evidence.Note;

    // "Parent body: Ministry of Justice", wherever the name of the one office was found.
    private Found<string>? Labelled() => Labels.Values(Note, Concept.ParentLabel, Tables)
        .Where(v => v.Length < LongestParent && new OfficeNames(Note).IsInstitution(v))
        .Select(v => new Found<string>(Note.Words(v), v, 0.8)).FirstOrDefault();

    private const int LongestParent = 120;

    private (Found<NoticeKind>?, Found<string>?) Decided()
    {
        if (new Doubts(_evidence, _known).Any)
            return (null, null);
        var ended = _known.Ended();
        if (New.Count > 0 && SpeaksOfAuthorities())
            return (new(NoticeKind.NewDesignation, New[0].Name.Span), _known.Replaced(ended));
        if (Note.First(Concept.Nil, Note.Body) is { } nil && _evidence.Pairs.Count > 0 && !_known.HaveAnyPair)
            return (new(NoticeKind.NilDeclaration, nil), null);
        if (ended.Count > 0 && _known.Gaining(ended) is { } gaining)
            return (new(NoticeKind.ChangeOfDesignation, gaining.Span), gaining);
        // Somebody takes its place, of whom nothing could be read.
        if ((ended.Count > 0 || _known.IsAnyGone) && Note.All(Concept.Successor, Note.Body).Any(s => !IsOfNobody(s)))
            return (null, null);
        if (ended.Count > 0)
            return (new(NoticeKind.Withdrawal, ended[0].Span), ended.Count == 1 ? ended[0] : null);
        return Staying();
    }

    // "No other is designated in its place."
    private bool IsOfNobody(Span successor) => Note.SentenceAt(successor.Start) is var sentence
        && (Nobody().IsMatch(Note.Plain[sentence.Start..successor.End])
            || Later().IsMatch(Note.Plain[successor.End..Math.Max(successor.End, sentence.End)]));

    // "Its successor will be notified in due course."
    [GeneratedRegex(
        @"\b(?:in due course|in due time|at a later date|later on|later|en temps (?:voulu|utile)|ulterieurement|plus tard|oportunamente|en su momento|mas adelante|posteriormente)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Later();

    [GeneratedRegex(
        @"\b(?:no (?:other|one|body|office|authority|successor|new)|nobody|none|not been|no se (?:ha )?(?:design|nombr|prev)\w{1,5}|ningun[ao]?|nadie|aucune?|personne|nul)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Nobody();

    private bool SpeaksOfAuthorities() =>
        _evidence.NamedPairs.Count > 0 || _evidence.HasFunction(Note.Whole) || _evidence.HasMatter(Note.Whole);

    // Nobody begins, and nobody is said to end in so many words.
    private (Found<NoticeKind>?, Found<string>?) Staying()
    {
        var subject = _known.Subject(_sender);
        if (_renaming.Words is { } words && _renaming.Record is { } renamed && !IsConfirmed())
            return (new(NoticeKind.ChangeOfDesignation, words), renamed);
        if (subject is not null && _known.Extended(subject.Value) is { } changed)
            return (new(NoticeKind.ChangeOfDesignation, changed), subject);
        if (_known.Gone() is { } gone)
            return (new(NoticeKind.Withdrawal, gone.Span), gone);
        if (Bases.Count > 0)
            return (new(NoticeKind.LegalBasisDeclaration, Bases[0].Span), null);
        if (Networks.Count > 0)
            return (new(NoticeKind.NetworkMembership, Networks[0].Span), HasValues() ? subject : null);
        if (Situation is { } situation && subject is not null)
            return (new(NoticeKind.TemporaryMeasure, situation.Span), subject);
        if (subject is null && Rows is [var first, ..] && HasValues())
            return (new(NoticeKind.ChangeOfContact, first.Record.Span, 0.8), first.Record);
        return subject is null ? (null, null) : (OfSubject(subject), subject);
    }

    // Where it is as it was, what it is part of is told, not changed.
    private bool IsConfirmed() => _renaming.Name is null && !_evidence.IsSaidOfKnown(ActKind.Moves)
        && Note.Has(Concept.Confirms, Note.Whole) && Note.Has(Concept.Unchanged, Note.Body) && !Note.Has(Concept.Effective, Note.Body);

    private Found<NoticeKind>? OfSubject(Found<string> subject)
    {
        if (HasValues())
            return new(NoticeKind.ChangeOfContact, subject.Span, 0.8);
        if (Note.Has(Concept.Confirms, Note.Whole) && Note.First(Concept.Unchanged, Note.Body) is { } unchanged)
            return new(NoticeKind.ConfirmationNoChange, unchanged);
        // Its articles are as they were, and so is how it is reached: what is said of its function is new.
        var function = Functions.Words.Select(c => _known.Bare.First(c, Note.Body)).FirstOrDefault(f => f is not null);
        return _evidence.Known.Count == 1 && function is { } span && Note.Has(Concept.Changed, Note.Whole)
            ? new(NoticeKind.ChangeOfDesignation, span, 0.7)
            : null;
    }

    private bool HasValues() => Phones.In(Note, Note.Body).Any() || Addresses.Emails(Note, Note.Body).Any()
        || Hours.In(Note, Note.Body).Count > 0 || Tongues.OfRequests(Note, Note.Body).Count > 0
        || Interpol.In(Note, Note.Body) is not null || ContactQuestions.In(Note).Any() || Addresses.Website(Note, Note.Body) is not null
        || (_known.Bare.Has(Concept.AddressLabel, Note.Body) && Note.Has(Concept.Changed, Note.Body))
        || _addresses.In(Note.Body, _evidence.Mentions.NamesOf(_evidence.Known is [var known, ..] ? known.Value : null)) is not null;
}
