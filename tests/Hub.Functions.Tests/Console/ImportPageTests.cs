using System.Text.RegularExpressions;
using Hub.Functions.Console.Recipients;
using Hub.Functions.Tests.Documents;
using Hub.Functions.Tests.Site;
using Hub.InMemory;
using Hub.Notices.Recipients;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;

namespace Hub.Functions.Tests.Console;

/// <summary>A table of missions is taken over, and what could not be is said.</summary>
public sealed partial class ImportPageTests : ISubscriberStore
{
    private const string Table = "state,name,address,language\nXAA,One,one@arvenia.example,en\nSEN,Two,two@senegal.example,fr\n";
    private readonly PageSite _site = new();
    private readonly MemorySubscribers _kept = new();
    private readonly StateCatalog _states = new(true);
    private Action? _meanwhile;

    [Fact]
    public async Task All_of_it_is_taken_over_once_it_was_seen()
    {
        var served = await Do();
        Assert.Equal((303, "/console/recipients?done=IMPORTED"), (served.Status, $"{served.Headers.Location}"));
        Assert.Equal(["One", "Two"], _kept.All.Select(r => r.Name).Order());
    }

    [Fact]
    public async Task What_somebody_else_set_at_the_same_moment_stays_and_the_page_says_what_was_not_taken_over()
    {
        _meanwhile = () => _kept.Put(
            new Recipient("mission-XAA", Sample.State, "theirs@arvenia.example", Language.English, "Theirs", 0));
        var served = await Do();
        Assert.Equal(409, served.Status);
        Assert.Contains("otherwise at the same moment: 1.", PageSite.Text(served), StringComparison.Ordinal);
        Assert.Equal(["Theirs", "Two"], _kept.All.Select(r => r.Name).Order());
    }

    Task<IReadOnlyList<Recipient>> ISubscriberStore.List(CancellationToken cancel) => _kept.List(cancel);

    Task<bool> ISubscriberStore.Save(Recipient recipient, Recipient? before, CancellationToken cancel)
    {
        Interlocked.Exchange(ref _meanwhile, null)?.Invoke();
        return _kept.Save(recipient, before, cancel);
    }

    private async Task<Served> Do()
    {
        var asked = PageSite.Text(await Send(("table", Table)));
        return await Send(("table", Table), ("mark", Mark().Match(asked).Groups[1].Value), ("step", "do"));
    }

    private Task<Served> Send(params (string, string)[] fields)
    {
        var register = new MemoryRegister();
        var service = new SubscriberService(
            this, new(register, this, new MemoryChoices(), _site.Clock), register, _states, _site.Clock);
        return Served.By(
            PageSite.Post("/console/recipients/import", PageSite.Administrator, fields),
            r => new ImportPages(_site.Pages, service, new(service, _states)).Import(r, default));
    }

    [GeneratedRegex("name=\"mark\" value=\"([^\"]+)\"")]
    private static partial Regex Mark();
}
