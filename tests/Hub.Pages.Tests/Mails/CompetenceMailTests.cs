using Hub.Pages.Texts;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Tests.Mails;

public sealed class CompetenceMailTests : MailWriterCase
{
    [Fact]
    public void A_withdrawal_tells_the_last_day()
    {
        var old = Sample.Authority();
        var designation = old.Restricted.Designations[0] with { EffectiveTo = new(2026, 1, 31) };
        var ended = Sample.Change(
            EventType.AuthorityWithdrawn, old, old with { Restricted = old.Restricted with { Designations = [designation] } });
        Assert.Contains("Last day: 31 January 2026", Sample.Mail(Language.English, ended).Text);
    }

    [Theory, MemberData(nameof(Languages))]
    public void Who_is_competent_until_a_day_to_come_is_not_said_to_be_so_no_more(Language language)
    {
        var old = Sample.Authority();
        var ended = Sample.Change(EventType.AuthorityWithdrawn, old, old);
        var today = DateOnly.FromDateTime(ended.Event.Time.UtcDateTime);
        foreach (var (day, stillIs) in new[] { (today.AddDays(-1), false), (today, true), (today.AddYears(1), true) })
        {
            var designation = old.Restricted.Designations[0] with { EffectiveTo = day };
            var told = Sample.Mail(
                language, ended with { After = old with { Restricted = old.Restricted with { Designations = [designation] } } }).Text;
            var labels = new Labels(language);
            var over = labels.Say("EventType.AuthorityWithdrawn", old.Name(language)).ToText(labels.RightToLeft);
            Assert.Equal(!stillIs, told.Contains(over, StringComparison.Ordinal));
            Assert.Contains(labels.Day(day), told, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_temporary_notice_tells_the_new_one_only()
    {
        var old = Noticed(new TemporaryNotice("strike", "closed", new(2026, 1, 5)));
        var relocation = new TemporaryNotice("relocation", "new address soon", new(2026, 2, 1), new(2026, 2, 28));
        var now = Noticed(old.Restricted.TemporaryNotices![0], relocation);
        var text = Sample.Mail(Language.English, Sample.Change(EventType.TemporaryNoticeAnnounced, old, now)).Text;
        Assert.Contains("relocation; 1 February 2026 – 28 February 2026; new address soon", text);
        Assert.DoesNotContain("strike", text);
    }

    [Fact]
    public void Declarations_and_memberships_are_told()
    {
        var text = Sample.Mail(Language.English, Declarations()).Text;
        Assert.Contains("no authority for this: extradition – Organized Crime Convention, article 16.", text);
        Assert.Contains("Declaration: takes the Convention as the legal basis of extradition", text);
        Assert.Contains("Declared on: 4 August 2025", text);
        Assert.Contains(Sample.Networks.All.Single(n => n.Id == "wacap").Name, text);
        Assert.Contains("Validity: from 1 April 2025", text);
    }

    private static Authority Noticed(params TemporaryNotice[] notices)
    {
        var authority = Sample.Authority();
        return authority with { Restricted = authority.Restricted with { TemporaryNotices = notices } };
    }
}
