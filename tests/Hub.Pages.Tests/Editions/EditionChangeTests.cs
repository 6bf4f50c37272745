using Hub.Delivery.Editions;
using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Pages.Tests.Editions;

public sealed class EditionChangeTests
{
    private static readonly string[] ChangedStates = ["XAA", "CIV", "SEN"];
    private static readonly string[] WithChanges = ["changes", "directory"];

    [Theory, MemberData(nameof(Languages))]
    public void What_changed_is_told_with_the_values_before_and_now(Language language)
    {
        foreach (var name in WithChanges)
        {
            var page = System.Net.WebUtility.HtmlDecode(EditionSample.Text($"{name}.{language.Code()}.html"));
            Assert.Matches("(?s)\\+99915550100.*\\+99915550999", page);
        }
        var changes = EditionSample.Text($"changes.{language.Code()}.html");
        Assert.All(ChangedStates, s => Assert.Contains(Sample.States[new(s)].Name(language), System.Net.WebUtility.HtmlDecode(changes)));
    }

    [Fact]
    public void What_a_State_wrote_is_never_markup()
    {
        Assert.DoesNotContain("<b>", EditionSample.Text("directory.en.html"));
        Assert.Contains("Parquet &lt;b&gt;g", EditionSample.Text("directory.en.html"));
    }

    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    private static string Text(EditionFile file, IEnumerable<EditionFile> files) =>
        file.MediaType == "application/pdf" ? PrintedText.Of(file.Content).Body : EditionSample.Text(file.Name, files);
}
