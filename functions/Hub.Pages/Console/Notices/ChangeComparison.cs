using Hub.Pages.Editions;
using Hub.Pages.Laws;
using Hub.Pages.Mail;
using Hub.Pages.Texts;
using Hub.Register.Contacts;
using Hub.Register.Json;
using Hub.Register.Laws;
using Hub.Register.Log;
using Hub.Register.Networks;
using Hub.Register.Records;

namespace Hub.Pages.Console.Notices;

/// <summary>What one change of a notice makes of the directory: field by field, what is now and what will be.</summary>
/// <param name="Headline">What happens to what.</param>
/// <param name="RecordId">The record; null where the change is about none.</param>
/// <param name="Rows">The fields.</param>
public sealed record ComparedChange(Phrase Headline, string? RecordId, IReadOnlyList<ChangeRow> Rows) : Confidential;

/// <summary>Puts changes of every kind side by side.</summary>
/// <param name="labels">The words.</param>
/// <param name="networks">The networks.</param>
/// <param name="day">Today.</param>
/// <param name="isDone">Whether the changes are made; otherwise they are still to be decided.</param>
internal sealed class ChangeComparison(Labels labels, NetworkCatalog networks, DateOnly day, bool isDone = false)
{
    private const string Names = "authorityName";
    private const string Status = "status";
    private readonly AuthorityFacts _facts = new(labels, day);
    private readonly LawFacts _laws = new(labels);
    private readonly ChangeWording _wording = new(labels, networks);

    /// <summary>A change.</summary>
    public ComparedChange Of(DirectoryChange change)
    {
        var told = _wording.TellAnyway(change);
        var rows = change switch
        {
            { Law: { } law } => Laws(change.LawBefore, law),
            { Before: null, After: null } => [.. told.Facts.Select(Told)],
            _ => Records(change),
        };
        return new(isDone ? told.Headline : _wording.ToCome(change), (change.After ?? change.Before)?.Id, rows);
    }

    /// <summary>Two versions of a record.</summary>
    public IReadOnlyList<ChangeRow> Of(Authority? before, Authority? after) =>
    [
        .. AuthorityFacts.Fields.Where(f => f != Status || EndsOrBegins(before, after))
            .Select(f => new ChangeRow(_facts.Label(f), Values(f, before), Values(f, after)))
            .Append(new(labels["Notice.Withheld"], Withheld(before), Withheld(after))).Where(IsChanged),
    ];

    /// <summary>Two versions of a law.</summary>
    public IReadOnlyList<ChangeRow> Laws(Law? before, Law after) =>
    [
        .. LawFacts.Fields.Select(f => new ChangeRow(_laws.Label(f), _laws.Values(f, before), _laws.Values(f, after)))
            .Append(new(labels["Office.Law.Source"], Source(before), Source(after)))
            .Append(new(labels["Office.Law.Confirmed"], Day(before?.LastConfirmed), Day(after.LastConfirmed))).Where(IsChanged),
    ];

    private IReadOnlyList<Phrase> Source(Law? law) => law is null ? [] : [labels.Of(law.Source)];

    // What is for the Secretariat alone changes too, and who decides sees it.
    private static List<Phrase> Withheld(Authority? record) => record is null
        ? []
        : [
            .. record.Secretariat.ContactPerson is { } person ? [$"{person.Name}, {person.Office}".TrimEnd(',', ' ')] : Array.Empty<Phrase>(),
            .. (record.Secretariat.PersonalPhones ?? []).Select(p => (Phrase)TelephoneNumbers.Shown(p.Number)),
            .. record.Secretariat.UrgentPhone is { } urgent ? [TelephoneNumbers.Shown(urgent.Number)] : Array.Empty<Phrase>(),
        ];

    // That a record was amended or confirmed is what the other rows say.
    private static bool EndsOrBegins(Authority? before, Authority? after) => Standing(before) != Standing(after);

    private static RecordStatus? Standing(Authority? record) =>
        record?.Upkeep.Status is RecordStatus.Withdrawn or RecordStatus.NonConfirmed ? record.Upkeep.Status : null;

    private List<ChangeRow> Records(DirectoryChange change)
    {
        var rows = Of(change.Before, change.After).ToList();
        // That nothing changes is what a confirmation says.
        if (rows.Count == 0 && change.Event.Type == EventType.AuthorityConfirmed)
            rows.Add(new(
                labels["Edition.LastConfirmed"], Day(change.Before?.Upkeep.LastConfirmedOn), Day(change.After?.Upkeep.LastConfirmedOn)));
        return rows;
    }

    private IReadOnlyList<Phrase> Values(string field, Authority? record) => record switch
    {
        null => [],
        _ when field == Names => [.. record.Restricted.AuthorityName.Select(n => (Phrase)$"{n.Value} ({n.Key})")],
        _ => _facts.Values(field, new(record.Id, record.Version, record.Public, record.Restricted, record.Upkeep)),
    };

    private static bool IsChanged(ChangeRow row) =>
        !row.Before.Select(p => p.ToText(false)).SequenceEqual(row.After.Select(p => p.ToText(false)));

    private static ChangeRow Told(Fact fact) => new(fact.Label, [], fact.Values);

    private IReadOnlyList<Phrase> Day(DateTimeOffset? day) =>
        day is { } known ? [labels.Day(DateOnly.FromDateTime(known.UtcDateTime))] : [];
}
