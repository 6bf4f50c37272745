using Hub.Functions.Console.People;
using Hub.Functions.Errors;
using Hub.Functions.Tests.Documents;
using Hub.Functions.Tests.Site;
using Hub.Notices.Access;

namespace Hub.Functions.Tests.Console;

/// <summary>Sessions are ended by whose they are, and by administrators.</summary>
public sealed class SessionPageTests
{
    private static readonly Caller Amina = PageSite.Administrator with { Name = "Amina Diallo", Roles = SecretariatRoles.Reviewer };
    private readonly PageSite _site = new();

    [Fact]
    public async Task Ones_own_session_is_ended_by_anybody_and_anothers_by_an_administrator_only()
    {
        var (own, other, third) = (await Begin("Amina Diallo", "1"), await Begin("Boris Petrov", "2"), await Begin("Boris Petrov", "3"));
        Assert.Equal(403, (await Assert.ThrowsAsync<ApiException>(() => End(Amina, other))).Status);
        Assert.Equal(3, (await Open()).Count);
        Assert.Equal((303, "/console/people/sessions?done=SESSION_ENDED"), await End(Amina, own));
        Assert.Equal((303, "/console/people/sessions?done=SESSION_ENDED"), await End(PageSite.Administrator, other));
        Assert.Equal([third], (await Open()).Select(s => s.Id));
        // Sent twice.
        Assert.Equal((303, "/console/people/sessions?done=SESSION_ENDED"), await End(Amina, own));
    }

    [Fact]
    public async Task Whoever_ends_the_session_that_they_are_in_goes_to_the_first_page()
    {
        var own = await Begin("Amina Diallo", "1");
        Assert.Equal((303, "/"), await End(Amina with { Session = own }, own));
    }

    [Fact]
    public async Task A_reviewer_is_offered_to_end_their_own_session_and_an_administrator_everybodys()
    {
        var (own, other) = (await Begin("Amina Diallo", "1"), await Begin("Boris Petrov", "2"));
        foreach (var (caller, may) in new[] { (Amina, false), (PageSite.Administrator, true) })
        {
            var served = await Served.By(PageSite.Get("/console/people/sessions", caller), r => Pages().List(r, default));
            var page = PageSite.Text(served);
            Assert.Contains("Boris Petrov", page, StringComparison.Ordinal);
            Assert.Contains($"sessions/{own}/end", page, StringComparison.Ordinal);
            Assert.Equal(may, page.Contains($"sessions/{other}/end", StringComparison.Ordinal));
        }
    }

    private async Task<string> Begin(string person, string secret) => (await _site.Sessions.Begin(
        new(person, SecretariatRoles.Reviewer, _site.Clock.GetUtcNow(), _site.Clock.GetUtcNow() + Session.Lasts), secret, default)).Id;

    private Task<IReadOnlyList<Session>> Open() => _site.Sessions.List(_site.Clock.GetUtcNow(), default);

    private async Task<(int, string)> End(Caller by, string id)
    {
        var served = await Served.By(PageSite.Post($"/console/people/sessions/{id}/end", by), r => Pages().End(r, id, default));
        return (served.Status, $"{served.Headers.Location}");
    }

    private SessionPages Pages() => new(_site.Pages, _site.Sessions, _site.People, _site.SignIn, _site.Clock);
}
