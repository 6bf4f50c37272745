using Hub.Local.Running;

namespace Hub.Local.Publishing;

/// <summary>What to publish, and what to show of it.</summary>
/// <param name="Edition">Its name; null for the present half-year's.</param>
/// <param name="Reason">Why a revision takes the place of the edition before.</param>
/// <param name="DryRun">Only the plan.</param>
/// <param name="Yes">Without asking whether it is to be sent.</param>
/// <param name="Drop">Why an edition that is frozen and not published is dropped; null where none is.</param>
/// <param name="Follow">Until every mail has had its turn.</param>
/// <param name="Resend">A reader whose mail is to be sent again, or <c>failed</c> for all whose failed; null for none.</param>
/// <param name="Folder">Where the hub's keys are.</param>
internal sealed record PublishOptions(
    string? Edition, string? Reason, bool DryRun, bool Yes, string? Drop, bool Follow, string? Resend, string Folder)
{
    public static PublishOptions Read(IReadOnlyList<string> args)
    {
        var given = new Arguments(args, ["--edition", "--reason", "--drop", "--resend", "--data"], ["--dry-run", "--yes", "--follow"]);
        return new(
            given.Text("--edition"), given.Text("--reason"), given.Has("--dry-run"), given.Has("--yes"), given.Text("--drop"),
            given.Has("--follow"), given.Text("--resend"),
            Path.GetFullPath(given.Text("--data") ?? UpOptions.DefaultFolder));
    }
}
