using Hub.Functions.Access;
using Hub.Functions.SigningIn;
using Hub.Functions.Tests.Site;
using Hub.Notices.Access;

namespace Hub.Functions.Tests.SigningIn;

/// <summary>Whoever signed in by mail sees where somebody is signed in with the same address, and ends that; nobody else's.</summary>
public sealed class OwnSessionTests : MailSignInCase
{
    [Fact]
    public async Task Sessions_of_the_same_address_are_listed_and_ended_and_anothers_are_not()
    {
        var (own, colleague, authority) = (await SignedIn(Mission), await SignedIn(Mission), await SignedIn(Authority));
        var all = await Sessions.List(Clock.GetUtcNow(), default);
        var foreign = all.Single(s => s.Person != "mission").Id;
        var page = PageSite.Text(await own.Get("/sign-in/sessions", r => Admitted(r, () => SessionPages.Show(r, default))));
        Assert.All(all, s => Assert.Equal(s.Id != foreign, page.Contains($"/sign-in/sessions/{s.Id}/end", StringComparison.Ordinal)));
        var last = ApiKey.IdOf(ApiKey.Hash(own.Cookies["__Host-hub-visit"]));
        foreach (var session in all.OrderBy(s => s.Id == last))
            await own.Send($"/sign-in/sessions/{session.Id}/end", r => Admitted(r, () => SessionPages.End(r, session.Id, default)));
        Assert.Equal([foreign], (await Sessions.List(Clock.GetUtcNow(), default)).Select(s => s.Id));
        Assert.NotNull(await Who(authority));
        Assert.Null(await Who(colleague));
    }

    private VisitorSessionPages SessionPages => new(new(Visits), Visitors);

    private async Task<Microsoft.AspNetCore.Mvc.IActionResult> Admitted(
        Microsoft.AspNetCore.Http.HttpRequest request, Func<Task<Microsoft.AspNetCore.Mvc.IActionResult>> function)
    {
        var caller = await SignIn.FindVisitor(request, CallerKind.State);
        if (caller is null)
            return new Microsoft.AspNetCore.Mvc.NoContentResult();
        request.Admit(caller);
        return await function();
    }
}
