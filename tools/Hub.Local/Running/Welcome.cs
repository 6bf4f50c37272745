using Hub.Local.Terminal;

namespace Hub.Local.Running;

/// <summary>Says how to reach a hub.</summary>
internal static class Welcome
{
    public static void Show(Screen screen, KeyRing ring, string folder)
    {
        screen.Heading("Open in a browser");
        Row(screen, "hub", $"{ring.Hub} (sign in there as a reviewer, an editor or an administrator of the sample)");
        Row(screen, "mailbox", $"{ring.Mailbox} (every mail the hub sent)");
        screen.Line($"                 write to {LocalHub.Inbox} there, as a mission from an address that got mails, or as anybody");
        Row(screen, "partner", $"{ring.Partner} (every webhook that arrived)");
        Row(screen, "API", $"{ring.Hub}api/authorities, described at {ring.Hub}api/openapi.json; health at {ring.Hub}healthz");
        Row(screen, "log", $"{Path.Combine(folder, "functions.log")} (what the functions say)");
        Keys(screen, ring, folder);
        screen.Heading("Try it");
        screen.Line(
            $"  curl -H 'Authorization: Bearer {ring.Keys[Caller.Reader]}' \\\n       '{ring.Hub}api/authorities?state=SEN&limit=1'");
        var (demo, mail, documents) =
            (Commands.On(folder, "./hub demo"), Commands.On(folder, "./hub demo mail"), Commands.On(folder, "./hub demo documents"));
        var width = documents.Length;
        screen.Line($"  {"docs/first-notice.md".PadRight(width)}   (from a notice to the directory, with commands to paste)");
        screen.Line($"  {demo.PadRight(width)}   (in another terminal: what States, reviewers and partners do, step by step)");
        screen.Line($"  {mail.PadRight(width)}   (mails of missions, authorities and impostors; most are left for you to decide)");
        screen.Line($"  {documents.PadRight(width)}   (three notes verbales, translated side by side)");
    }

    private static void Keys(Screen screen, KeyRing ring, string folder)
    {
        screen.Heading($"Keys ({KeyRing.PathIn(folder)}, for your eyes only)");
        foreach (var caller in Caller.All)
        {
            Row(screen, caller.Name, screen.In(Colour.Dim, caller.May));
            screen.Line($"                 {ring.Keys[caller.Name]}");
        }
    }

    private static void Row(Screen screen, string name, string text) => screen.Line($"  {name,-14} {text}");
}
