using Hub.Local;
using Hub.Local.Demo;
using Hub.Local.Demo.Editions;
using Hub.Local.Demo.Partners;
using Hub.Local.Erasing;
using Hub.Local.Publishing;
using Hub.Local.Running;
using Hub.Local.Terminal;
using Hub.Testing;

// As shells have it: 128 and the number of the signal (SIGINT).
const int Stopped = 130;

var screen = Screen.OfConsole();
try
{
    ChildProcess.KeepCtrlC = true;
    return args is ["demo", ..] ? await Demo() : await Other();
}
catch (CommandException error)
{
    screen.Error(error.Message);
    return error.ExitCode;
}
// What nobody foresaw: the message, not the stack.
catch (Exception error)
{
    screen.Error($"{error.Message}\n({error.GetType().Name}; this should not happen: please report it with the lines above.)");
    return 1;
}

// A demo has a hub of its own, which must not outlive it.
async Task<int> Demo()
{
    using var stop = new StopSignal();
    var playing = Play();
    if (await Task.WhenAny(playing, Task.Delay(Timeout.Infinite, stop.Token)) == playing)
        return await playing;
    screen.Line("\nThe demo stops …");
    await LocalHub.StopAll();
    return Stopped;
}

Task<int> Play() => args switch
{
    ["demo", "partners"] => PartnersCommand.Run(screen),
    ["demo", "editions", .. var rest] => EditionsCommand.Run(EditionsOptions.Read(rest), screen),
    _ => DemoCommand.Run(DemoOptions.Read(args[1..]), screen),
};

async Task<int> Other() => args switch
{
    ["up", .. var rest] => await UpCommand.Run(UpOptions.Read(rest), screen),
    ["publish", .. var rest] => await PublishCommand.Run(PublishOptions.Read(rest), screen),
    ["erase", .. var rest] => await EraseCommand.Run(EraseOptions.Read(rest), screen),
    [] or ["help" or "--help" or "-h"] => Usage.Show(screen),
    [var verb, ..] => throw Usage.Unknown(verb),
};
