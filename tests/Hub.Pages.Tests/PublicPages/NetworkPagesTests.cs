using Hub.Register.Log;

namespace Hub.Pages.Tests.PublicPages;

public sealed class NetworkPagesTests
{
    [Fact]
    public void Every_path_that_is_named_can_be_rendered_and_no_other()
    {
        var directory = Sample.Directory();
        var paths = Sample.Pages.Paths(directory, null, null).ToList();
        Assert.Equal(paths.Count, paths.Distinct().Count());
        var some = paths.Where(p => p.Contains("/en/") || p.EndsWith(".json", StringComparison.Ordinal));
        Assert.All(some, path => Assert.NotEmpty(Sample.Page(path, directory)));
    }

    [Theory]
    [InlineData("networks/nowhere.json")]
    [InlineData("networks/en/nowhere.html")]
    [InlineData("networks/en/wacap.json")]
    [InlineData("networks/de/index.html")]
    [InlineData("networks/states/ZZZ.json")]
    [InlineData("networks/en/states/xaa.html")]
    [InlineData("networks/en/../index.json")]
    [InlineData("networks")]
    [InlineData("")]
    public void A_path_that_names_no_page_gives_none(string path) => Assert.Null(Sample.Pages.Render(path, Sample.Directory()));

    [Fact]
    public void A_change_touches_its_network_its_State_the_index_and_the_links()
    {
        var paths = Sample.Pages.Paths(Sample.Directory(), ["wacap"], [Sample.Arvenia]).ToList();
        var members = Sample.Directory().MembersOf("wacap").Count();
        Assert.Equal(8 + (3 + members) * 7, paths.Count);
        Assert.Contains("networks/linkset.json", paths);
        Assert.Contains("networks/index.json", paths);
        Assert.Contains("networks/fr/wacap.html", paths);
        Assert.Contains("networks/zh/states/XAA.html", paths);
        Assert.Contains("networks/fr/states/SEN.html", paths);
        Assert.Contains("networks/fr/coverage.html", paths);
        Assert.Contains("networks/fr/changes.atom", paths);
        Assert.Contains("networks/memberships.csv", paths);
        Assert.DoesNotContain("networks/fr/ejn.html", paths);
        Assert.DoesNotContain("networks/fr/states/FRA.html", paths);
    }

    [Fact]
    public void A_State_that_left_its_last_network_keeps_a_page_that_says_so() =>
        Assert.Contains("in no network", Sample.Page("networks/en/states/XAA.html", Sample.Directory(RegisterSnapshot.Empty)));
}
