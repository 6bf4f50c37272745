using Hub.Local;
using Hub.Local.Demo;
using Hub.Local.Demo.Editions;
using Hub.Local.Demo.Partners;
using Hub.Local.Erasing;
using Hub.Local.Publishing;
using Hub.Local.Running;
using Hub.Local.Terminal;
using Hub.LocalProcesses;

var screen = Screen.OfConsole();
using var stop = new StopSignal();
try
{
    ChildProcess.KeepCtrlC = true;
    return args is ["up", .. var rest] ? await UpCommand.Run(UpOptions.Read(rest), screen, stop) : await UntilStopped();
}
catch (CommandException error)
{
    screen.Error(error.Message);
    return error.ExitCode;
}
catch (HttpRequestException error)
{
    screen.Error($"The hub does not answer: {error.Message}\nIs it running, and is this its address? GET /healthz says how it is.");
    return 1;
}
// What nobody foresaw: the message, not the stack.
catch (Exception error)
{
    screen.Error($"{error.Message}\n({error.GetType().Name}; this should not happen: please report it with the lines above.)");
    return 1;
}
finally
{
    // Whatever ended it, nothing that it started outlives it.
    try
    {
        await LocalHub.StopAll();
    }
    finally
    {
        await Processes.EndStarted();
    }
}

// On a thread of its own: a question to the terminal would hold up the signal that is to end it.
async Task<int> UntilStopped()
{
    var working = Task.Run(Work);
    if (await Task.WhenAny(working, Task.Delay(Timeout.Infinite, stop.Token)) == working)
        return await working;
    screen.Line($"\n{(args is ["demo", ..] ? "The demo stops …" : "Stopped.")}");
    return StopSignal.ExitCode;
}

Task<int> Work() => args switch
{
    ["demo", "partners"] => PartnersCommand.Run(screen),
    ["demo", "editions", .. var rest] => EditionsCommand.Run(EditionsOptions.Read(rest), screen),
    ["demo", .. var rest] => DemoCommand.Run(DemoOptions.Read(rest), screen),
    ["publish", .. var rest] => PublishCommand.Run(PublishOptions.Read(rest), screen),
    ["erase", .. var rest] => EraseCommand.Run(EraseOptions.Read(rest), screen),
    [] or ["help" or "--help" or "-h"] => Task.FromResult(Usage.Show(screen)),
    [var verb, ..] => throw Usage.Unknown(verb),
};
