using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Office;
using Hub.Functions.Site;
using Hub.Functions.Tests.Documents;
using Hub.Functions.Tests.Site;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Rules.Tests.Builders;

namespace Hub.Functions.Tests.Office;

/// <summary>What an office may not see or do is answered as if it were not there.</summary>
public sealed class OfficeAttackTests : OfficeCase
{
    [Theory]
    [InlineData(Foreign)]
    [InlineData("record-none")]
    [InlineData("../record-1")]
    public async Task Another_States_record_is_no_more_there_than_one_that_is_not(string id)
    {
        await IsUnknown(() => Get<OfficeRecordPages>(
            Mission, "/office/records/x", nameof(OfficeRecordPages.Show), r => Records.Show(r, id, default)));
        await IsUnknown(() => Send<OfficeRecordPages>(
            Mission, "/office/records/x", nameof(OfficeRecordPages.Confirm), r => Records.Confirm(r, id, default), ("version", "1")));
        await IsUnknown(() => ShowChange(Mission, id));
        await IsUnknown(() => SendChange(Mission, [("step", "send"), ("record/website", "https://x.example")], id));
        Assert.Empty(Notices.All);
    }

    [Theory]
    [InlineData("SEN-other")]
    [InlineData("SEN-none")]
    [InlineData("XAA-none")]
    // Its id says that it is of this State, and it is not.
    [InlineData("XAA-other")]
    public async Task Another_States_notice_is_no_more_there_than_one_that_is_not(string id)
    {
        Held("SEN-other", Sample.OtherState);
        Held("XAA-other", Sample.OtherState);
        await IsUnknown(() => Get<OfficeNoticePages>(
            Mission, "/office/notices/x", nameof(OfficeNoticePages.Show), r => NoticePages.Show(r, id, default)));
        await IsUnknown(() => Send<OfficeNoticePages>(
            Mission, "/office/notices/x/stand", nameof(OfficeNoticePages.Stand), r => NoticePages.Stand(r, id, default)));
        await IsUnknown(() => Send<OfficeNoticePages>(
            Mission, "/office/notices/x/object", nameof(OfficeNoticePages.Object), r => NoticePages.Object(r, id, default),
            ("reason", "No")));
        Assert.All(Notices.All, n => Assert.Equal(NoticeStatus.Held, n.Status));
    }

    [Fact]
    public async Task The_record_that_a_form_names_is_not_the_one_that_is_changed()
    {
        await Changed(Mission, ("recordId", Foreign), ("state", "SEN"), ("task", "WITHDRAWAL"), ("record/website", "https://x.example"));
        var notice = Assert.Single(Notices.All);
        Assert.Equal(
            (Sample.State, "CHANGE_OF_CONTACT", Sample.Record),
            (notice.State, (string?)notice.Form["kind"], (string?)notice.Form["changes"]![0]!["recordId"]));
    }

    [Fact]
    public async Task An_authority_speaks_as_one_and_designates_nothing_by_the_form()
    {
        await Changed(
            Authority, ("record/website", "https://x.example"), ("record/designations/0/instrument", "UNTOC"),
            ("record/designations/0/article", "16"), ("record/designations/0/matter", "EXTRADITION"), ("task", "NEW_DESIGNATION"));
        var notice = Assert.Single(Notices.All);
        Assert.Equal(("authority-record-1", false), (notice.Sender.Name, notice.Sender.IsOfficialChannel));
        Assert.Equal("""{"website":"https://x.example"}""", notice.Form["changes"]![0]!["set"]!.ToJsonString());
    }

    [Fact]
    public async Task An_authority_neither_stands_by_its_own_notice_nor_objects_to_it()
    {
        var notice = Held();
        var page = PageSite.Text(await Get<OfficeNoticePages>(
            Authority, "/office/notices/x", nameof(OfficeNoticePages.Show), r => NoticePages.Show(r, notice.Id, default)));
        Assert.DoesNotMatch("action=\"/office/notices/[^\"]*/(stand|object)\"", page);
        await Assert.ThrowsAsync<SignInNeededException>(() => Send<OfficeNoticePages>(
            Authority, "/office/notices/x/stand", nameof(OfficeNoticePages.Stand), r => NoticePages.Stand(r, notice.Id, default)));
        await Assert.ThrowsAsync<SignInNeededException>(() => Send<OfficeNoticePages>(
            Authority, "/office/notices/x/object", nameof(OfficeNoticePages.Object), r => NoticePages.Object(r, notice.Id, default),
            ("reason", "No")));
        Assert.Equal(NoticeStatus.Held, Assert.Single(Notices.All).Status);
    }

    [Fact]
    public async Task An_authority_sees_nothing_of_its_State_but_its_own()
    {
        var other = Sample.Authority("record-2");
        Register.Put(other with { Restricted = other.Restricted with { Emails = [new("another@justice.example")] } });
        Held("XAA-mission", by: "mission");
        await IsUnknown(() => ShowChange(Authority, "record-2"));
        await IsUnknown(() => Get<OfficeNoticePages>(
            Authority, "/office/notices/x", nameof(OfficeNoticePages.Show), r => NoticePages.Show(r, "XAA-mission", default)));
        var page = PageSite.Text(await Get<OfficePages>(Authority, "/office", nameof(OfficePages.Show), r => First.Show(r, default)));
        Assert.Contains($"/office/records/{Sample.Record}", page, StringComparison.Ordinal);
        Assert.DoesNotContain("record-2", page, StringComparison.Ordinal);
        Assert.DoesNotContain("XAA-mission", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_form_sends_without_its_token_does_nothing()
    {
        var methods = typeof(OfficeAccess).Assembly.GetTypes().Where(t => t.Namespace == typeof(OfficeAccess).Namespace)
            .SelectMany(t => t.GetMethods()).Where(m => m.IsDefined(typeof(SitePageAttribute), false)).ToList();
        Assert.Equal(25, methods.Count);
        var caller = new Caller("mission", CallerKind.State, Sample.State);
        foreach (var method in methods)
        {
            var request = PageSite.Post("/office", caller, ("step", "send"), ("form-token", "forged"));
            var check = new FormCheck(new(new FixedAccessLinkKey()), Visits);
            Assert.NotNull(await check.Question($"{method.DeclaringType!.FullName}.{method.Name}", request));
        }
    }

    private async Task Changed(string address, params (string, string)[] typed)
    {
        var check = await SendChange(address, Filled(await ShowChange(address), "anyway", typed));
        Assert.Equal(200, check.Status);
        Assert.Equal(303, (await SendChange(address, Filled(check, "send"))).Status);
    }

    private static async Task IsUnknown(Func<Task<Served>> ask)
    {
        var refusal = await Assert.ThrowsAsync<ApiException>(ask);
        Assert.Equal((404, "There is no such record, law or notice of this office."), (refusal.Status, refusal.Detail));
    }
}
