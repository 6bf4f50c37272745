using Hub.Local.Terminal;

namespace Hub.Local;

/// <summary>What the program can do.</summary>
internal static class Usage
{
    private const string Text = """
        The hub on this machine.

          up     Start it and keep it running until Ctrl-C. Its data stay.
                   --data FOLDER     where its data are (default: .hub in the repository)
                   --speed N         waits and mail limits pass N times faster (default 120; 1: Exchange's limits in earnest)
                   --port-base PORT  shifts all ports (default 7071)
                   --instances N     the functions N times on one storage, as instances in Azure (default 1, at most 8)
                   --empty           do not load the sample register
          demo   Send notices as States would and show what comes out, step by step.
                   documents         three notes verbales instead: understood, and translated side by side
                   mail              mails of States, authorities and impostors instead: what becomes of each
                   --hub URL         the hub (default: the one that `up` runs; none running: one in memory, just for this)
                   --data FOLDER     where that hub's keys are (default: .hub in the repository)
          demo editions
                 Publish an edition of the sample register by a hub of its own, with failures and crashes on the way, and
                 show the plan beside what happened.
                   --speed N         how many times faster than in earnest the limits pass (default 2)
                   --seed N          what fails, and when the functions are killed (default: another each time)
          demo partners
                 Three partner networks in a week of days that last ten seconds: one is slow, one fails, one lies about its address.
          publish
                 Publish an edition on a hub that runs.
                   --edition NAME    2026/1, 2026/1/add.1, 2026/1/rev.1 (default: the present half-year's)
                   --reason TEXT     why a revision takes the place of the edition before
                   --dry-run         only say what would be published, to whom, when that would be done, and what cannot be written
                   --yes             do not ask whether it is to be sent
                   --drop REASON     drop an edition (--edition) that is frozen and not published: nothing of it is sent
                   --follow          show how the mails go until each has had its turn; alone, of an edition published before too
                   --resend WHO      send the mail of an edition (default: the newest published) again: to an address, to a State by
                                     its code (SEN), to a recipient by its id in the deliveries, or to all whose mail failed ('failed')
                   --data FOLDER     where that hub's keys are (default: .hub in the repository)
          erase  Take a person's data out of a hub, or those of one notice or mail (docs/privacy.md). First says what would be changed.
                   --request FILE    whose data: { "names": [], "addresses": [], "numbers": [] }, { "notice": "" } or { "mail": "" };
                                     - reads it from the input
                   --confirm TEXT    do what the plan said: the text is in it
                   --show ID         how far an erasure is
                   --hub URL         the hub, with your key in HUB_KEY (default: the one that `up` runs)
                   --data FOLDER     where that hub's keys are (default: .hub in the repository)
        """;

    public static int Show(Screen screen)
    {
        screen.Line(Text);
        return 0;
    }

    public static CommandException Unknown(string what) => new($"'{what}' is not known here.", "`./hub help` lists what there is.", 2);
}
