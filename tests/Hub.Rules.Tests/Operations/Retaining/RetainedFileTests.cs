using Hub.Intake.Translation;
using Hub.Notices.Documents;
using Hub.Operations.Retention;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Operations.Retaining;

public sealed class RetainedFileTests
{
    private readonly RetentionRig _rig = new();

    [Fact]
    public async Task An_original_that_storage_keeps_leaves_its_notice_as_it_is()
    {
        await _rig.Settled();
        _rig.Hub.Storage.Keeps = true;
        Assert.Equal(0, (await _rig.Run(RetentionKind.Notices, days: 3651)).Count);
        Assert.Null(_rig.Hub.Notices.All.Single().EmptiedAt);
        _rig.Hub.Storage.Keeps = false;
        Assert.Equal(2, (await _rig.Run(RetentionKind.Notices, days: 3651)).Count);
    }

    [Fact]
    public async Task A_machines_translation_goes_and_a_persons_stays()
    {
        var notice = await _rig.Settled();
        var work = _rig.Hub.Works[$"{notice.Id}/1/fr"];
        var record = new TranslationRecord("machine", null, Sample.Now, "abc", "abc", $"{notice.Id}/1/fr/abc.txt", DocumentKind.Txt);
        await _rig.Hub.Works.Save(work with { State = WorkState.Done, Record = record }, default);
        await _rig.Hub.Works.Add(
            new() { Notice = notice.Id, N = 1, Into = Language.Spanish, State = WorkState.Human, Record = record }, default);
        _rig.Hub.Files.Kept[(Place.Documents, $"{notice.Id}/1/es/def.txt")] = [1];

        Assert.Equal(1, (await _rig.Run(RetentionKind.Translations, days: 366)).Count);

        Assert.Equal((WorkState.Impossible, null), (_rig.Hub.Works[work.Id].State, _rig.Hub.Works[work.Id].Record));
        Assert.Equal([$"{notice.Id}/1/es/def.txt"], _rig.Hub.Files.Kept.Keys.Where(k => k.Item1 == Place.Documents).Select(k => k.Item2));
    }
}
