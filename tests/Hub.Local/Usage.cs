using Hub.Local.Terminal;

namespace Hub.Local;

/// <summary>What the program can do.</summary>
internal static class Usage
{
    private const string Text = """
        The hub on this machine.

          up     Start it and keep it running until Ctrl-C. Its data stay.
                   --data FOLDER     where its data are (default: .hub in the repository)
                   --speed N         waits and mail limits pass N times faster (default 1: Exchange's limits in earnest)
                   --port-base PORT  shifts all ports (default 7071)
                   --empty           do not load the sample register
          demo   Send notices as States would and show what comes out, step by step.
          demo mail  Send mails as States, authorities and impostors would; what becomes of each.
                   --hub URL         the hub (default: the one that `up` runs; none running: one in memory, just for this)
                   --data FOLDER     where that hub's keys are (default: .hub in the repository)
        """;

    public static int Show(Screen screen)
    {
        screen.Line(Text);
        return 0;
    }

    public static CommandException Unknown(string what) => new($"'{what}' is not known here.", $"\n{Text}", 2);
}
