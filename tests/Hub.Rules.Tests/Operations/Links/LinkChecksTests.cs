using System.Text;
using Hub.Operations.Links;
using Hub.Register.Laws;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;

namespace Hub.Rules.Tests.Operations.Links;

public sealed class LinkChecksTests : ILinkClient
{
    private readonly Desk _desk = new();
    private readonly MemoryLinkChecks _store = new();
    private readonly List<string> _looked = [];
    private Func<Uri, LinkAnswer> _answer = at => new LinkAnswer.Found(at.AbsoluteUri, Encoding.UTF8.GetBytes("law"), true);

    private LinkChecks Checks => new(_desk.Register, _store, this, _desk.Clock);

    public Task<LinkAnswer> Look(Uri address, CancellationToken cancel)
    {
        _looked.Add(address.AbsoluteUri);
        return Task.FromResult(_answer(address));
    }

    [Fact]
    public async Task Each_law_is_looked_at_once_a_week()
    {
        Publish(("1", "https://a.example/1"), ("2", "https://b.example/2"));
        await Checks.Run(default);
        await Checks.Run(default);
        Assert.Equal(["https://a.example/1", "https://b.example/2"], _looked.Order(StringComparer.Ordinal));
        _desk.Clock.Advance(TimeSpan.FromDays(7));
        await Checks.Run(default);
        Assert.Equal(4, _looked.Count);
    }

    [Fact]
    public async Task No_site_is_visited_twice_in_a_run_and_a_run_has_an_end()
    {
        Publish([.. Enumerable.Range(0, 30).Select(i => ($"{i}", $"https://one.example/{i}"))]);
        Publish([.. Enumerable.Range(30, 30).Select(i => ($"{i}", $"https://site-{i}.example/"))]);
        Assert.Equal(LinkChecks.MostOfRun, (await Checks.Run(default)).Count);
        Assert.Single(_looked, at => at.Contains("one.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Slow_sites_do_not_make_a_run_long_and_the_rest_is_looked_at_in_the_next()
    {
        Publish([.. Enumerable.Range(0, 9).Select(i => ($"{i}", $"https://site-{i}.example/"))]);
        var answer = _answer;
        _answer = at =>
        {
            _desk.Clock.Advance(TimeSpan.FromMinutes(1));
            return answer(at);
        };
        Assert.Equal(5, (await Checks.Run(default)).Count);
        Assert.Equal(4, (await Checks.Run(default)).Count);
    }

    [Fact]
    public async Task An_address_that_ends_the_process_is_tried_again_in_a_day_and_holds_up_no_other()
    {
        Publish(("1", "https://a.example/1"), ("2", "https://b.example/2"));
        _answer = at => at.Host == "a.example" ? throw new InvalidOperationException("killed") : new LinkAnswer.Missing();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Checks.Run(default));
        await Checks.Run(default);
        Assert.Equal(["https://a.example/1", "https://b.example/2"], _looked.Order(StringComparer.Ordinal));
        _desk.Clock.Advance(TimeSpan.FromDays(1));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Checks.Run(default));
    }

    [Fact]
    public async Task What_is_not_shown_or_has_no_address_is_not_looked_at_and_a_new_address_is_looked_at_anew()
    {
        Publish(("1", "https://a.example/1"));
        var law = Assert.Single(_desk.Register.Now.Laws.Values);
        _desk.Register.Change(new Change.PublishLaw(law.LawId, law with { Listed = false }));
        await Checks.Run(default);
        _desk.Register.Change(new Change.PublishLaw(law.LawId, law with { OfficialUrl = null, Citation = "JO 1" }));
        await Checks.Run(default);
        Assert.Empty(_looked);
        _desk.Register.Change(new Change.PublishLaw(law.LawId, law));
        await Checks.Run(default);
        _desk.Register.Change(new Change.PublishLaw(law.LawId, law with { OfficialUrl = "https://a.example/2" }));
        var check = Assert.Single(await Checks.Run(default));
        Assert.Equal(("https://a.example/2", LinkStatus.Ok), (check.Url, check.Status));
    }

    private void Publish(params (string Number, string Url)[] laws) => _desk.Register.Put(
        [.. laws.Select(l => SampleLaws.Law(id: $"law-{l.Number}") with { Number = l.Number, OfficialUrl = l.Url })]);
}
