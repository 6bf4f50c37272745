using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Tests.PublicPages;

public sealed class NetworkPageTests
{
    [Theory, MemberData(nameof(Languages))]
    public void A_page_says_its_language_and_direction_and_has_one_heading_of_the_first_order(Language language)
    {
        foreach (var page in new[] { "index", "wacap", "states/XAA" })
        {
            var html = Sample.Page($"networks/{language.Code()}/{page}.html");
            Assert.StartsWith("<!DOCTYPE html>", html);
            Assert.Contains($"<html lang=\"{language.Code()}\" dir=\"{(language == Language.Arabic ? "rtl" : "ltr")}\"", html);
            Assert.Single(Regex.Matches(html, "<h1[ >]"));
            Assert.Contains("href=\"#content\"", html);
            Assert.DoesNotContain("<script", html);
            Assert.Equal(6, Regex.Count(html, "<link rel=\"alternate\" hreflang"));
        }
    }

    [Theory, MemberData(nameof(Languages))]
    public void A_network_page_names_every_member_once(Language language)
    {
        var html = Sample.Page($"networks/{language.Code()}/iberred.html");
        foreach (var member in Sample.Directory().MembersOf("iberred"))
        {
            var name = Regex.Escape(Encoded(Sample.States[member.State].Name(language)));
            Assert.Single(Regex.Matches(html, $"href=\"states/{member.State}\\.html\"><bdi>{name}</bdi>"));
        }
    }

    [Fact]
    public void Jurisdictions_are_shown_but_not_counted_as_States()
    {
        var states = Sample.Directory().StatesIn("iberred");
        var html = Sample.Page("networks/en/iberred.html");
        Assert.Contains($"States in this network: <bdi>{states}</bdi>", html);
        Assert.Contains("Jurisdictions in this network: <bdi>1</bdi>", html);
        Assert.Equal(states + 1, Sample.Directory().MembersOf("iberred").Count());
    }

    [Fact]
    public void What_is_incomplete_or_unsure_or_superseded_is_labelled()
    {
        foreach (var network in Sample.Networks.All)
        {
            var main = Content(Sample.Page($"networks/en/{network.Id}.html")).Split("<h2>")[0];
            Assert.Equal(!network.MembersComplete, main.Contains("Incomplete list"));
            Assert.Equal(network.Confidence == Confidence.Low, main.Contains(">Not confirmed</span>"));
            Assert.Equal(network.SupersededBy is not null, main.Contains("Superseded by"));
        }
        Assert.Contains("Not confirmed</strong>", Content(Sample.Page("networks/en/states/XAA.html")));
    }

    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    private static string Content(string html) =>
        html[html.IndexOf("<main", StringComparison.Ordinal)..html.IndexOf("</main>", StringComparison.Ordinal)];

    private static string Encoded(string text) => HtmlEncoder.Create(UnicodeRanges.All).Encode(text);
}
