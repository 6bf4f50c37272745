using Hub.Local.Running;

namespace Hub.Local.Demo;

/// <summary>Which hub the demo runs against.</summary>
/// <param name="Hub">Its address; null finds the one that runs, or starts one.</param>
/// <param name="Folder">Where its keys are.</param>
/// <param name="Documents">Whether it is the story of the documents that is told.</param>
/// <param name="Mail">Whether it is the story of the notices by e-mail.</param>
internal sealed record DemoOptions(Uri? Hub, string Folder, bool Documents, bool Mail)
{
    public static DemoOptions Read(IReadOnlyList<string> args)
    {
        var given = new Arguments(args, ["--hub", "--data"], ["documents", "mail"]);
        var hub = given.Text("--hub") is not { } text ? null
            : Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri
            : throw new CommandException($"--hub {text}: an address such as http://127.0.0.1:7071 is wanted.", exitCode: 2);
        return new(hub, Path.GetFullPath(given.Text("--data") ?? UpOptions.DefaultFolder), given.Has("documents"), given.Has("mail"));
    }
}
