using System.Text;
using Hub.Intake.Files.Text;
using Hub.Intake.Translation;
using Hub.Notices.Documents;
using Hub.Register.States;

namespace Hub.Rules.Tests.Intake.Translation;

public sealed class TranslationTests : TranslationCase
{
    [Fact]
    public async Task A_document_is_translated_once_into_every_language_it_is_not_in_and_says_so()
    {
        var notice = await Submitted("note.txt", Encoding.UTF8.GetBytes(French));
        await Work();
        await Work();
        Assert.Equal([Language.English, Language.Spanish], _translator.Asked.Order());
        var done = _desk.Works[$"{notice.Id}/1/en"];
        var record = done.Record!;
        Assert.Equal(
            (WorkState.Done, "fake", Glossary.Version, notice.Files[0].Sha256),
            (done.State, record.Engine, record.Glossary, record.SourceSha256));
        Assert.StartsWith(
            "Translated from French by fake. The original prevails.\n\n",
            Encoding.UTF8.GetString(_desk.Files.Kept[(Place.Documents, record.Blob)]));
        Assert.Equal(
            (Legibility.Text, Language.French),
            (_desk.Works[$"{notice.Id}/1"].Legibility!.Value, _desk.Works[$"{notice.Id}/1"].From!.Value));
    }

    [Fact]
    public async Task A_crash_between_keeping_a_translation_and_noting_it_does_not_make_it_twice()
    {
        var notice = await Submitted("note.txt", Encoding.UTF8.GetBytes(French));
        await Work();
        var done = _desk.Works[$"{notice.Id}/1/en"];
        await _desk.Works.Save(done with { State = WorkState.Waiting, Record = null, DueAt = _desk.Clock.Now }, default);
        await Work();
        Assert.Equal(done.Record, _desk.Works[done.Id].Record);
        Assert.Equal(2, _translator.Asked.Count);
    }

    [Fact]
    public async Task A_crash_in_the_middle_is_made_up_for_when_the_lease_is_over()
    {
        var notice = await Submitted("note.txt", Encoding.UTF8.GetBytes(French));
        _translator.Answer = () => throw new InvalidOperationException("power cut");
        await Assert.ThrowsAsync<InvalidOperationException>(Work);
        _translator.Answer = null;
        _desk.Clock.Advance(TimeSpan.FromMinutes(4));
        await Work();
        Assert.Equal(WorkState.Done, _desk.Works[$"{notice.Id}/1/en"].State);
        Assert.Equal(WorkState.Done, _desk.Works[$"{notice.Id}/1/es"].State);
    }
}
