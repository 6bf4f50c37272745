using Hub.Local.Running;
using Hub.Local.Sample;
using Hub.Local.Terminal;

namespace Hub.Local.Demo.Editions;

/// <summary>
/// Publishes an edition of the sample register with everything that can go wrong with its mails, and holds it to its plan.
/// </summary>
internal static class EditionsCommand
{
    public static async Task<int> Run(EditionsOptions options, Screen screen)
    {
        await Prerequisites.Check();
        screen.Line(Wrapping.Wrap(
            $"A hub of its own is started in memory, {options.Speed:0.#} times faster than in earnest, with the sample register. "
            + $"Seed {options.Seed}: ./hub demo editions --seed {options.Seed} has the same failures and crashes again.", 0));
        await using var hub = await LocalHub.Start(options.Hub, step => screen.Line($"  {step}"));
        var keys = await Caller.Issue(hub.Address, LocalHub.FirstKey, new Dictionary<string, string>());
        await Load(hub, keys, screen);
        var ring = new KeyRing { Hub = hub.Address, Mailbox = hub.Mailbox, Partner = hub.Partner, Speed = options.Speed, Keys = keys };
        using var session = new Session(ring, screen);
        await new EditionDemo(session, hub, options).Play();
        return session.Conclude();
    }

    private static async Task Load(LocalHub hub, Dictionary<string, string> keys, Screen screen)
    {
        using var first = hub.Client(keys[Caller.FirstReviewer]);
        using var second = hub.Client(keys[Caller.SecondReviewer]);
        var sample = new SampleRegister(new());
        var what = $"sample register: {sample.Authorities} authorities of {sample.States.Count} States, {sample.Missions.Count} missions …";
        await new SampleLoader(first, second).Load(sample, (done, all) => screen.Progress(what, done, all));
    }
}
