using System.Text.RegularExpressions;
using Hub.Functions.Office;
using Hub.Functions.Tests.Documents;
using Hub.Functions.Tests.Site;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Flow;
using Hub.Notices.Rules;
using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;

namespace Hub.Functions.Tests.Office;

/// <summary>A mission sees what is its State's, and changes it with the Secretariat's consent.</summary>
public sealed partial class OfficeTests : OfficeCase
{
    private const string Number = "+99915550199";
    private static readonly Caller _reviewer = new("reviewer", CallerKind.Secretariat);

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
        // Whoever stood by it is not told to ask for that.
        Assert.DoesNotContain("ask your permanent mission", PageSite.Text(await Show(notice)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_objection_has_a_reason_and_stands_at_the_notice_once()
    {
        var notice = Held();
        var missing = await Object(notice, " ");
        Assert.Equal(422, missing.Status);
        Assert.Contains("Say why", PageSite.Text(missing), StringComparison.Ordinal);
        var said = default(DateTimeOffset);
        for (var i = 0; i < 2; i++)
        {
            var sent = await Object(notice, "That unit was closed.");
            Assert.Equal($"/office/notices/{notice.Id}?done=OFFICE_OBJECTED", $"{sent.Headers.Location}");
            said = i == 0 ? Clock.GetUtcNow() : said;
        }
        var now = Assert.Single(Notices.All);
        Assert.Equal((NoticeStatus.Review, null), (now.Status, now.DueAt));
        Assert.Equal(("mission", "That unit was closed.", said), (now.Objection!.By, now.Objection.Reason, now.Objection.At));
        // Nobody approves it, and its mission is asked no more.
        Assert.Equal(NoticeRefusal.OfficeObjects, Decisions.WhyNot(now, _reviewer, DecisionKind.Approve));
        Assert.Null(Decisions.WhyNot(now, _reviewer, DecisionKind.Reject));
        var page = PageSite.Text(await Show(notice));
        Assert.Contains("Your State does not stand by it", page, StringComparison.Ordinal);
        Assert.Contains("That unit was closed.", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("action=\"/office/notices/[^\"]*/(stand|object)\"", page);
        Assert.DoesNotContain("ask your permanent mission", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_to_stand_by_a_notice_is_not_told_to_ask_for_that_and_its_sender_is()
    {
        var notice = Notices.Put(Held() with { Problems = [new(ProblemCode.V01, "", Outcome.Hold, [])] });
        const string Ask = "ask your permanent mission";
        Assert.DoesNotContain(Ask, PageSite.Text(await Show(notice)), StringComparison.Ordinal);
        Assert.Contains(Ask, PageSite.Text(await Show(notice, Authority)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_says_what_each_notice_is_about_and_begins_with_those_that_wait_for_the_office()
    {
        var held = Held();
        var newer = Notices.Put(held with { Id = "XAA-newer", ReceivedAt = held.ReceivedAt.AddDays(1), Status = NoticeStatus.Review });
        var html = System.Text.Encoding.UTF8.GetString(
            (await Get<OfficePages>(Mission, "/office", nameof(OfficePages.Show), r => First.Show(r, default))).Bytes);
        Assert.True(html.IndexOf(held.Id, StringComparison.Ordinal) < html.IndexOf(newer.Id, StringComparison.Ordinal));
        var row = Regex.Match(html, $"{held.Id}.*?</tr>", RegexOptions.Singleline).Value;
        Assert.Contains("Waits for your answer", row, StringComparison.Ordinal);
        Assert.Contains("new designation", row, StringComparison.OrdinalIgnoreCase);
        Assert.Contains((string)held.Form["changes"]![0]!["authority"]!["authorityName"]!["en"]!, row, StringComparison.Ordinal);
        Assert.Contains("href=\"/directory\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_with_questions_is_not_called_done_and_says_who_sent_it()
    {
        var notice = Notices.Put(Held() with { Status = NoticeStatus.Query, Problems = [Problem.Query(ProblemCode.V14, "/changes/0/authority")] });
        var page = PageSite.Text(await Show(notice, Mission, "?done=OFFICE_SENT"));
        Assert.Contains("There are questions about it: please answer them below", page, StringComparison.Ordinal);
        Assert.DoesNotContain("notification-banner--success", page, StringComparison.Ordinal);
        Assert.Contains(Register.Now.Authorities[Sample.Record].Name(Language.English), page, StringComparison.Ordinal);
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

    private Task<Served> Show(Notice notice, string address = Mission, string query = "") => Get<OfficeNoticePages>(
        address, $"/office/notices/{notice.Id}{query}", nameof(OfficeNoticePages.Show), r => NoticePages.Show(r, notice.Id, default));

    private Task<Served> Object(Notice notice, string reason) => Send<OfficeNoticePages>(
        Mission, "/office/notices/x/object", nameof(OfficeNoticePages.Object), r => NoticePages.Object(r, notice.Id, default),
        ("reason", reason));

    [GeneratedRegex("<title>.*?</title>", RegexOptions.Singleline)]
    private static partial Regex Title();

    [GeneratedRegex("(href|action)=\"[^\"]*\"")]
    private static partial Regex Addresses();
}
