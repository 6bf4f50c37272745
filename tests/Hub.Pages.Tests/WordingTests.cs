using Hub.Pages.Console.Wording;
using Hub.Pages.Site;
using Hub.Pages.Texts;
using Hub.Register.States;

namespace Hub.Pages.Tests;

public sealed class WordingTests
{
    [Fact]
    public void Every_text_is_listed_with_its_English_and_says_whether_a_person_has_reviewed_it()
    {
        Assert.Equal(
            Enum.GetValues<Language>().Where(l => l != Language.English), Wording.All.Select(t => t.Language).Distinct().Order());
        Assert.Contains(Wording.All, t => t.Place.StartsWith("Hub.Register/Problems/", StringComparison.Ordinal));
        Assert.Contains(Wording.All, t => t.Place.StartsWith("Hub.Intake/Forms/", StringComparison.Ordinal));
        Assert.Contains(Wording.All, t => t.Place.StartsWith("Console/Texts/Editions", StringComparison.Ordinal));
        Assert.All(Wording.All, t => Assert.False(string.IsNullOrEmpty(t.English), $"{t.Place} is in {t.Language} only"));
        var arabic = Wording.All.Single(t => t is { Place: "Texts/Editions: Edition.Index", Language: Language.Arabic });
        Assert.Equal(("Index by matter", "الفهرس حسب المسائل", true), (arabic.English, arabic.Text, arabic.IsForReview));
        Assert.False(Wording.All.Single(t => t is { Place: "Texts/Editions: Edition.Index", Language: Language.French }).IsForReview);
    }

    [Fact]
    public void The_page_counts_what_waits_and_shows_it_beside_the_English()
    {
        var choice = new WordingChoice(Language.Arabic, false);
        IReadOnlyList<WrittenText> texts = [new("File: <key>", Language.Arabic, "A <b>name</b>", "اسم", true)];
        var page = OperationsHtml.Texts(
            new Visit(Language.English, WordingChoice.Path, DateTimeOffset.UnixEpoch),
            new(choice, new(1, 50, 1, choice.Address()), texts, WordingList.Count(texts)));
        Assert.Contains("1 of 1 to review", page, StringComparison.Ordinal);
        Assert.Contains("""lang="ar" dir="rtl">اسم<""", page, StringComparison.Ordinal);
        Assert.Contains("A &lt;b&gt;name&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("/console/operations/texts/list.csv?language=ar", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, false, 1)]
    [InlineData(null, true, 2)]
    [InlineData(Language.French, true, 1)]
    [InlineData(Language.French, false, 0)]
    public void What_is_shown_is_what_waits_unless_all_is_asked_for(Language? language, bool all, int shown)
    {
        WrittenText[] texts = [new("a", Language.Arabic, "a", "b", true), new("a", Language.French, "a", "b", false)];
        Assert.Equal(shown, texts.Count(new WordingChoice(language, all).Shows));
    }
}
