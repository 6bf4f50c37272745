using Hub.Pages.Laws;
using Hub.Pages.Texts;
using Hub.Register.Laws;
using Hub.Register.Log;
using Hub.Register.Networks;
using Hub.Register.Records;

namespace Hub.Pages.Mail;

/// <summary>Tells one change in a sentence and its facts.</summary>
internal sealed class ChangeWording(Labels labels, NetworkCatalog networks)
{
    private readonly RecordValues _values = new(labels);
    private readonly LawFacts _laws = new(labels);

    /// <summary>The change in words.</summary>
    public ChangeEntry Tell(DirectoryChange change) =>
        new(Headline(change), [.. Facts(change).Where(f => f.Values.Count > 0)]);

    // Who is still competent is not told to be so no more: requests would stop going there, or go where nobody takes them yet.
    private Phrase Headline(DirectoryChange change) => change.Event.Type == EventType.AuthorityWithdrawn
        && Last(change) is { } last && last >= DateOnly.FromDateTime(change.Event.Time.UtcDateTime)
            ? labels.Say("Mail.Withdrawn.Later", About(change), labels.Day(last))
            : labels.Say($"{nameof(EventType)}.{change.Event.Type}", About(change));

    /// <summary>What a change does, in a sentence, before it is decided.</summary>
    public Phrase ToCome(DirectoryChange change) => labels.Say($"Will.{change.Event.Type}", About(change));

    /// <summary>
    /// The change in words; where its record cannot be told, what the log says of it. One record must not hold up the mails to everybody.
    /// </summary>
    public ChangeEntry TellAnyway(DirectoryChange change)
    {
        try
        {
            return Tell(change);
        }
        catch (Exception e) when (e is not OutOfMemoryException && change is not { Before: null, After: null, Law: null })
        {
            return Tell(change with { Before = null, After = null, Law = null, LawBefore = null });
        }
    }

    private Phrase About(DirectoryChange change) => change.Event.Facts switch
    {
        { Pair: { } pair } => labels.Pair(pair),
        { LegalBasis: { } declared } => labels.Of(declared.Instrument),
        { Network: { } id } => networks.TryFind(id, out var network) ? network.NameIn(labels.Language) : id,
        { LawId: { } id } => change.Law?.Title(labels.Language) ?? id,
        var facts => (change.After ?? change.Before)?.Name(labels.Language)
            ?? facts.RecordId
            ?? facts.Edition?.ToString()
            ?? change.Event.State?.Value
            ?? "",
    };

    private IEnumerable<Fact> Facts(DirectoryChange change) => change.Event.Type switch
    {
        EventType.AuthorityDesignated => RecordValues.Shown.Select(f => new Fact(labels.Field(f), _values.Of(f, change.After))),
        EventType.AuthorityAmended => [Concerns(change), .. Changed(change)],
        EventType.AuthorityConfirmed => [Concerns(change)],
        EventType.AuthorityWithdrawn => [Concerns(change), LastDay(change)],
        EventType.TemporaryNoticeAnnounced => [Concerns(change), Notices(change)],
        EventType.NilDeclared => [],
        EventType.LegalBasisDeclared => Declared(change.Event.Facts.LegalBasis!),
        EventType.MembershipChanged => Membership(change.Event.Facts),
        EventType.LawPublished => Law(change),
        EventType.EditionPublished or EventType.DataErased => [],
    };

    private Fact Concerns(DirectoryChange change)
    {
        var matters = (change.Event.Facts.Matters ?? []).Select(labels.Of);
        var instruments = (change.Event.Facts.Instruments ?? []).Select(labels.Of);
        return new(labels["Mail.Matters"], [.. new[] { matters, instruments }.Where(words => words.Any()).Select(Listed)]);
    }

    private IEnumerable<Fact> Changed(DirectoryChange change)
    {
        var changed = change.Event.Facts.Changed ?? [];
        // Without the record, only what the log says can be told.
        var shown = change.After is null ? [] : RecordValues.Shown.Where(changed.Contains).ToList();
        foreach (var field in shown)
            yield return new(labels.Field(field), [Value("Mail.Was", field, change.Before), Value("Mail.Is", field, change.After)]);
        var others = changed.Except(shown).Select(labels.Field).Order(labels.Order).ToList();
        yield return new(labels["Mail.Others"], others.Count == 0 ? [] : [Listed(others)]);
    }

    private Phrase Value(string key, string field, Authority? record) =>
        labels.Say(key, _values.Of(field, record) is { Count: > 0 } lines ? Phrase.Join(" | ", lines) : labels["Mail.Nothing"]);

    private Fact LastDay(DirectoryChange change) => new(labels["Mail.LastDay"], Last(change) is { } last ? [labels.Day(last)] : []);

    private static DateOnly? Last(DirectoryChange change) => change.After?.Restricted.Designations.Max(d => d.EffectiveTo);

    private Fact Notices(DirectoryChange change)
    {
        var known = change.Before?.Restricted.TemporaryNotices ?? [];
        return new(labels["Mail.Notice"], [.. (change.After?.Restricted.TemporaryNotices ?? []).Except(known).Select(Notice)]);
    }

    private Phrase Notice(TemporaryNotice notice) =>
        Phrase.Join(labels["List.Long"], [labels.Temporary(notice.Kind), labels.Period(notice.From, notice.To)!, notice.Text]);

    private IEnumerable<Fact> Declared(LegalBasis declared) =>
    [
        new(labels["Mail.Declared"], [labels.Of(declared.Value)]),
        new(labels["Mail.DeclaredOn"], declared.DeclaredOn is { } day ? [labels.Day(day)] : []),
    ];

    // Of a new law what it is; of a new version what changed, as of a record.
    private IEnumerable<Fact> Law(DirectoryChange change)
    {
        var changed = change.Event.Facts.Changed;
        foreach (var field in LawFacts.Fields.Where(f => changed?.Contains(f) ?? f != "listed"))
            yield return changed is null
                ? new(_laws.Label(field), _laws.Values(field, change.Law))
                : new(_laws.Label(field), [LawValue("Mail.Was", field, change.LawBefore), LawValue("Mail.Is", field, change.Law)]);
        if (change.Law is { Source: LawSource.SecretariatFound } found && found.ObjectionsUntil() is { } until)
            yield return new(labels.Of(found.Source), [labels.Say("Law.Object", labels.Day(until))]);
    }

    private Phrase LawValue(string key, string field, LawContent? law) =>
        labels.Say(key, _laws.Values(field, law) is { Count: > 0 } lines ? Phrase.Join(" | ", lines) : labels["Mail.Nothing"]);

    private IEnumerable<Fact> Membership(EventFacts facts) =>
    [
        new(labels["Mail.Role"], facts.Role is { } role ? [labels.Of(role)] : []),
        new(labels["Mail.Validity"], labels.Period(facts.ValidFrom, facts.ValidTo) is { } period ? [period] : []),
    ];

    private Phrase Listed(IEnumerable<string> words) => Phrase.Join(labels["List"], words.Select(w => (Phrase)w));
}
