using Hub.Local.Running;
using Hub.Local.Sample;
using Hub.Local.Terminal;

namespace Hub.Local.Demo;

/// <summary>Runs the demo against the hub that runs, or against one of its own.</summary>
internal static class DemoCommand
{
    private const int SmallSample = 4;
    private const int LastLines = 8;
    private const int MostLetters = 400;

    public static async Task<int> Run(DemoOptions options, Screen screen)
    {
        var ring = KeyRing.Read(options.Folder);
        var address = options.Hub ?? ring?.Hub ?? new HubPorts(HubPorts.Usual).Hub;
        var runs = await RunningHub.Health(address) is not null;
        if (!runs && options.Hub is not null)
            throw new CommandException($"No hub answers at {address}.", "Start one with ./hub up, or leave out --hub.");
        if (runs && options.Hub is not null && ring?.Hub != address)
            throw new CommandException(
                $"A hub runs at {address}, but its keys are not in {options.Folder}.", "Say with --data which folder it was started with.");
        if (options.Documents && !await Translators.Ready(screen))
            throw new CommandException("The story of the documents is about translations, and there is no translator here.");
        Func<Session, Task> story = options switch
        {
            { Documents: true } => session => new Documents(session).Play(),
            { Mail: true } => session => new MailDemo(session).Play(),
            _ => Everything,
        };
        if (!runs || ring is null || ring.Hub != address)
            return await OnItsOwn(
                runs ? $"A hub runs at {address}, but its keys are not in {options.Folder}" : "No hub runs here", screen, story);
        screen.Line($"The hub at {address} is used (speed {ring.Speed:0.#}).");
        return await Play(ring, screen, story);
    }

    private static async Task<int> OnItsOwn(string why, Screen screen, Func<Session, Task> story)
    {
        screen.Line($"{why}. One is started in memory, sixty times faster than in earnest, with a few States.");
        await Prerequisites.Check();
        await using var hub = await LocalHub.Start(new() { SeedNetworks = true }, step => screen.Line($"  {step}"));
        var keys = await Caller.Issue(hub.Address, LocalHub.FirstKey, new Dictionary<string, string>());
        var ring = new KeyRing { Hub = hub.Address, Mailbox = hub.Mailbox, Partner = hub.Partner, Speed = 60, Keys = keys };
        using var first = hub.Client(keys[Caller.FirstReviewer]);
        using var second = hub.Client(keys[Caller.SecondReviewer]);
        var sample = new SampleRegister(new() { States = SmallSample, Missions = SmallSample });
        await new SampleLoader(first, second).Load(sample, (done, all) => screen.Progress("sample register …", done, all));
        var result = await Play(ring, screen, story);
        if (result != 0)
        {
            var last = hub.Functions.Output.Split('\n').TakeLast(LastLines)
                .Select(l => l.Length > MostLetters ? $"{l[..MostLetters]} …" : l);
            screen.Error($"What the functions wrote last:\n{string.Join('\n', last)}");
        }
        return result;
    }

    private static async Task<int> Play(KeyRing ring, Screen screen, Func<Session, Task> story)
    {
        using var session = new Session(ring, screen);
        await story(session);
        return session.Conclude();
    }

    private static async Task Everything(Session session)
    {
        var outcome = new Outcome(session);
        await outcome.Prepare();
        await new Mistakes(session).Play();
        await new NoticeDemo(session).Play();
        await new Mistakes(session).PlayOnTheRecord();
        await outcome.Show();
    }
}
