using System.Text.RegularExpressions;
using Hub.Delivery.Editions;
using Hub.Pages.Editions.Rendering;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Tests.Editions;

public sealed class DirectoryTests
{
    [Theory, MemberData(nameof(Languages))]
    public void Every_State_stands_once_in_the_directory_in_the_language_s_order(Language language)
    {
        var page = EditionSample.Text($"directory.{language.Code()}.html");
        Assert.Contains($"<html lang=\"{language.Code()}\" dir=\"{language.Direction()}\">", page);
        var states = Regex.Matches(page, "<section id=\"([A-Z]{3})\" class=\"state\">").Select(m => m.Groups[1].Value);
        Assert.Equal(EditionSample.Second.StatesIn(language).Select(s => s.State.Value), states);
        Assert.Single(Regex.Matches(page, "<h1>"));
        Assert.Equal(EditionSample.Second.Authorities(), Regex.Count(page, "<article>"));
        Assert.All(EditionSample.Second.States, s => Assert.Contains($"href=\"#{s.State}\"", page));
    }

    [Theory, MemberData(nameof(Languages))]
    public void No_word_of_another_language_stands_in_a_document(Language language)
    {
        var labels = new Labels(language);
        var page = EditionSample.Text($"directory.{language.Code()}.html");
        Assert.All(
            new[]
            {
                labels["Edition.Title"], labels["Edition.Contents"], labels.Field("phones"),
                labels.Of(InterpolAcceptance.Unknown), labels.Of(RecordStatus.Active),
            },
            word => Assert.Contains(System.Net.WebUtility.HtmlDecode(word), System.Net.WebUtility.HtmlDecode(page)));
        Assert.All(
            Enum.GetValues<Language>().Where(l => l != language),
            l => Assert.DoesNotContain(new Labels(l)["Edition.Restricted"], page));
    }

    [Theory, MemberData(nameof(Languages))]
    public void A_record_that_nobody_confirmed_in_time_says_so(Language language)
    {
        var record = Sample.Authority() is var a
            ? a with { Upkeep = a.Upkeep with { LastConfirmedOn = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero) } }
            : null;
        var edition = EditionSample.Of(EditionSample.Register(record!), new(2026, 1));
        var files = new EditionRenderer().Render(edition, EditionChanges.Between(null, edition));
        Assert.Contains(
            new Labels(language).Of(RecordStatus.NonConfirmed),
            System.Net.WebUtility.HtmlDecode(EditionSample.Text($"directory.{language.Code()}.html", [.. files])));
    }

    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    private static string Text(EditionFile file, IEnumerable<EditionFile> files) =>
        file.MediaType == "application/pdf" ? PrintedText.Of(file.Content).Body : EditionSample.Text(file.Name, files);
}
