using Hub.Delivery.Confirmations;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;
using Hub.Rules.Tests.Delivery.Mail;

namespace Hub.Rules.Tests.Delivery.Confirmations;

public sealed class AskingAgainTests
{
    private readonly MemoryRequests _asked = new();
    private readonly MailRig _rig = new(Confirmed("old", -20), Confirmed("due", -13), Confirmed("elsewhere", -20, Sample.OtherState));

    [Fact]
    public async Task Who_can_confirm_what_nobody_confirmed_is_asked_about_all_that_is_due()
    {
        Mission();

        var plan = await Asking().Plan(Sample.State, default);

        Assert.Equal(
            ["authority-old: old", "mission: due old"],
            plan.Recipients.Select(r => $"{r.Recipient.Id}: {string.Join(' ', r.Records.Select(a => a.Id))}"));
        Assert.Equal(2, plan.Mails);
        Assert.Equal(3, (await Asking().Plan(null, default)).Mails);
    }

    [Fact]
    public async Task It_is_one_mail_each_however_often_somebody_says_so_on_a_day()
    {
        var plan = await Asking().Plan(null, default);

        Assert.Equal(2, await Asking().Ask(plan, default));
        Assert.Equal(2, await Asking().Ask(plan, default));
        await _rig.Finish();

        Assert.Equal(2, _rig.Sent.Count(s => s.Message.Id.Contains(":confirmation-", StringComparison.Ordinal)));
        var again = await Asking().Plan(null, default);
        Assert.Equal((0, true), (again.Mails, again.Recipients.All(r => r.WasAskedToday && r.AskedOn == Sample.Today)));
    }

    [Fact]
    public async Task A_mark_is_another_once_others_would_be_asked()
    {
        var before = (await Asking().Plan(null, default)).Mark;
        Assert.Equal(before, (await Asking().Plan(null, default)).Mark);

        Mission();

        Assert.NotEqual(before, (await Asking().Plan(null, default)).Mark);
    }

    private static Authority Confirmed(string id, int months, StateCode? state = null) =>
        Sample.Authority(id, state ?? Sample.State) is var a
            ? a with { Upkeep = a.Upkeep with { LastConfirmedOn = Sample.Now.AddMonths(months) } }
            : null!;

    private void Mission() => _rig.Add(new("mission", Sample.State, "mission@state.example", Language.French, "Mission", 0));

    private AskingAgain Asking() => new(_rig.Desk, _rig.Register, _asked, _rig.Book, _rig.Asked, _rig.Clock);
}
