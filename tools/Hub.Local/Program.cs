using Hub.Local;
using Hub.Local.Demo;
using Hub.Local.Demo.Editions;
using Hub.Local.Demo.Partners;
using Hub.Local.Publishing;
using Hub.Local.Running;
using Hub.Local.Terminal;

var screen = Screen.OfConsole();
try
{
    return args switch
    {
        ["up", .. var rest] => await UpCommand.Run(UpOptions.Read(rest), screen),
        ["demo", "partners"] => await PartnersCommand.Run(screen),
        ["demo", "editions", .. var rest] => await EditionsCommand.Run(EditionsOptions.Read(rest), screen),
        ["demo", .. var rest] => await DemoCommand.Run(DemoOptions.Read(rest), screen),
        ["publish", .. var rest] => await PublishCommand.Run(PublishOptions.Read(rest), screen),
        [] or ["help" or "--help" or "-h"] => Usage.Show(screen),
        [var verb, ..] => throw Usage.Unknown(verb),
    };
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
