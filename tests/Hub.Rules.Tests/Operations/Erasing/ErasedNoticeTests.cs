using Hub.Notices;
using Hub.Operations.Erasures;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Operations.Erasing;

public sealed class ErasedNoticeTests
{
    private static readonly string[] Traces = ["Nwosu", "NWOSU", "15557788", "a.nwosu@"];
    private readonly ErasureRig _rig = new();

    [Fact]
    public async Task One_notice_loses_everything_personal_with_its_mail_whoever_it_is_about()
    {
        var notice = await _rig.Settled();
        await _rig.Order(new() { Notice = notice.Id });
        await _rig.RunToTheEnd();

        var left = _rig.Notices.All.Single();
        Assert.Equal("""{"kind":"NEW_DESIGNATION","noteDate":"2025-03-01"}""", left.Form.ToJsonString());
        Assert.Equal((notice.Id, notice.Status, notice.ReceivedAt), (left.Id, left.Status, left.ReceivedAt));
        Assert.Equal(("[erased]", "abc"), (left.Files.Single().Name, left.Files.Single().Sha256));
        Assert.Equal("[erased]", left.Sender.Name);
        Assert.Empty(_rig.Files.Kept);
        Assert.Null(_rig.Mails.All.Single().From);
        // The register is the State's: it changes only where a person is erased.
        Assert.Equal(2, _rig.Register.Now.Authorities[Sample.Record].Version);
    }

    [Fact]
    public async Task An_objection_keeps_its_day_and_loses_who_wrote_it_and_why()
    {
        var at = Sample.Now.AddDays(1);
        var notice = await _rig.Settled();
        await _rig.Notices.Save(
            (await _rig.Notices.Find(notice.Id, default))! with { Objection = new("mission", at, "Ms Nwosu has left.") }, default);
        await _rig.Order(new() { Notice = notice.Id });
        await _rig.RunToTheEnd();
        var left = _rig.Notices.All.Single().Objection!;
        Assert.Equal(("[erased]", at, "[erased]"), (left.By, left.At, left.Reason));
    }

    [Fact]
    public async Task What_is_open_waits_until_it_is_settled_and_the_rest_is_done()
    {
        var open = await _rig.Settled(NoticeStatus.Review);
        await _rig.Order(ErasureRig.OfPerson);
        await _rig.RunToTheEnd(6);

        var waiting = Assert.Single(_rig.Erasures.Only.Items, i => !i.IsDone);
        Assert.Equal((ErasureState.Waiting, open.Id), (_rig.Erasures.Only.State, waiting.Id));
        Assert.Contains(ErasureRig.Number[1..], (await _rig.Notices.Find(open.Id, default))!.Form.ToJsonString(), StringComparison.Ordinal);

        await _rig.Notices.Save((await _rig.Notices.Find(open.Id, default))!.Now(NoticeStatus.Rejected), default);
        await _rig.RunToTheEnd();
        Assert.Equal(ErasureState.Done, _rig.Erasures.Only.State);
        Assert.All(Traces, t => Assert.DoesNotContain(t, _rig.Everything, StringComparison.Ordinal));
    }
}
