using System.Diagnostics;
using Hub.Local.Sample;
using Hub.Local.Terminal;

namespace Hub.Local.Running;

/// <summary>Starts a hub, keeps it running, and stops it in order.</summary>
internal sealed class UpCommand(UpOptions options, Screen screen, StopSignal stop)
{
    private static readonly TimeSpan LookAfter = TimeSpan.FromSeconds(2);

    public static async Task<int> Run(UpOptions options, Screen screen, StopSignal stop)
    {
        if (await RunningHub.Health(options.Ports.Hub) is not null)
            return AlreadyRunning(options, screen);
        using var folder = DataFolder.Open(options.Folder);
        options.Ports.RequireFree(options.Folder);
        try
        {
            await Prerequisites.Check().WaitAsync(stop.Token);
            await Translators.Ready(screen).WaitAsync(stop.Token);
            return await new UpCommand(options, screen, stop).Run();
        }
        // Whichever part of the start the stop broke off.
        catch (Exception) when (stop.IsAsked)
        {
            screen.Line("\nThe hub stops …");
            await LocalHub.StopAll();
            await Processes.EndStarted();
            screen.Line("Stopped before it was up.");
            return StopSignal.ExitCode;
        }
    }

    private static int AlreadyRunning(UpOptions options, Screen screen)
    {
        screen.Error($"A hub is running at {options.Ports.Hub} already; this one was not started.\n{HowToStop(options.Ports.Listening())}");
        if (KeyRing.Read(options.Folder) is { } ring && ring.Hub == options.Ports.Hub)
            Welcome.Show(screen, ring, options.Folder);
        else
            screen.Line(
                $"Its keys are in the folder it was started with (--data). "
                + $"For a second hub: ./hub up --data FOLDER --port-base {options.Ports.Base + 100}");
        return 1;
    }

    // Its parts have their starter as parent; once that was killed, they are somebody else's, and each is to be ended.
    internal static string HowToStop(IReadOnlyList<int> parts)
    {
        if (parts.Count == 0)
            return "To stop it: Ctrl-C where it runs.";
        var starters = parts.Select(Processes.Parent).OfType<int>().Distinct()
            .Where(p => Processes.Arguments(p).Any(a => Path.GetFileName(a) is "Hub.Local.dll" or "Hub.Local")).ToList();
        return starters.Count > 0
            ? $"To stop it: Ctrl-C where it runs, or kill {string.Join(' ', starters)}"
            : $"Whoever started it was killed and left its processes behind. {Processes.HowToEnd(parts)}";
    }

    private async Task<int> Run()
    {
        var clock = Stopwatch.StartNew();
        screen.Line($"The hub starts; its data are in {options.Folder}.");
        var hub = await Start();
        try
        {
            var ring = await OpenKeys(hub);
            ring = await LoadSample(hub, ring);
            Welcome.Show(screen, ring, options.Folder);
            screen.Line($"\n{screen.In(Colour.Green, "The hub runs")} (ready after {clock.Elapsed.TotalSeconds:0} s). Ctrl-C stops it.");
            if (hub.Instances.Count > 1)
            {
                var addresses = string.Join(", ", hub.Instances.Select(i => i.Address));
                screen.Line($"Its functions run {hub.Instances.Count} times on one storage: {addresses}");
            }
            if (options.Speed != 1)
                screen.Line($"Waits and mail limits pass {options.Speed:0.#} times faster than in earnest; --speed 1 for their real pace.");
            await Stay(hub);
        }
        catch (OperationCanceledException) when (stop.IsAsked)
        {
        }
        finally
        {
            screen.Line("\nThe hub stops …");
            await hub.DisposeAsync();
            screen.Line($"Stopped. The data are in {options.Folder}; the next start goes on from there.");
        }
        return 0;
    }

    private async Task<LocalHub> Start()
    {
        var step = "";
        try
        {
            var starting = LocalHub.Start(
                new()
                {
                    Folder = options.Folder, Ports = options.Ports.All, Speed = options.Speed, SweepSchedule = "*/2 * * * * *",
                    LeaseSeconds = 15, LockSeconds = 15, SeedNetworks = true, SeedLaws = true, Instances = options.Instances,
                },
                what => Tell($"  {step = what}"));
            return await starting.WaitAsync(stop.Token);
        }
        catch (Exception e) when (
            !stop.IsAsked && e is InvalidOperationException or TimeoutException or System.ComponentModel.Win32Exception)
        {
            throw StartFailure.Explain(step, e, options.Folder);
        }
    }

    // A start that is being broken off has nothing to say any more.
    private void Tell(string line)
    {
        if (!stop.IsAsked)
            screen.Line(line);
    }

    private async Task<KeyRing> OpenKeys(LocalHub hub)
    {
        var had = KeyRing.Read(options.Folder);
        var ring = new KeyRing
        {
            Hub = hub.Address,
            Mailbox = hub.Mailbox,
            Partner = hub.Partner,
            Speed = options.Speed,
            SampleBegun = had?.SampleBegun ?? false,
            SampleLoaded = had?.SampleLoaded ?? false,
            Keys = await Caller.Issue(hub.Address, LocalHub.FirstKey, had?.Keys ?? []),
        };
        ring.Write(options.Folder);
        return ring;
    }

    private async Task<KeyRing> LoadSample(LocalHub hub, KeyRing ring)
    {
        var events = (long)(await RunningHub.Health(hub.Address))!["head"]!;
        var wanted = !options.Empty && (await IsWithoutAuthorities(hub, ring) || ring is { SampleBegun: true, SampleLoaded: false });
        if (!wanted)
        {
            screen.Line(options.Empty
                ? $"  register: no sample, as asked; {events} events in its log"
                : $"  register: found, {events} events in its log");
            return ring;
        }
        (ring with { SampleBegun = true, SampleLoaded = false }).Write(options.Folder);
        var clock = Stopwatch.StartNew();
        await Load(hub, ring);
        ring = ring with { SampleBegun = true, SampleLoaded = true };
        ring.Write(options.Folder);
        screen.Line($"  sample register loaded in {clock.Elapsed.TotalSeconds:0} s");
        return ring;
    }

    // A new register holds the networks' members, which the hub brings along, and no authority.
    private static async Task<bool> IsWithoutAuthorities(LocalHub hub, KeyRing ring)
    {
        using var reader = hub.Client(ring.Keys[Caller.Reader]);
        return (await reader.Get("api/authorities?limit=1")).Required()["items"]!.AsArray().Count == 0;
    }

    private async Task Load(LocalHub hub, KeyRing ring)
    {
        var sample = new SampleRegister(new());
        var what = $"sample register: {sample.Authorities} authorities of {sample.States.Count} States, {sample.Missions.Count} missions …";
        using var first = hub.Client(ring.Keys[Caller.FirstReviewer]);
        using var second = hub.Client(ring.Keys[Caller.SecondReviewer]);
        screen.Progress(what, 0, 1);
        await new SampleLoader(first, second).Load(sample, (done, all) => screen.Progress(what, done, all), stop.Token);
    }

    private async Task Stay(LocalHub hub)
    {
        while (!stop.IsAsked)
        {
            if (hub.HasEnded is { } which && !stop.IsAsked)
                throw new CommandException(
                    $"{which} ended by themselves; the rest of the hub is stopped. What they wrote last:\n{hub.LastLines}",
                    $"Start it again with {Commands.Up(options.Folder, options.Ports)}: nothing that was accepted is lost.");
            await Task.Delay(LookAfter, stop.Token);
        }
    }
}
