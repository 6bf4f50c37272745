using System.Text.RegularExpressions;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Register.Text;

namespace Hub.Notices.Recipients;

/// <summary>A mission or another office as somebody sets it.</summary>
/// <param name="State">Its State.</param>
/// <param name="Address">Its functional mailbox.</param>
/// <param name="Language">The language it reads.</param>
/// <param name="Name">How it is addressed.</param>
/// <param name="Role">The office it is, where it writes to the hub.</param>
/// <param name="Domains">The domains whose every mailbox may write for it.</param>
public sealed record SubscriberDraft(
    StateCode State, string Address, Language Language, string Name, OfficeRole Role = OfficeRole.Mission,
    IReadOnlyList<string>? Domains = null) : Confidential
{
    /// <summary>What is set of a recipient.</summary>
    public static SubscriberDraft Of(Recipient recipient) => new(
        recipient.State, recipient.Address, recipient.Language, recipient.Name, recipient.Role, recipient.Domains);

    /// <summary>Whether two say the same.</summary>
    public bool Says(SubscriberDraft other) =>
        this with { Domains = null } == other with { Domains = null } && (Domains ?? []).SequenceEqual(other.Domains ?? []);
}

/// <summary>How setting a mission ended.</summary>
public abstract record SubscriberResult
{
    /// <summary>It is kept.</summary>
    /// <param name="Recipient">As it is now.</param>
    public sealed record Saved(Recipient Recipient) : SubscriberResult;

    /// <summary>There is no such State.</summary>
    public sealed record NoState : SubscriberResult;

    /// <summary>Its address is another State's.</summary>
    /// <param name="Other">Who has it.</param>
    public sealed record AnothersAddress(Recipient Other) : SubscriberResult;

    /// <summary>Somebody else has set it meanwhile.</summary>
    public sealed record Moved : SubscriberResult;

    /// <summary>A field of it is wrong.</summary>
    /// <param name="Problems">The problems.</param>
    public sealed record Wrong(IReadOnlyList<Problem> Problems) : SubscriberResult;
}

/// <summary>Sets the permanent missions that are told of changes by mail.</summary>
public sealed partial class SubscriberService(
    ISubscriberStore subscribers, RecipientDirectory directory, IRegisterStore register, StateCatalog states, TimeProvider clock)
{
    private const int MostTries = 10;

    /// <summary>All of them.</summary>
    public Task<IReadOnlyList<Recipient>> List(CancellationToken cancel) => subscribers.List(cancel);

    /// <summary>Sets one, known or new. Where it cannot be, nothing is kept.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="draft">As it is to be.</param>
    /// <param name="person">Who sets it.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="seen">As whoever sets it saw it; null for whatever it is.</param>
    /// <param name="reason">Why, as that person writes; null where nobody asks.</param>
    public async Task<SubscriberResult> Save(
        string id, SubscriberDraft draft, string person, CancellationToken cancel, Recipient? seen = null, string? reason = null)
    {
        SubscriberResult result = new SubscriberResult.Moved();
        for (var i = 0; i < MostTries && result is SubscriberResult.Moved; i++)
        {
            var all = await subscribers.List(cancel);
            if (seen is not null && !IsSeen(all.FirstOrDefault(s => s.Id == id), seen))
                return result;
            result = await Keep(id, draft, person, all, cancel, reason);
        }
        return result;
    }

    /// <summary>Adds one under an id that no other has, whoever else adds one; one that is set so already stays as it is.</summary>
    public async Task<SubscriberResult> Add(SubscriberDraft draft, string person, CancellationToken cancel)
    {
        SubscriberResult result = new SubscriberResult.Moved();
        for (var i = 0; i < MostTries && result is SubscriberResult.Moved; i++)
        {
            var all = await subscribers.List(cancel);
            // Sent twice, it is there already.
            result = all.FirstOrDefault(r => SubscriberDraft.Of(r).Says(draft)) is { } known
                ? new SubscriberResult.Saved(known)
                : await Keep(NewId(draft, all), draft, person, all, cancel);
        }
        return result;
    }

    /// <summary>Sets some, each as long as it is what was read.</summary>
    /// <param name="drafts">As they are to be, by their ids.</param>
    /// <param name="all">All, as they were read.</param>
    /// <param name="person">Who sets them.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<SubscriberResult>> SaveAll(
        IEnumerable<(string Id, SubscriberDraft Draft)> drafts, IReadOnlyList<Recipient> all, string person, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        var (known, results) = (all.ToList(), new List<SubscriberResult>());
        foreach (var (id, draft) in drafts)
        {
            var result = await Keep(id, draft, person, known, cancel);
            results.Add(result);
            // What comes after is checked with it.
            if (result is SubscriberResult.Saved(var saved))
                known = [.. known.Where(r => r.Id != id), saved];
        }
        return results;
    }

    private async Task<SubscriberResult> Keep(
        string id, SubscriberDraft draft, string person, IReadOnlyList<Recipient> all, CancellationToken cancel, string? reason = null)
    {
        if (Check(id, draft, all) is { } refused)
            return refused;
        var known = all.FirstOrDefault(s => s.Id == id);
        var sent = new Recipient(id, draft.State, draft.Address, draft.Language, draft.Name, known?.Since ?? 0)
        {
            Role = draft.Role, Domains = draft.Domains,
        }.Set(known, person, reason, clock.GetUtcNow());
        // Should the address be the old one again some day, its old links still open nothing. First, for a crash in between ends too many.
        if (known is not null && known.Address != sent.Address)
            await directory.EndLinks(id, cancel);
        var kept = known is null ? await Begin(sent, cancel) : await subscribers.Save(sent, known, cancel) ? sent : null;
        return kept is null ? new SubscriberResult.Moved() : new SubscriberResult.Saved(kept);
    }

    private static bool IsSeen(Recipient? now, Recipient seen) =>
        now is not null && SubscriberDraft.Of(now).Says(SubscriberDraft.Of(seen));

    /// <summary>Why one cannot be set so; null where it can.</summary>
    public SubscriberResult? Check(string id, SubscriberDraft draft, IEnumerable<Recipient> all)
    {
        if (!states.Contains(draft.State))
            return new SubscriberResult.NoState();
        if (!IsOwnId(id))
            return new SubscriberResult.Wrong([Problem.Refuse(ProblemCode.F03, "/id", $"mission-{draft.State}")]);
        // What comes from there would be nobody's: which State writes could not be told.
        if (all.FirstOrDefault(o =>
            o.Id != id && o.State != draft.State && o.Address.Equals(draft.Address, StringComparison.OrdinalIgnoreCase)) is { } other)
            return new SubscriberResult.AnothersAddress(other);
        // What is put here stands in the head of a mail.
        var problems = new List<Problem>();
        MailHeads.Check(draft.Address, "/address", draft.Name, "/name", problems);
        problems.AddRange((draft.Domains ?? []).Select((domain, i) => (domain, i)).Where(d => DomainName.Ascii(d.domain) is null)
            .Select(d => Problem.Refuse(ProblemCode.F03, $"/domains/{d.i}", "justice.example")));
        return problems.Count > 0 ? new SubscriberResult.Wrong(problems) : null;
    }

    // Ids with these beginnings are those of offices that the register has, and of partners: who had one would be taken for them.
    private static bool IsOwnId(string id) => SubscriberId().IsMatch(id)
        && !id.StartsWith(Recipient.AuthorityPrefix, StringComparison.OrdinalIgnoreCase)
        && !id.StartsWith("partner", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9-]{0,63}\z", RegexOptions.NonBacktracking)]
    private static partial Regex SubscriberId();

    /// <summary>An id for a new one, which no other has.</summary>
    public static string NewId(SubscriberDraft draft, IEnumerable<Recipient> all)
    {
        var id = $"{(draft.Role == OfficeRole.Authority ? "office" : draft.Role.Code().ToLowerInvariant())}-{draft.State}";
        var taken = all.Select(r => r.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? id : $"{id}-{n}").First(i => !taken.Contains(i));
    }

    // Kept first and dated after: a round that begins in between counts the recipient in, so that no event is missed.
    private async Task<Recipient?> Begin(Recipient recipient, CancellationToken cancel)
    {
        var first = recipient with { Since = (await register.Read(TimeSpan.Zero, cancel)).Head.Sequence };
        if (!await subscribers.Save(first, null, cancel))
            return null;
        var dated = recipient with { Since = (await register.Read(TimeSpan.Zero, cancel)).Head.Sequence };
        // Set by somebody else since, it is told from a little earlier on.
        return await subscribers.Save(dated, first, cancel) ? dated : first;
    }
}
