using Hub.Simulators;
using Hub.Simulators.Mailbox;
using Hub.Simulators.Partner;
using Hub.Simulators.Translator;

Arguments asked;
try
{
    asked = Arguments.Parse(args);
}
catch (ArgumentException error)
{
    Console.Error.WriteLine($"{error.Message}\n{Arguments.Usage}");
    return 2;
}

var simulators = new (string Name, string? Url, Func<SimulatorOptions, WebApplication> Build)[]
{
    ("Mailbox", asked.Mailbox, MailboxSimulator.Build),
    ("Partner", asked.Partner, PartnerSimulator.Build),
    ("Translator", asked.Translator, TranslatorSimulator.Build),
};
var running = new List<WebApplication>();
foreach (var (name, url, build) in simulators.Where(s => s.Url is not null))
{
    var app = build(new SimulatorOptions(url!) { Folder = asked.Data, Speed = asked.Speed });
    await app.StartAsync();
    running.Add(app);
    Console.WriteLine($"{name}: {app.Urls.First()}");
}
Console.WriteLine("Simulators ready");
await Task.WhenAll(running.Select(app => app.WaitForShutdownAsync()));
return 0;
