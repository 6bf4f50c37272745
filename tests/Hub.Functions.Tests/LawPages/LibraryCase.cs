using Hub.Functions.Directory;
using Hub.Functions.Errors;
using Hub.Functions.Laws;
using Hub.Functions.Tests.Documents;
using Hub.Functions.Tests.Site;
using Hub.Register.Laws;
using Hub.Register.Log;
using Hub.Register.Lookup;
using Hub.Register.Networks;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Functions.Tests.LawPages;

/// <summary>A library with laws of the fictional State, as everybody gets to see it.</summary>
internal sealed class LibraryCase
{
    private readonly PageSite _site = new();
    private readonly StateCatalog _states = new(withFictionalStates: true);
    private readonly LawPackage _package;

    public LibraryCase(params Change.PublishLaw[] laws)
    {
        _package = new(Search, _site.Clock);
        Register.Change(laws);
    }

    public MemoryRegister Register { get; } = new();

    public MemoryLinkChecks Links { get; } = new();

    public LawSearch Search => new(_states);

    public ReadLaws Api => new(Register, Search, _states, _package, Links, Settings);

    public FindLaws Finding => new(Answers, new(new StateLookup(_states), _states), Search, _states);

    public LawLists Lists => new(Answers, Search, new(_states, new PartyList()), _states);

    public Hub.Functions.Laws.LawPages One => new(Answers, _states, new PartyList(), new RecordLog(Register), Register, Links, Settings);

    public Microsoft.Extensions.Time.Testing.FakeTimeProvider Clock => _site.Clock;

    private DirectoryAnswers Answers => new(_site.Visits, Register, new NetworkCatalog(), _states);

    private static Hub.Functions.Access.SignInSettings Settings => new(null, PageSite.Home);

    public static Change.PublishLaw New(string? with = null) => new(null, SampleLaws.Content(with));

    public static async Task<int> Status(Func<Task<IActionResult>> page)
    {
        try
        {
            await page();
            return StatusCodes.Status200OK;
        }
        catch (ApiException e)
        {
            return e.Status;
        }
    }

    /// <summary>A page's text.</summary>
    public static async Task<string> Text(string path, Func<HttpRequest, Task<IActionResult>> page) =>
        PageSite.Text(await Served.By(PageSite.Get(path), page));
}
