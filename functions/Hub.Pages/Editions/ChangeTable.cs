using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Delivery.Editions;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Editions;

/// <summary>The changes of a State, for people.</summary>
/// <param name="State">Its name.</param>
/// <param name="Changes">What changed.</param>
public sealed record StateChanges(string State, IReadOnlyList<ChangeRows> Changes) : Confidential;

/// <summary>One thing that came, changed or went.</summary>
/// <param name="Headline">What happened to what.</param>
/// <param name="Rows">Field by field, the value before and the value now.</param>
public sealed record ChangeRows(Phrase Headline, IReadOnlyList<ChangeRow> Rows) : Confidential;

/// <summary>A field.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Before">Its value before, a line for each part.</param>
/// <param name="After">Its value now.</param>
public sealed record ChangeRow(string Label, IReadOnlyList<Phrase> Before, IReadOnlyList<Phrase> After) : Confidential;

/// <summary>Puts the changes between two editions into words, State by State in the language's order.</summary>
internal sealed class ChangeTable
{
    private readonly Labels _labels;
    private readonly Edition _edition;
    private readonly AuthorityFacts _facts;
    private readonly SortedDictionary<UnitKey, JsonObject> _units;

    private ChangeTable(Edition edition, Labels labels)
    {
        (_edition, _labels, _facts) = (edition, labels, new(labels, edition.CutOff));
        _units = EditionUnits.Of(edition.States);
    }

    /// <summary>The changes; none where the edition is the first.</summary>
    public static IReadOnlyList<StateChanges> Of(Edition edition, EditionChanges changes, Labels labels)
    {
        if (changes.Previous is null)
            return [];
        var table = new ChangeTable(edition, labels);
        return
        [
            .. changes.Changes.GroupBy(c => c.State)
                .Select(g => new StateChanges(table.Name(g), [.. g.Select(table.Rows).OfType<ChangeRows>()]))
                .Where(s => s.Changes.Count > 0).OrderBy(s => s.State, labels.Order),
        ];
    }

    private string Name(IGrouping<StateCode, EditionChange> changes) =>
        _edition.States.FirstOrDefault(s => s.State == changes.Key)?.Name(_labels.Language)
        ?? (string?)changes.Where(c => c.Subject == EditionSubject.State).SelectMany(c => c.Fields)
            .FirstOrDefault(f => f.Field == "names")?.Old?[_labels.Language.Code()]
        ?? changes.Key.Value;

    private ChangeRows? Rows(EditionChange change)
    {
        var now = _units.GetValueOrDefault(new(change.State, change.Subject, change.Id));
        var before = Before(now, change);
        var rows = change.Subject == EditionSubject.Authority ? Fields(change, before, now) : Whole(change, before, now);
        return rows.Count == 0
            ? null
            : new(_labels.Say(Happened(change), About(change.Subject, (now ?? before)!)), rows);
    }

    private static string Happened(EditionChange change) =>
        change.Came() ? "Edition.Came" : change.Went() ? "Edition.Went" : "Edition.Changed";

    private static JsonObject? Before(JsonObject? now, EditionChange change)
    {
        if (change.Came())
            return null;
        var before = (JsonObject?)now?.DeepClone() ?? [];
        foreach (var field in change.Fields)
        {
            before.Remove(field.Field);
            if (field.Old is not null)
                before[field.Field] = field.Old.DeepClone();
        }
        return before;
    }

    // Of what came or went the edition itself says the rest.
    private List<ChangeRow> Fields(EditionChange change, JsonObject? before, JsonObject? now)
    {
        var fields = change.Came() || change.Went() ? ["designations"] : change.Fields.Select(f => f.Field).ToList();
        return
        [
            .. AuthorityFacts.Fields.Where(fields.Contains).Select(f => new ChangeRow(_facts.Label(f), Values(f, before), Values(f, now))),
        ];
    }

    private IReadOnlyList<Phrase> Values(string field, JsonObject? unit) => (unit, field) switch
    {
        (null, _) => [],
        (_, "authorityName") => [.. ((JsonObject)unit["authorityName"]!).Select(n => (Phrase)$"{n.Value} ({n.Key})")],
        _ => _facts.Values(field, EditionUnits.Authority(unit)),
    };

    private List<ChangeRow> Whole(EditionChange change, JsonObject? before, JsonObject? now)
    {
        var (old, @new) = (Summary(change.Subject, before), Summary(change.Subject, now));
        // A State that comes or goes is told by what it brings or takes with it.
        var isOnlyThere = change.Subject == EditionSubject.State && (old is null || @new is null);
        return isOnlyThere || old?.ToText(false) == @new?.ToText(false)
            ? []
            : [new(_labels.Of(change.Subject), Lines(old), Lines(@new))];
    }

    private Phrase About(EditionSubject subject, JsonObject unit) => subject switch
    {
        EditionSubject.Authority => EditionUnits.Authority(unit).Restricted.NameIn(_labels.Language.Code()),
        EditionSubject.Membership => Read<EditionMembership>(unit).Name,
        EditionSubject.State or EditionSubject.LegalBasis or EditionSubject.NilDeclaration => _labels.Of(subject),
    };

    private Phrase? Summary(EditionSubject subject, JsonObject? unit) => unit is null ? null : subject switch
    {
        EditionSubject.State => (string?)unit["names"]?[_labels.Language.Code()] ?? (string?)unit["names"]?["en"] ?? "",
        EditionSubject.LegalBasis => StateFactsText.Of(Read<LegalBasis>(unit), _labels),
        EditionSubject.NilDeclaration => StateFactsText.Of(Read<NilDeclaration>(unit), _labels),
        EditionSubject.Membership => StateFactsText.Of(Read<EditionMembership>(unit), _labels),
        EditionSubject.Authority => throw new NotSupportedException("Authorities are told field by field."),
    };

    private static IReadOnlyList<Phrase> Lines(Phrase? phrase) => phrase is null ? [] : [phrase];

    private static T Read<T>(JsonObject unit) => unit.Deserialize<T>(HubJson.Options)!;
}
