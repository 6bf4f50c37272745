using System.Text;
using Hub.Intake.Translation;
using Hub.Register.Problems;

namespace Hub.Rules.Tests.Intake.Translation;

public sealed class TranslationProblemTests : TranslationCase
{
    [Theory]
    [InlineData(
        "Please see form-arvenia.xlsx and note.txt; the law is at https://law.example/act.pdf, write to a.b.pdf@c.example.",
        "Query form-arvenia.xlsx"
    )]
    [InlineData("The form is in NOTE.TXT. Enclosures: 2", "Warn Enclosures: 2|")]
    [InlineData("Vienna, 14 March 2025   Enclosure: 1", "Warn Enclosure: 1|")]
    [InlineData("Pièces jointes : 3", "Warn Pièces jointes : 3|")]
    [InlineData("المرفقات: ٢", "Warn المرفقات: ٢|")]
    [InlineData("附件：2", "Warn 附件：2|")]
    [InlineData("Приложения: 2; Anexo: 0", null)]
    [InlineData("Article 18, paragraph 13: 2 authorities.", null)]
    public async Task V17_What_a_note_names_or_counts_and_did_not_bring_is_told(string text, string? told)
    {
        var notice = await Submitted("note.txt", Encoding.UTF8.GetBytes(text));
        await Work();
        var found = (await _desk.Find(notice)).Problems.Where(p => p.Code == ProblemCode.V17)
            .Select(p => $"{p.Outcome} {string.Join('|', p.Arguments)}");
        Assert.Equal(told, found.SingleOrDefault());
    }

    [Fact]
    public async Task V21_What_a_translation_lacks_of_numbers_and_addresses_is_shown_to_who_reads_it()
    {
        var notice = await Submitted(
            "note.txt",
            Encoding.UTF8.GetBytes($"{French} Téléphone +999 1 555 0100, 12 000 dossiers, a@justice.example, b@justice.example."));
        _translator.Answer = () => new Translated.Text("Telephone +99915550100, 12,000 files, A@justice.example.");
        await Work();
        Assert.Equal(["b@justice.example"], _desk.Works[$"{notice.Id}/1/en"].Missing);
        Assert.Equal(["0100", "2025"], TranslationCheck.Missing("+999 1 555 0100, ٢٠٢٥", "no number"));
    }

    [Fact]
    public async Task V21_What_a_translation_lacks_is_known_after_a_crash_between_keeping_and_noting_it_too()
    {
        var notice = await Submitted("note.txt", Encoding.UTF8.GetBytes($"{French} Téléphone +999 1 555 0100, a@justice.example."));
        _translator.Answer = () => new Translated.Text("Telephone +99915550100.");
        await Work();
        var done = _desk.Works[$"{notice.Id}/1/en"];
        await _desk.Works.Save(done with { State = WorkState.Waiting, Record = null, Missing = [], DueAt = _desk.Clock.Now }, default);
        await Work();
        Assert.Equal((WorkState.Done, "a@justice.example"), (_desk.Works[done.Id].State, Assert.Single(_desk.Works[done.Id].Missing)));
    }
}
