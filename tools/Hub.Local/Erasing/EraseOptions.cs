using Hub.Local.Running;

namespace Hub.Local.Erasing;

/// <summary>What to erase, and on which hub.</summary>
/// <param name="Request">A file with the request as the API takes it, or <c>-</c> for the standard input.</param>
/// <param name="Confirm">The confirmation of a plan that was looked at; null for the plan.</param>
/// <param name="Show">An erasure whose state is asked for.</param>
/// <param name="Hub">The hub; null for the one that runs on this machine.</param>
/// <param name="Folder">Where that hub's keys are.</param>
internal sealed record EraseOptions(string? Request, string? Confirm, string? Show, Uri? Hub, string Folder)
{
    /// <summary>The verb with these arguments, for the same hub.</summary>
    public string Command(string arguments) =>
        Hub is { } hub
            ? $"./hub erase --hub {Commands.Quoted(hub.ToString())} {arguments}"
            : Commands.On(Folder, $"./hub erase {arguments}");

    public static EraseOptions Read(IReadOnlyList<string> args)
    {
        var given = new Arguments(args, ["--request", "--confirm", "--show", "--hub", "--data"], []);
        if ((given.Text("--request") is null) == (given.Text("--show") is null))
            throw new CommandException(
                "Say with --request which file says whose data are to be erased, or with --show which erasure to look at.",
                EraseRequest.Form, 2);
        var hub = given.Text("--hub") is not { } text ? null
            : Uri.TryCreate(text, UriKind.Absolute, out var address) ? address
            : throw new CommandException($"--hub {text}: an address such as https://hub.example.org is wanted.", exitCode: 2);
        return new(
            given.Text("--request"), given.Text("--confirm"), given.Text("--show"), hub,
            Path.GetFullPath(given.Text("--data") ?? UpOptions.DefaultFolder));
    }
}
