using System.Text;
using Hub.Intake.Files.Reading;
using Hub.Intake.Files.Text;
using Hub.Intake.Translation;
using Hub.Notices;
using Hub.Notices.Documents;
using Hub.Register.Problems;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Hub.SampleFiles;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Intake.Translation;

public sealed class TranslationTroubleTests : TranslationCase
{
    [Fact]
    public async Task A_translator_that_fails_is_asked_later_and_after_a_day_a_person_sees_that_it_is_down()
    {
        var notice = await Submitted("note.txt", Encoding.UTF8.GetBytes(French));
        _translator.Answer = () => new Translated.Failed(new(Failure.Transient, "the translator could not be reached"));
        await Work();
        Assert.Equal(
            (WorkState.Waiting, true),
            (_desk.Works[$"{notice.Id}/1/en"].State, _desk.Works[$"{notice.Id}/1/en"].DueAt > _desk.Clock.Now));
        _desk.Clock.Advance(TimeSpan.FromHours(25));
        await Work();
        Assert.Equal(WorkState.Impossible, _desk.Works[$"{notice.Id}/1/en"].State);
        Assert.StartsWith("the translator could not be reached", _desk.Works[$"{notice.Id}/1/en"].Reason);
    }

    [Fact]
    public async Task What_a_person_translated_stands_and_the_machine_does_not_take_its_place()
    {
        var notice = await Submitted("note.txt", Encoding.UTF8.GetBytes(French));
        var human = new HumanTranslations(_desk.Works, _desk.Files, new FileReader(), _desk.Clock);
        Assert.Null(await human.Put(
            notice, 1, Language.English, Callers.First, new("t.docx", "", Package.Docx("The Mission").Bytes()), default));
        await Work();
        var stands = _desk.Works[$"{notice.Id}/1/en"];
        Assert.Equal((WorkState.Human, "reviewer-1", DocumentKind.Docx), (stands.State, stands.Record!.Engine, stands.Record.Kind));
        var refused = await human.Put(notice, 1, Language.English, Callers.First, new("t.exe", "", "MZ"u8.ToArray()), default);
        Assert.Equal(ProblemCode.F12, refused!.Code);
        Assert.Equal(stands.Record, _desk.Works[stands.Id].Record);
    }

    [Fact]
    public async Task V16_A_blank_document_sends_a_notice_back_and_a_scan_waits_for_a_person()
    {
        var blank = await Submitted("note.pdf", Pdf.WithText(""));
        var scan = await Submitted("note.pdf", Pdf.Scan());
        await Work();
        Assert.Contains((await _desk.Find(blank)).Problems, p => p is { Code: ProblemCode.V16, Field: "/files/0" });
        Assert.Equal(NoticeStatus.Query, (await _desk.Advance(blank)).Status);
        Assert.Equal(Legibility.Scan, _desk.Works[$"{scan.Id}/1"].Legibility);
        Assert.Empty((await _desk.Find(scan)).Problems);
        Assert.Empty(_translator.Asked);
    }
}
