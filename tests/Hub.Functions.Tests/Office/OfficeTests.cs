using System.Text.RegularExpressions;
using Hub.Functions.Office;
using Hub.Functions.Tests.Documents;
using Hub.Functions.Tests.Site;
using Hub.Intake.Inbox;
using Hub.Notices;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;

namespace Hub.Functions.Tests.Office;

/// <summary>A mission sees what is its State's, and changes it with the Secretariat's consent.</summary>
public sealed partial class OfficeTests : OfficeCase
{
    private const string Number = "+99915550199";

    [Fact]
    public async Task Only_what_differs_is_sent_and_no_number_is_lost_that_the_form_does_not_show()
    {
        var record = Register.Now.Authorities[Sample.Record];
        Register.Put(record with { Secretariat = record.Secretariat with { PersonalPhones = [new("+99915550177")] } });
        var form = await ShowChange(Mission);
        Assert.DoesNotContain("15550177", PageSite.Text(form), StringComparison.Ordinal);
        var check = await SendChange(Mission, Filled(form, "check", ("record/phones/1/number", Number)));
        Assert.Contains("15550199", PageSite.Text(check), StringComparison.Ordinal);
        Assert.Empty(Notices.All);
        var fields = Filled(check, "send");
        var sent = await SendChange(Mission, fields);
        var notice = Assert.Single(Notices.All);
        Assert.Equal((303, $"/office/notices/{notice.Id}?done=OFFICE_SENT"), (sent.Status, $"{sent.Headers.Location}"));
        var set = notice.Form["changes"]![0]!["set"]!.AsObject();
        Assert.Equal("phones", Assert.Single(set).Key);
        Assert.Equal(["+99915550100", Number], set["phones"]!.AsArray().Select(p => (string?)p!["number"]));
        // Pressed twice, it is one.
        await SendChange(Mission, fields);
        Assert.Single(Notices.All);
    }

    [Fact]
    public async Task A_record_that_changed_while_the_form_was_open_is_looked_at_again_and_nothing_is_sent()
    {
        var check = await SendChange(Mission, Filled(await ShowChange(Mission), "check", ("record/phones/1/number", Number)));
        Register.Change(new Change.Amend(Sample.Record, Sample.Object("""{"comments":"x"}""")));
        var again = await SendChange(Mission, Filled(check, "send"));
        Assert.Equal(200, again.Status);
        Assert.Contains("The directory has changed since you opened this page", PageSite.Text(again), StringComparison.Ordinal);
        Assert.Empty(Notices.All);
        Assert.Equal(303, (await SendChange(Mission, Filled(again, "send"))).Status);
        Assert.Equal("phones", Assert.Single(Assert.Single(Notices.All).Form["changes"]![0]!["set"]!.AsObject()).Key);
    }

    [Fact]
    public async Task A_record_that_changed_is_not_confirmed_and_as_it_was_shown_it_is()
    {
        var stale = await Confirm("7");
        Assert.Equal(409, stale.Status);
        Assert.Contains("Nothing was confirmed", PageSite.Text(stale), StringComparison.Ordinal);
        Assert.Empty(Notices.All);
        Assert.Equal(303, (await Confirm("1")).Status);
        Assert.Equal("CONFIRMATION_NO_CHANGE", (string?)Assert.Single(Notices.All).Form["kind"]);
        await Confirm("1");
        Assert.Single(Notices.All);
    }

    [Fact]
    public async Task A_mission_stands_by_what_an_authority_sent()
    {
        var notice = Held();
        var done = await Send<OfficeNoticePages>(
            Mission, "/office/notices/x/stand", nameof(OfficeNoticePages.Stand), r => NoticePages.Stand(r, notice.Id, default));
        Assert.Equal($"/office/notices/{notice.Id}?done=OFFICE_STOOD", $"{done.Headers.Location}");
        var now = Assert.Single(Notices.All);
        Assert.Equal((NoticeStatus.Review, "mission"), (now.Status, now.ConfirmedBy));
        Assert.Equal($"/office/notices/{notice.Id}?done=OFFICE_NOT_HELD", $"{(await Object(notice, "No")).Headers.Location}");
        Assert.Empty(await Mails.List(null, 10, default));
    }

    [Fact]
    public async Task An_objection_has_a_reason_and_reaches_a_person_once()
    {
        var notice = Held();
        var missing = await Object(notice, " ");
        Assert.Equal(422, missing.Status);
        Assert.Contains("Say why", PageSite.Text(missing), StringComparison.Ordinal);
        for (var i = 0; i < 2; i++)
        {
            var sent = await Object(notice, "That unit was closed.");
            Assert.Equal($"/office/notices/{notice.Id}?done=OFFICE_OBJECTED", $"{sent.Headers.Location}");
        }
        Assert.True(Assert.Single(await Mails.List(InboundMailStatus.ToRead, 10, default)).IsTyped);
        Assert.Equal(NoticeStatus.Held, Assert.Single(Notices.All).Status);
    }

    [Fact]
    public async Task Pages_are_kept_nowhere_run_nothing_and_name_nobody_in_their_titles()
    {
        var record = Register.Now.Authorities[Sample.Record];
        var name = new Dictionary<string, string> { ["en"] = "<script>alert(1)</script> cooperation@justice.example" };
        Register.Put(record with { Restricted = record.Restricted with { AuthorityName = name, Comments = "<img src=x onerror=1>" } });
        var notice = Held();
        Notices.Put(notice with { Id = "XAA-done", Status = NoticeStatus.Committed, Sequence = 7 });
        Served[] pages =
        [
            await Get<OfficePages>(Mission, "/office", nameof(OfficePages.Show), r => First.Show(r, default)),
            await Get<OfficePages>(
                Mission, "/office/preferences", nameof(OfficePages.ShowPreferences), r => First.ShowPreferences(r, default)),
            await Get<OfficeRecordPages>(
                Mission, "/office/records/x", nameof(OfficeRecordPages.Show), r => Records.Show(r, Sample.Record, default)),
            await ShowChange(Mission),
            await Get<OfficeNoticePages>(
                Mission, "/office/notices/x", nameof(OfficeNoticePages.Show), r => NoticePages.Show(r, notice.Id, default)),
        ];
        foreach (var served in pages)
        {
            var html = System.Text.Encoding.UTF8.GetString(served.Bytes);
            Assert.Equal((200, "no-store"), (served.Status, $"{served.Headers.CacheControl}"));
            Assert.DoesNotContain("{0}", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain('@', Title().Match(html).Value);
            Assert.DoesNotContain(
                Addresses().Matches(html), a => a.Value.Contains('@') && !a.Value.Contains("mailto:", StringComparison.Ordinal));
        }
    }

    private Task<Served> Confirm(string version) => Send<OfficeRecordPages>(
        Mission, "/office/records/x", nameof(OfficeRecordPages.Confirm), r => Records.Confirm(r, Sample.Record, default),
        ("version", version));

    private Task<Served> Object(Notice notice, string reason) => Send<OfficeNoticePages>(
        Mission, "/office/notices/x/object", nameof(OfficeNoticePages.Object), r => NoticePages.Object(r, notice.Id, default),
        ("reason", reason));

    [GeneratedRegex("<title>.*?</title>", RegexOptions.Singleline)]
    private static partial Regex Title();

    [GeneratedRegex("(href|action)=\"[^\"]*\"")]
    private static partial Regex Addresses();
}
