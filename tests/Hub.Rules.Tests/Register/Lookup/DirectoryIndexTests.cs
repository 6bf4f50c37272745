using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Hub.Register.Log;
using Hub.Register.Lookup;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Register.Lookup;

public sealed class DirectoryIndexTests
{
    private static readonly Config Quick = Config.QuickThrowOnFailure.WithMaxTest(60);

    [Fact]
    public void Each_filter_leaves_what_matches_it()
    {
        var french = Sample.Authority("french");
        french = french with { Restricted = french.Restricted with { LanguagesOfRequests = ["fr", "en"] } };
        var register = Sample.Register(french, Sample.Authority("extradition", Sample.OtherState, Sample.Extradition), Gone()).With(
            [new MembershipWrite(new("wacap", Sample.OtherState, MembershipRole.Member, null, null, "s", Confidence.High, null))],
            Head.Empty);

        Assert.Equal(["extradition", "french"], Found(register, new()));
        Assert.Equal(["extradition", "french", "gone"], Found(register, new() { Withdrawn = true }));
        Assert.Equal(["french"], Found(register, new() { State = Sample.State }));
        Assert.Equal(["extradition"], Found(register, new() { Matter = Matter.Extradition }));
        Assert.Equal(["extradition"], Found(register, new() { Matter = Matter.Extradition, Instrument = Instrument.Untoc }));
        Assert.Empty(Found(register, new() { Matter = Matter.Extradition, Instrument = Instrument.Uncac }));
        Assert.Equal(["french"], Found(register, new() { Language = "FR" }));
        Assert.Equal(["extradition"], Found(register, new() { Network = "wacap" }));
        Assert.Empty(Found(register, new() { Network = "ejn" }));
    }

    [Fact]
    public void Pages_of_any_size_hold_every_record_once_in_one_order() => Prop.ForAll(RandomRegisters.Any, register =>
    {
        var all = Found(register, new() { Withdrawn = true, Limit = 500 });
        Assert.Equal(register.Authorities.Keys.Order(StringComparer.Ordinal), all.Order(StringComparer.Ordinal));
        Assert.Equal(all, Paged(register, 1));
        Assert.Equal(all, Paged(register, 3));
    }).Check(Quick);

    [Fact]
    public void A_page_goes_on_behind_a_record_that_its_filter_leaves_out()
    {
        var register = Sample.Register(Sample.Authority("a", Sample.OtherState), Sample.Authority("b"), Sample.Authority("c"));
        Assert.Equal(["b", "c"], Found(register, new() { State = Sample.State, After = "a" }));
        Assert.Empty(Found(register, new() { State = Sample.OtherState, After = "b" }));
    }

    [Fact]
    public void A_question_asked_again_is_answered_from_memory_until_the_register_or_the_day_is_another()
    {
        var register = Sample.Register(Sample.Authority());
        var page = Find(register, new());
        Assert.Same(page, Find(register, new()));
        Assert.NotSame(page, DirectoryIndex.Of(register).Find(new(), Sample.Today.AddDays(1)));

        var later = register.With([new AuthorityWrite(Sample.Authority("another"), null)], Head.Empty);
        Assert.Equal([Sample.Record, "another"], Found(later, new()).OrderDescending());
    }

    [Fact]
    public void Who_is_open_is_looked_up_each_time()
    {
        var register = Sample.Register(Sample.Authority());
        var query = new AuthorityQuery { OpenAt = Sample.Now };
        Assert.NotSame(Find(register, query), Find(register, query));
    }

    private static DirectoryPage Find(RegisterSnapshot register, AuthorityQuery query) =>
        DirectoryIndex.Of(register).Find(query, Sample.Today);

    private static List<string> Found(RegisterSnapshot register, AuthorityQuery query) => Ids(Find(register, query));

    private static List<string> Ids(DirectoryPage page) =>
        [.. JsonNode.Parse(page.Json.Span)!["items"]!.AsArray().Select(r => (string)r!["recordId"]!)];

    private static List<string> Paged(RegisterSnapshot register, int limit)
    {
        List<string> ids = [];
        for (var query = new AuthorityQuery { Withdrawn = true, Limit = limit }; ;)
        {
            var page = Find(register, query);
            ids.AddRange(Ids(page));
            if (page.Next is null)
                return ids;
            query = query with { After = page.Next };
        }
    }

    private static Authority Gone() => Sample.Withdrawn() with { Id = "gone" };
}
