using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Notices.Recipients;

/// <summary>What a line of a table would do.</summary>
public enum ImportEffect
{
    /// <summary>A new office.</summary>
    Added,

    /// <summary>An office that is there is set otherwise.</summary>
    Changed,

    /// <summary>Nothing.</summary>
    Same,

    /// <summary>It cannot be taken.</summary>
    Refused,
}

/// <summary>A line of a table of missions, and what it would do.</summary>
/// <param name="Line">Its number, the head being the first.</param>
/// <param name="Effect">What it would do.</param>
/// <param name="Id">Whom it is about.</param>
/// <param name="Now">As that is set; null of a new one.</param>
/// <param name="Draft">As it would be; null where the line cannot be read.</param>
/// <param name="Wrong">The columns that cannot be taken.</param>
public sealed record ImportLine(
    int Line, ImportEffect Effect, string Id, SubscriberDraft? Now, SubscriberDraft? Draft, IReadOnlyList<string> Wrong) : Confidential;

/// <summary>Reads tables of missions, and finds out what they would change. Who is not in a table stays as it is.</summary>
public sealed class SubscriberImport(SubscriberService subscribers, StateCatalog states)
{
    /// <summary>The columns, as an export writes them.</summary>
    public static readonly IReadOnlyList<string> Columns = ["id", "state", "role", "name", "address", "language", "domains"];

    /// <summary>What a table would do, line by line; null where its first line does not name the columns.</summary>
    /// <param name="rows">Its lines.</param>
    /// <param name="all">The missions that there are.</param>
    public IReadOnlyList<ImportLine>? Of(IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<Recipient> all)
    {
        if (rows.Count == 0)
            return null;
        var head = rows[0].Select(c => c.Trim().ToLowerInvariant()).ToList();
        if (!Columns.Where(c => c is not ("id" or "role" or "domains")).All(head.Contains))
            return null;
        var (lines, known) = (new List<ImportLine>(), all.ToList());
        for (var row = 1; row < rows.Count; row++)
        {
            var cells = Columns.ToDictionary(c => c, c => rows[row].ElementAtOrDefault(head.IndexOf(c))?.Trim() ?? "");
            var line = Line(row + 1, cells, known);
            lines.Add(line);
            // What comes after is checked as if this were done.
            if (line is { Effect: ImportEffect.Added or ImportEffect.Changed, Draft: { } draft })
            {
                known.RemoveAll(r => r.Id == line.Id);
                known.Add(new(line.Id, draft.State, draft.Address, draft.Language, draft.Name, 0)
                {
                    Role = draft.Role, Domains = draft.Domains,
                });
            }
        }
        return lines;
    }

    private ImportLine Line(int number, Dictionary<string, string> cells, IReadOnlyList<Recipient> known)
    {
        var wrong = new List<string>();
        if (!states.TryFind(cells["state"], out var state, out _))
            wrong.Add("state");
        if (!Codes.TryParse<Language>(cells["language"], out var language))
            wrong.Add("language");
        var role = OfficeRole.Mission;
        if (cells["role"].Length > 0 && !Codes.TryParse(cells["role"].ToUpperInvariant(), out role))
            wrong.Add("role");
        var now = known.FirstOrDefault(r => r.Id == cells["id"]);
        if (now is null && cells["id"].Length > 0)
            wrong.Add("id");
        if (wrong.Count > 0)
            return new(number, ImportEffect.Refused, cells["id"], null, null, wrong);
        var domains = cells["domains"].Split([' ', ',', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        var draft = new SubscriberDraft(
            state!.Alpha3, cells["address"], language, cells["name"], role, domains.Length == 0 ? null : domains);
        // A table that was taken once is the same the second time.
        now ??= known.FirstOrDefault(r => SubscriberDraft.Of(r).Says(draft));
        var id = now?.Id ?? SubscriberService.NewId(draft, known);
        var before = now is null ? null : SubscriberDraft.Of(now);
        return subscribers.Check(id, draft, known) is { } refused
            ? new(number, ImportEffect.Refused, id, before, draft, WrongIn(refused))
            : new(number, Effect(before, draft), id, before, draft, []);
    }

    private static ImportEffect Effect(SubscriberDraft? before, SubscriberDraft draft) =>
        before is null ? ImportEffect.Added : before.Says(draft) ? ImportEffect.Same : ImportEffect.Changed;

    private static IReadOnlyList<string> WrongIn(SubscriberResult refused) => refused switch
    {
        SubscriberResult.Wrong(var problems) => [.. problems.Select(p => p.Field!.Split('/')[1]).Distinct()],
        SubscriberResult.AnothersAddress => ["address"],
        _ => ["state"],
    };
}
