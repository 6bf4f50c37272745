using Hub.Register.Laws;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Delivery.Mail;

public sealed class DeadLawsTests
{
    private readonly MailRig _rig = new();

    [Theory]
    [InlineData(LinkStatus.Broken, true)]
    [InlineData(LinkStatus.Soft404, true)]
    [InlineData(LinkStatus.CertError, true)]
    [InlineData(LinkStatus.Ok, false)]
    [InlineData(LinkStatus.Redirect, false)]
    [InlineData(LinkStatus.Changed, false)]
    [InlineData(LinkStatus.Blocked, false)]
    [InlineData(LinkStatus.Unchecked, false)]
    public async Task A_States_next_mail_says_which_of_its_laws_are_dead(LinkStatus status, bool isTold)
    {
        await Check(Law(), status);
        await Send();
        Assert.Equal(isTold ? ["a@mission.example", "b@mission.example"] : [], _rig.Writer.Dead.Select(d => d.To));
    }

    [Fact]
    public async Task Another_States_mail_does_not()
    {
        await Check(SampleLaws.Law(), LinkStatus.Broken);
        await Send();
        Assert.Empty(_rig.Writer.Dead);
    }

    [Fact]
    public async Task Nor_where_the_law_is_not_shown_or_has_another_address_by_now()
    {
        await Check(Law("law-1") with { Listed = false }, LinkStatus.Broken);
        await Check(Law("law-2"), LinkStatus.Broken);
        _rig.Register.Put(Law("law-2") with { OfficialUrl = "https://laws.arvenia.example/new" });
        await Send();
        Assert.Empty(_rig.Writer.Dead);
    }

    // The missions of the rig are Senegal's.
    private static Law Law(string id = SampleLaws.Id) => SampleLaws.Law(id: id) with { State = Sample.OtherState };

    private async Task Check(Law law, LinkStatus status)
    {
        _rig.Register.Put(law);
        await _rig.LinkChecks.Save(new() { LawId = law.LawId, Url = law.OfficialUrl!, Status = status }, default);
    }

    private async Task Send()
    {
        _rig.Subscribe("a");
        _rig.Subscribe("b");
        _rig.Register.Grow();
        await _rig.Finish();
    }
}
