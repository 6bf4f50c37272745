using Hub.Delivery.Confirmations;
using Hub.Delivery.Editions;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;
using Hub.Rules.Tests.Delivery.Mail;

namespace Hub.Rules.Tests.Delivery.Confirmations;

/// <summary>Records are confirmed once a year (V28, anchors 15 and 17).</summary>
public sealed class UpkeepTests
{
    private MemoryRequests _asked = new();
    private readonly MailRig _rig = new(Confirmed("one", -12), Confirmed("two", -11), Confirmed("elsewhere", -12, Sample.OtherState));

    [Fact]
    public async Task Who_can_confirm_a_record_of_a_year_ago_is_asked_in_one_mail()
    {
        Mission();
        await Asks();
        Assert.Equal(["authority-elsewhere", "authority-one", "mission"], Mails().Select(m => m.Split(':')[0]).Order());
        await Asks();
        Assert.Equal(3, Mails().Count());
    }

    [Fact]
    public async Task Without_an_answer_it_is_asked_again_every_month_and_from_the_fifth_time_on_once_a_year()
    {
        var days = new List<int>();
        for (var day = 0; day <= 900; day++)
        {
            var before = Mails().Count(m => m.StartsWith("authority-one:", StringComparison.Ordinal));
            await Asks();
            if (Mails().Count(m => m.StartsWith("authority-one:", StringComparison.Ordinal)) > before)
                days.Add(day);
            _rig.Clock.Advance(TimeSpan.FromDays(1));
        }
        Assert.Equal([0, 30, 60, 90, 120], days.Take(5).Select(d => d));
        Assert.All(days.Skip(5).Zip(days.Skip(4)), d => Assert.True(d.First - d.Second >= 365));
    }

    [Fact]
    public async Task A_crash_before_it_is_noted_who_was_asked_sends_no_second_mail()
    {
        await Asks();
        _asked = new();
        _rig.Clock.Advance(TimeSpan.FromMinutes(1));
        await Asks();
        Assert.Equal(2, Mails().Count());
    }

    [Fact]
    public async Task What_was_confirmed_before_the_mail_went_is_not_asked_about()
    {
        await Desk().Ask(default);
        _rig.Register.Put(Confirmed("one", 0), Confirmed("elsewhere", 0, Sample.OtherState));
        await _rig.Finish();
        Assert.Empty(Mails());
        Assert.Empty(_rig.Outbox.Open);
    }

    [Fact]
    public async Task A_look_at_the_whole_register_serves_for_an_hour()
    {
        var desk = Desk();
        await desk.AskWhereDue(default);
        Mission();
        await desk.AskWhereDue(default);
        Assert.Equal(2, _asked.All.Count);
        _rig.Clock.Advance(TimeSpan.FromHours(1));
        await desk.AskWhereDue(default);
        Assert.Equal(3, _asked.All.Count);
    }

    [Theory]
    [InlineData(-12, RecordStatus.Active)]
    [InlineData(-15, RecordStatus.Active)]
    [InlineData(-16, RecordStatus.NonConfirmed)]
    public void Three_months_later_an_edition_shows_it_as_not_confirmed_and_the_register_stays_as_it_is_I2(int months, RecordStatus status)
    {
        var record = Confirmed("one", months);
        var edition = new EditionContent(Sample.Register(record), Sample.Today, Sample.Data).Of(new(2025, 1));
        Assert.Equal(status, edition.States.Single().Authorities.Single().Upkeep.Status);
        Assert.Equal(RecordStatus.Active, record.Upkeep.Status);
    }

    [Fact]
    public void What_was_withdrawn_is_never_to_be_confirmed() => Assert.Equal(
        RecordStatus.Withdrawn, UpkeepPolicy.StatusOn(Confirmed("one", -40).Upkeep with { Status = RecordStatus.Withdrawn }, Sample.Today));

    private static Authority Confirmed(string id, int months, StateCode? state = null) =>
        Sample.Authority(id, state ?? Sample.State) is var a
            ? a with { Upkeep = a.Upkeep with { LastConfirmedOn = Sample.Now.AddMonths(months) } }
            : null!;

    private void Mission() => _rig.Add(new("mission", Sample.State, "mission@state.example", Language.French, "Mission", 0));

    private ConfirmationRequests Desk() => new(_rig.Desk, _rig.Register, _asked, _rig.Asked, _rig.Clock);

    private async Task Asks()
    {
        await Desk().Ask(default);
        await _rig.Finish();
    }

    private IEnumerable<string> Mails() =>
        _rig.Sent.Select(s => s.Message.Id).Where(id => id.Contains(":confirmation-", StringComparison.Ordinal));
}
