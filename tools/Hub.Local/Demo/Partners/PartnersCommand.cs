using Hub.Local.Running;
using Hub.Local.Terminal;

namespace Hub.Local.Demo.Partners;

/// <summary>Runs the story of the partner networks on a hub of its own.</summary>
internal static class PartnersCommand
{
    /// <summary>A day lasts ten seconds.</summary>
    private const double Speed = 8640;
    private const int LastLines = 12;

    public static async Task<int> Run(Screen screen)
    {
        screen.Line("A hub is started in memory. Its days last ten seconds; three partner networks live through a week of them.");
        await Prerequisites.Check();
        await using var hub = await LocalHub.Start(new() { Speed = Speed }, step => screen.Line($"  {step}"));
        var keys = await Caller.Issue(hub.Address, LocalHub.FirstKey, new Dictionary<string, string>());
        using var session = new Session(
            new() { Hub = hub.Address, Mailbox = hub.Mailbox, Partner = hub.Partner, Speed = Speed, Keys = keys }, screen);
        using var story = new PartnersDemo(session);
        await story.Play();
        var result = session.Conclude();
        if (result != 0)
            screen.Error($"What the functions wrote last:\n{string.Join('\n', hub.Functions.Output.Split('\n').TakeLast(LastLines))}");
        return result;
    }
}
