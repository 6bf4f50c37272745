using Hub.Register.Log;

namespace Hub.Local.Publishing;

/// <summary>The editions that the hub has begun, and what can be done with one.</summary>
/// <param name="Status">FROZEN, PUBLISHED or DROPPED, by name.</param>
internal sealed record KnownEditions(IReadOnlyDictionary<EditionId, string> Status)
{
    public static async Task<KnownEditions> Of(HubClient hub) => new((await hub.Get("api/editions")).Required()["items"]!.AsArray()
        .ToDictionary(e => Parse((string)e!["edition"]!), e => (string)e!["status"]!));

    /// <summary>Reads a name.</summary>
    public static EditionId Parse(string name) => EditionId.TryParse(name, out var id)
        ? id
        : throw new CommandException($"--edition {name}: a name such as 2026/1, 2026/1/add.1 or 2026/1/rev.1 is wanted.", exitCode: 2);

    /// <summary>What it is at with an edition; null where it was never begun.</summary>
    public string? Of(EditionId edition) => Status.GetValueOrDefault(edition);

    /// <summary>The newest one that is published; null where there is none.</summary>
    public EditionId? Newest => Status.Where(e => e.Value == "PUBLISHED").Select(e => e.Key).Max();

    /// <summary>Why an edition cannot be published, in the words of the command line; what only the hub knows, the hub says.</summary>
    public CommandException? Refusal(EditionId edition, PublishOptions options)
    {
        if (Of(edition) is "DROPPED")
            return Dropped(edition, options);
        if (Of(edition) is not null)
            return null;
        if (Status.FirstOrDefault(e => e.Value == "FROZEN").Key is { } open)
            return new(
                $"Edition {open} is still being published, and one is published at a time.",
                $"See it through: {options.Command($"--edition {open} --follow")}\n"
                + $"or drop it:     {options.Command($"--edition {open} --drop REASON")}");
        if (edition.Kind != EditionKind.Revision && options.Reason is not null)
            return new($"Edition {edition} is no revision, and only a revision has a reason.", "Leave out --reason.", 2);
        return edition.Kind == EditionKind.Revision && string.IsNullOrWhiteSpace(options.Reason)
            ? new("A revision says why it takes the place of the edition before.", "Say it with --reason TEXT.", 2)
            : null;
    }

    // Its number is not used again; what took its place may be there already.
    private CommandException Dropped(EditionId edition, PublishOptions options)
    {
        var whole = edition.Kind != EditionKind.Addendum;
        var next = Next(edition.Regular, whole ? EditionKind.Revision : EditionKind.Addendum);
        var instead = options.Command($"--edition {next}{(whole ? " --reason TEXT" : "")}");
        var standing = Status.Where(e => e.Value == "PUBLISHED" && e.Key.Regular == edition.Regular && e.Key.Kind == EditionKind.Revision)
            .Select(e => e.Key).Max();
        return whole && standing is not null
            ? new(
                $"Edition {edition} was dropped; {standing} is published in its place.",
                $"What changed since: {options.Command($"--edition {Next(edition.Regular, EditionKind.Addendum)}")}\n"
                + $"If {standing} is faulty: {instead}")
            : new($"Edition {edition} was dropped, and its number is not used again.", $"What takes its place: {instead}");
    }

    private EditionId Next(EditionId regular, EditionKind kind) => regular with
    {
        Kind = kind,
        Number = Status.Keys.Where(k => k.Regular == regular && k.Kind == kind).Select(k => k.Number).DefaultIfEmpty(0).Max() + 1,
    };
}
