using Hub.Delivery.Confirmations;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Delivery.Editions.Planning;

/// <summary>What would be published, who would get it, when that would be done, and what is wrong: nothing is kept or sent.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="CutOff">The day it would be closed.</param>
/// <param name="Sequence">The last event it would take in.</param>
/// <param name="Previous">The edition against which changes would be told.</param>
/// <param name="Authorities">How many authorities it would list.</param>
/// <param name="States">How many States have one.</param>
/// <param name="Changes">How many things came, changed or went.</param>
/// <param name="Files">Its files.</param>
/// <param name="ByLanguage">How many recipients would get it in which language.</param>
/// <param name="InDigests">How many of them with their next digest, later than the forecast says.</param>
/// <param name="WithLink">When a mail with a link would have gone to all of them.</param>
/// <param name="WithDirectory">When a mail with the directory itself, in the recipient's language, would have.</param>
/// <param name="Problems">What is wrong; it can be published all the same.</param>
/// <param name="LeftOut">What could not be written in which files, and would be left out of them.</param>
public sealed record EditionPlan(
    EditionId Edition, DateOnly CutOff, long Sequence, EditionId? Previous, int Authorities, int States, int Changes,
    IReadOnlyList<ManifestEntry> Files, IReadOnlyList<RecipientCount> ByLanguage, int InDigests,
    SendingForecast WithLink, SendingForecast WithDirectory, IReadOnlyList<PlanProblem> Problems, IReadOnlyList<LeftOutThing> LeftOut)
{
    /// <summary>How many recipients would get a mail.</summary>
    public int Recipients { get; init; }

    /// <summary>By what the edition is published as planned; absent where it is frozen already.</summary>
    public EditionConfirmation? Confirmation { get; init; }
}

/// <summary>How many recipients read a language.</summary>
/// <param name="Language">The language.</param>
/// <param name="Recipients">The number.</param>
public sealed record RecipientCount(Language Language, int Recipients);

/// <summary>Something wrong that is better mended before an edition is published.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Title">In words.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Ids">Records or States: the first of them.</param>
public sealed record PlanProblem(PlanProblemKind Kind, string Title, int Count, IReadOnlyList<string> Ids);

/// <summary>What can be wrong before an edition is published.</summary>
public enum PlanProblemKind
{
    /// <summary>An authority has no functional mailbox: it gets no edition.</summary>
    AuthorityWithoutAddress,

    /// <summary>A State has authorities, but no mission of it is told.</summary>
    StateWithoutMission,

    /// <summary>A record was not confirmed for fifteen months.</summary>
    NotConfirmed,

    /// <summary>A recipient's address bounced: it gets no edition.</summary>
    AddressBounced,

    /// <summary>A State has no name in a language, and is shown in English there.</summary>
    NameMissing,

    /// <summary>A field is longer than a cell of a workbook may be, and is cut there.</summary>
    TooLongForWorkbook,

    /// <summary>A record, or something else, cannot be written in a file of the edition, and is left out there.</summary>
    CannotBeWritten,
}

/// <summary>Plans an edition.</summary>
/// <param name="renderer">Makes the files, to know their sizes.</param>
/// <param name="limits">What mailboxes may send.</param>
/// <param name="clock">Tells how long making them takes.</param>
public sealed class EditionPlanner(IEditionRenderer renderer, SendingLimits limits, TimeProvider clock)
{
    /// <summary>The bytes of a mail that only links to the edition.</summary>
    public const int BytesOfALink = 30_000;

    private const int MostIds = 50;
    private const int LongestCell = 32_767;

    /// <summary>
    /// The plan of an edition for an audience. The mails begin when the files are made, which takes as long as making them here.
    /// </summary>
    public EditionPlan Of(Edition edition, EditionChanges changes, Audience audience)
    {
        var directory = ManifestEntry.Of(new(EditionService.DirectoryFile, "application/json", edition.ToBytes()));
        var leftOut = new List<LeftOut>();
        List<ManifestEntry> files = [directory, .. renderer.Render(edition, changes, leftOut.Add).Select(ManifestEntry.Of)];
        var things = LeftOutThing.Of(leftOut);
        var made = clock.GetUtcNow();
        // Base64 makes four bytes of three.
        var attached = files.Where(f => f.Name.EndsWith(".html", StringComparison.Ordinal))
            .Select(f => f.Bytes).DefaultIfEmpty(0).Max() * 4 / 3;
        return new(
            edition.Id, edition.CutOff, edition.Sequence, edition.Previous, edition.Authorities(), edition.StatesWithAuthorities(),
            changes.Changes.Count, files,
            [.. audience.Recipients.CountBy(r => r.Language).OrderBy(c => c.Key).Select(c => new RecipientCount(c.Key, c.Value))],
            audience.InDigests,
            SendingForecast.Of(audience.Mailboxes, BytesOfALink, made, limits),
            SendingForecast.Of(audience.Mailboxes, BytesOfALink + attached, made, limits),
            [.. Unwritten(things), .. Problems(edition, audience)], things)
        {
            Recipients = audience.CountTold(),
        };
    }

    private static IEnumerable<PlanProblem> Unwritten(IReadOnlyList<LeftOutThing> things) => things.Count == 0 ? [] :
    [
        Problem(PlanProblemKind.CannotBeWritten, "Cannot be written in some files, and would be left out of them: see 'leftOut'.",
            things.Select(t => t.Id is { Length: > 0 } id ? id : t.State?.Value ?? t.Files[0])),
    ];

    private static IEnumerable<PlanProblem> Problems(Edition edition, Audience audience)
    {
        var authorities = edition.States.SelectMany(s => s.Authorities).ToList();
        var missions = audience.Recipients.Where(r => r.RecordId() is null).Select(r => r.State).ToHashSet();
        return new[]
        {
            Problem(PlanProblemKind.AuthorityWithoutAddress, "Authorities without a functional mailbox: they get no edition.",
                authorities.Where(a => a.Restricted.Emails?.Any(e => e is { Functional: true }) != true).Select(a => a.RecordId)),
            Problem(PlanProblemKind.StateWithoutMission, "States with authorities whose mission is not among the subscribers.",
                edition.States.Where(s => s is { Authorities.Count: > 0, IsJurisdiction: false } && !missions.Contains(s.State))
                    .Select(s => s.State.Value)),
            Problem(PlanProblemKind.AddressBounced, "Recipients whose address bounced: they get no edition until it is mended.",
                audience.Bounced),
            Problem(PlanProblemKind.NotConfirmed, "Records that were not confirmed for 15 months.",
                authorities.Where(a => UpkeepPolicy.IsUnconfirmed(a.Upkeep, edition.CutOff)).Select(a => a.RecordId)),
            Problem(PlanProblemKind.NameMissing, "States without a name in one of the languages: they are shown in English there.",
                edition.States.Where(s => Enum.GetValues<Language>().Any(l => !s.Names.ContainsKey(l.Code()))).Select(s => s.State.Value)),
            Problem(PlanProblemKind.TooLongForWorkbook, "Records with a field longer than a cell of a workbook may be: it is cut there.",
                authorities.Where(a => LongTexts(a.Restricted).Any(t => t?.Length > LongestCell)).Select(a => a.RecordId)),
        }.Where(p => p.Count > 0);
    }

    private static string?[] LongTexts(AuthorityRestricted r) => [r.Comments, r.LegalSummary, r.TreatiesList, r.AlternativeArrangements];

    private static PlanProblem Problem(PlanProblemKind kind, string title, IEnumerable<string> ids)
    {
        var all = ids.ToList();
        return new(kind, title, all.Count, [.. all.Take(MostIds)]);
    }
}
