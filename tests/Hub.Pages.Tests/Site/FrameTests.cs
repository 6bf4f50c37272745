using System.Text.RegularExpressions;
using Hub.Delivery.NetworkPages;
using Hub.Pages.Site;
using Hub.Pages.Tests.Editions;
using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Pages.Tests.Site;

/// <summary>
/// Every page stands in the site's one frame and has its look from the one style sheet. What travels alone (mails, and the files of
/// editions) has a frame of its own, which brings its style with it.
/// </summary>
public sealed partial class FrameTests
{
    private static readonly string Functions = Path.Combine(Repository(), "functions");

    [Fact]
    public void No_page_has_a_skeleton_or_a_style_of_its_own()
    {
        var sources = System.IO.Directory.EnumerateFiles(Functions, "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".razor", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal))
            // It finds the style that a document has.
            .Where(f => Path.GetFileName(f) != "StyleHash.cs")
            .Where(f => f.Contains("Hub.Pages", StringComparison.Ordinal) || f.Contains("Hub.Functions", StringComparison.Ordinal))
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        var found = sources.SelectMany(f => OwnLook().Matches(File.ReadAllText(f)).Select(m => $"{Path.GetFileName(f)}: {m.Value}"));
        Assert.Equal(
            [
                "DocumentFrame.razor: <!DOCTYPE", "DocumentFrame.razor: <html", "DocumentFrame.razor: <style>",
                "SiteFrame.razor: <!DOCTYPE", "SiteFrame.razor: <html",
            ],
            found.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("<!doctype html>")]
    [InlineData("<HTML lang=\"en\">")]
    [InlineData("<style media=\"print\">")]
    [InlineData("<td style=\"width:@width%\">")]
    [InlineData("<script src=\"x\">")]
    public void A_look_of_its_own_would_be_found(string markup) => Assert.Matches(OwnLook(), markup);

    [Fact]
    public void The_pages_for_everybody_name_the_one_sheet_in_every_language()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var visit = new Visit(language, "/editions", new(Sample.Today.ToDateTime(default), TimeSpan.Zero));
            var (abstracted, manifest) = EditionSample.Published();
            string[] pages =
            [
                SiteHtml.Home(visit), SiteHtml.Editions(visit, [manifest]), SiteHtml.Edition(visit, new(manifest, abstracted, [])),
                Text(Sample.Pages.Missing(Sample.Directory(), language)),
                Text(Sample.Pages.Render($"networks/{language.Code()}/wacap.html", Sample.Directory(), new())!),
                AccessLinkPages.Expired(language),
                .. Enum.GetValues<AboutTopic>().Select(topic => SiteHtml.About(visit, topic, "directory@hub.example")),
            ];
            Assert.All(pages, html =>
            {
                Assert.Contains($"<link rel=\"stylesheet\" href=\"/{StyleSheet.Page.Path}\"", html);
                Assert.Contains($"<html lang=\"{language.Code()}\" dir=\"{language.Direction()}\"", html);
                Assert.Single(Regex.Matches(html, "<h1[ >]"));
                Assert.DoesNotMatch(" style=|<style|<script", html);
            });
        }
    }

    [Fact]
    public void Every_page_leads_to_who_keeps_it_and_these_say_where_to_write_in_every_language()
    {
        foreach (var language in Enum.GetValues<Language>())
            foreach (var topic in Enum.GetValues<AboutTopic>())
            {
                var visit = new Visit(language, "/", new(Sample.Today.ToDateTime(default), TimeSpan.Zero));
                var page = SiteHtml.About(visit, topic, "directory@hub.example");
                Assert.Contains("mailto:directory@hub.example", page, StringComparison.Ordinal);
                Assert.DoesNotContain("About.", page, StringComparison.Ordinal);
                Assert.Contains($"href=\"/about/{topic.Code().ToLowerInvariant()}\"", SiteHtml.Home(visit), StringComparison.Ordinal);
                Assert.True(Regex.Count(page, "<p>") >= 3, $"{language} {topic}");
            }
    }

    private static string Text(Page page) => System.Text.Encoding.UTF8.GetString(page.Content.Span);

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Hub.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }

    [GeneratedRegex("<!DOCTYPE|<html|<style\\b[^>]*>|\\sstyle=|<script\\b", RegexOptions.IgnoreCase)]
    private static partial Regex OwnLook();
}
