using Hub.Local.Running;
using Hub.Register.Log;

namespace Hub.Local.Publishing;

/// <summary>What to publish, and what to show of it.</summary>
/// <param name="Edition">Its name; null for the present half-year's.</param>
/// <param name="Reason">Why a revision takes the place of the edition before.</param>
/// <param name="DryRun">Only the plan.</param>
/// <param name="Yes">Without asking whether it is to be sent.</param>
/// <param name="Drop">Why an edition that is frozen and not published is dropped; null where none is.</param>
/// <param name="Follow">Until every mail has had its turn.</param>
/// <param name="Resend">Whose mail is to be sent again: an address, a State, a recipient's id, or <c>failed</c>; null for nobody's.</param>
/// <param name="Folder">Where the hub's keys are.</param>
internal sealed record PublishOptions(
    EditionId? Edition, string? Reason, bool DryRun, bool Yes, string? Drop, bool Follow, string? Resend, string Folder)
{
    /// <summary>The verb with these arguments, for the same hub.</summary>
    public string Command(string arguments) => Commands.On(Folder, $"./hub publish {arguments}");

    public static PublishOptions Read(IReadOnlyList<string> args)
    {
        var given = new Arguments(args, ["--edition", "--reason", "--drop", "--resend", "--data"], ["--dry-run", "--yes", "--follow"]);
        return new(
            given.Text("--edition") is { } name ? KnownEditions.Parse(name) : null,
            given.Text("--reason"), given.Has("--dry-run"), given.Has("--yes"), given.Text("--drop"),
            given.Has("--follow"), given.Text("--resend"),
            Path.GetFullPath(given.Text("--data") ?? UpOptions.DefaultFolder));
    }
}
