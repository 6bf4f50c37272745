using System.Text.RegularExpressions;

namespace Hub.Pages.Tests.PublicPages;

public sealed class NetworkLabelTests
{
    [Fact]
    public void A_membership_that_is_over_is_shown_as_such_and_not_counted()
    {
        var register = Sample.Register();
        var over = Sample.Member("casc", Sample.Arvenia, "test") with { ValidTo = Sample.Today.AddDays(-1) };
        var directory = Sample.Directory(register with { Memberships = register.Memberships.Add(("casc", Sample.Arvenia), over) });
        var html = Flat(Sample.Page("networks/en/casc.html", directory));
        Assert.Contains("States in this network: <bdi>8</bdi>", html);
        Assert.Contains("Memberships that have ended or are still to begin: <bdi>1</bdi>", html);
        Assert.Contains("until <bdi>28 February 2026</bdi>", html);
        Assert.Contains("still to begin", Sample.Page("networks/en/states/XAA.html", directory));
    }

    [Fact]
    public void Authorities_of_a_network_are_not_called_member_States()
    {
        var html = Flat(Sample.Page("networks/en/refco.html"));
        Assert.Contains("Authorities belong to this network, not States", html);
        Assert.Contains("An authority belongs to it, not the State", html);
        Assert.DoesNotContain("States in this network", html);
    }

    [Fact]
    public void A_network_has_the_address_that_is_in_use_and_no_other()
    {
        var html = Flat(Sample.Page("networks/en/iberred.html"));
        Assert.Contains("<a href=\"https://www.iberred.int/\"", html);
        Assert.DoesNotContain("http://www.iberred.org", html);
    }

    [Fact]
    public void The_coverage_counts_the_States_of_each_region_once()
    {
        var html = Flat(Sample.Page("networks/en/coverage.html"));
        var counted = html[..html.IndexOf("Marks in the tables", StringComparison.Ordinal)];
        var counts = Regex.Matches(counted, "<bdi>(\\d+)</bdi> of <bdi>(\\d+)</bdi>")
            .Select(m => int.Parse(m.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(Sample.States.All.Count(s => !s.IsJurisdiction), counts.Sum());
        Assert.Equal(23, counts.Count);
    }

    [Fact]
    public void A_network_that_is_not_known_to_work_covers_nobody()
    {
        var html = Flat(Sample.Page("networks/en/coverage.html"));
        Assert.Matches(
            "Northern Africa</a></th><td>.*?<bdi>2</bdi> of <bdi>6</bdi></td><td><ul class=\"hub-inline\"><li><a href=\"states/DZA", html);
        Assert.Contains("Networks that are not confirmed to work are shown and not counted.", html);
    }

    private static string Flat(string html) => Regex.Replace(html, @">\s+<", "><");
}
