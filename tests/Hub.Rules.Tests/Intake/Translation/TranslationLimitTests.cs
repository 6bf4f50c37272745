using System.Text;
using Hub.Intake.Files.Text;
using Hub.Intake.Translation;
using Hub.Register.States;

namespace Hub.Rules.Tests.Intake.Translation;

public sealed class TranslationLimitTests : TranslationCase
{
    [Fact]
    public async Task Of_a_text_longer_than_any_note_the_first_part_is_translated_and_says_so()
    {
        const int BytesOfOneCall = 10 * 1024 * 1024, MostBytesOfACharacter = 3;
        Assert.True(TextLayer.Most * MostBytesOfACharacter < BytesOfOneCall);
        var notice = await Submitted("note.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat($"{French}\n", 17_000))));
        await Work();
        Assert.Equal(TextLayer.Part, _desk.Works[$"{notice.Id}/1"].Reason);
        var english = _desk.Works[$"{notice.Id}/1/en"];
        Assert.Equal((WorkState.Done, TextLayer.Part), (english.State, english.Reason));
    }

    [Fact]
    public async Task A_language_that_is_not_certain_is_not_translated_from()
    {
        var notice = await Submitted("note.txt", "Die Regierung hat eine zentrale Behörde für die Rechtshilfe benannt."u8.ToArray());
        await Work();
        Assert.Equal("its language is not certain", _desk.Works[$"{notice.Id}/1"].Reason);
        Assert.Empty(_translator.Asked);
    }

    [Fact]
    public void The_glossary_has_every_term_in_six_languages()
    {
        foreach (var from in Enum.GetValues<Language>())
            foreach (var into in Enum.GetValues<Language>())
                Assert.All(Glossary.Pairs(from, into), p => Assert.True(p.From.Trim().Length > 1 && p.Into.Trim().Length > 1));
        Assert.Contains("central authority\tautorité centrale\n", Glossary.Tsv(Language.English, Language.French));
    }
}
