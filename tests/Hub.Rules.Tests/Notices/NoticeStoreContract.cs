using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Rules.Tests.Notices;

/// <summary>Notices, which of them are due, and their lists.</summary>
public abstract class NoticeStoreContract
{
    private static readonly DateTimeOffset Now = new(2025, 3, 14, 9, 30, 0, TimeSpan.Zero);
    private static readonly StateCode Senegal = new("SEN");
    private static readonly StateCode Ghana = new("GHA");
    private static readonly Fingerprints First = new("key", "body", "note", "reference", "content");
    private static readonly Fingerprints None = new(null, "", null, null, null);

    /// <summary>An empty store.</summary>
    private protected abstract INoticeStore Store { get; }

    /// <summary>The same store, as another instance of the hub has it.</summary>
    private protected abstract INoticeStore Other { get; }

    /// <summary>A notice as small as it can be.</summary>
    internal static Notice Notice(
        string id, StateCode? state = null, NoticeStatus status = NoticeStatus.Received, DateTimeOffset? due = null,
        int minute = 0) => new()
    {
        Id = $"{state ?? Senegal}-{id}",
        State = state ?? Senegal,
        Sender = new("mission", CallerKind.State, state ?? Senegal, OfficeRole.Mission),
        ReceivedAt = Now.AddMinutes(minute),
        Status = status,
        Form = new JsonObject { ["state"] = "SEN", ["kind"] = "NOT_A_NOTICE" },
        DueAt = due,
    };

    [Fact]
    public async Task A_notice_kept_is_found_by_its_id()
    {
        var kept = Assert.IsType<AddResult.Added>(await Store.Add(Notice("1"), First, default)).Notice;

        var found = await Store.Find(kept.Id, default);

        Assert.Equal((kept.Id, kept.ETag, NoticeStatus.Received), (found!.Id, found.ETag, found.Status));
        Assert.Null(await Store.Find("SEN-2", default));
        Assert.Null(await Store.Find("no id", default));
    }

    [Fact]
    public async Task The_very_same_notice_again_is_a_retry_after_a_lost_answer()
    {
        await Store.Add(Notice("1"), First, default);

        var again = Assert.IsType<AddResult.Added>(await Store.Add(Notice("1"), First, default)).Notice;

        Assert.Equal((await Store.Find("SEN-1", default))!.ETag, again.ETag);
    }

    [Fact]
    public async Task Of_two_who_read_the_same_version_one_writes()
    {
        await Store.Add(Notice("1"), First, default);
        var (one, two) = (await Store.Find("SEN-1", default), await Store.Find("SEN-1", default));

        Assert.NotNull(await Store.Save(one!.Now(NoticeStatus.Review), default));
        Assert.Null(await Store.Save(two!.Now(NoticeStatus.Query), default));

        Assert.Null(await Store.Save(one with { Id = "SEN-2" }, default));
        Assert.Equal(NoticeStatus.Review, (await Store.Find("SEN-1", default))!.Status);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.Save(Notice("1"), default));
    }

    [Fact]
    public async Task What_was_written_can_be_written_again()
    {
        var added = Assert.IsType<AddResult.Added>(await Store.Add(Notice("1"), First, default)).Notice;

        var saved = await Store.Save(added.Now(NoticeStatus.Review), default);

        Assert.NotNull(await Store.Save(saved!.Now(NoticeStatus.Committed), default));
    }

    [Fact]
    public async Task Due_are_those_whose_time_has_come()
    {
        await Store.Add(Notice("past", due: Now.AddSeconds(-1)), None, default);
        await Store.Add(Notice("now", Ghana, due: Now), First, default);
        await Store.Add(Notice("later", due: Now.AddSeconds(1)), None, default);
        await Store.Add(Notice("never"), None, default);

        Assert.Equal(["GHA-now", "SEN-past"], await Ids(Store.Due(Now, default)));
    }

    [Fact]
    public async Task A_notice_falls_due_with_time_alone_and_another_instance_takes_it_away()
    {
        await Store.Add(Notice("1", due: Now.AddMinutes(2)), None, default);
        Assert.Empty(await Ids(Store.Due(Now, default)));
        await Other.Add(Notice("2", Ghana, due: Now.AddMinutes(1)), None, default);
        Assert.Equal(["GHA-2"], await Ids(Store.Due(Now.AddMinutes(1), default)));
        await Other.Save((await Other.Find("GHA-2", default))!.Now(NoticeStatus.Review), default);
        Assert.Equal(["SEN-1"], await Ids(Store.Due(Now.AddMinutes(2), default)));
    }

    [Fact]
    public async Task A_notice_that_is_no_longer_due_is_not()
    {
        var added = Assert.IsType<AddResult.Added>(await Store.Add(Notice("1", due: Now), First, default)).Notice;
        await Store.Save(added.Now(NoticeStatus.Review), default);

        Assert.Empty(await Ids(Store.Due(Now, default)));
    }

    [Fact]
    public async Task Untold_are_those_of_mails_whose_senders_want_to_know_where_they_stand()
    {
        await Store.Add(Notice("told", status: NoticeStatus.Query) with { Mail = "mail", Told = "QUERY-0" }, None, default);
        await Store.Add(Notice("by-api", status: NoticeStatus.Query), None, default);
        await Store.Add(Notice("early") with { Mail = "mail" }, None, default);
        await Store.Add(Notice("owed", status: NoticeStatus.Query) with { Mail = "mail" }, None, default);
        Assert.Equal(["SEN-owed"], await Ids(Store.Untold(default)));
        await Store.Save((await Store.Find("SEN-owed", default))! with { Told = "QUERY-0" }, default);
        Assert.Empty(await Ids(Store.Untold(default)));
    }

    [Fact]
    public async Task Lists_are_newest_first_by_State_and_status_and_hold_notices_only()
    {
        for (var i = 0; i < 4; i++)
            await Store.Add(
                Notice($"{i}", i == 3 ? Ghana : Senegal, i == 0 ? NoticeStatus.Query : NoticeStatus.Review, minute: i),
                new($"{i}", $"{i}", $"{i}", $"{i}", $"{i}"), default);

        async Task<string> List(bool ofSenegal, NoticeStatus? status, int limit) =>
            string.Join(' ', (await Store.List(ofSenegal ? Senegal : null, status, limit, default)).Select(n => n.Id));

        Assert.Equal("GHA-3 SEN-2 SEN-1 SEN-0", await List(false, null, 10));
        Assert.Equal("GHA-3 SEN-2 SEN-1", await List(false, NoticeStatus.Review, 10));
        Assert.Equal("SEN-2 SEN-1 SEN-0", await List(true, null, 10));
        Assert.Equal("SEN-0", await List(true, NoticeStatus.Query, 10));
        Assert.Equal("GHA-3 SEN-2", await List(false, null, 2));
    }

    [Fact]
    public async Task A_summary_says_what_a_list_shows_and_no_reasons()
    {
        var decision = new Decision(DecisionKind.Reject, "clerk", Now.AddDays(2), "it names a person");
        await Store.Add(
            Notice("1", status: NoticeStatus.Rejected) with
            {
                Form = new JsonObject { ["kind"] = "CONFIRMATION_NO_CHANGE", ["officialRef"] = "NV/7" },
                Mail = "mail", BasedOn = new Dictionary<string, int> { ["record"] = 3 }, Decisions = [decision],
            },
            None, default);

        var summary = Assert.Single(await Store.Summaries(default));

        Assert.Equal(("SEN-1", Senegal, Now, NoticeStatus.Rejected), (summary.Id, summary.State, summary.ReceivedAt, summary.Status));
        Assert.Equal(
            (NoticeKind.ConfirmationNoChange, "NV/7", "mission", "mail", NoticeChannel.Mail),
            (summary.Kind, summary.OfficialRef, summary.Sender, summary.Mail, summary.Channel));
        Assert.Equal("record", Assert.Single(summary.Records));
        Assert.Equal(decision with { Reason = null }, Assert.Single(summary.Decisions));
        Assert.Equal(decision.At, summary.DecidedAt);
    }

    [Fact]
    public async Task What_another_instance_wrote_a_moment_ago_is_in_the_next_look()
    {
        await Other.Add(Notice("1"), None, default);
        Assert.Equal(["SEN-1 Received"], await Standing());

        await Other.Add(Notice("2", Ghana), None, default);
        await Other.Save((await Other.Find("SEN-1", default))!.Now(NoticeStatus.Review), default);
        Assert.Equal(["GHA-2 Received", "SEN-1 Review"], await Standing());

        await Other.Save((await Other.Find("SEN-1", default))!.Now(NoticeStatus.Committed), default);
        await Store.Save((await Store.Find("GHA-2", default))!.Now(NoticeStatus.Closed), default);
        Assert.Equal(["GHA-2 Closed", "SEN-1 Committed"], await Standing());
    }

    private async Task<IReadOnlyList<string>> Standing() =>
        [.. (await Store.Summaries(default)).Select(s => $"{s.Id} {s.Status}").Order(StringComparer.Ordinal)];

    private static async Task<IReadOnlyList<string>> Ids(IAsyncEnumerable<Notice> notices) =>
        await notices.Select(n => n.Id).Order(StringComparer.Ordinal).ToListAsync();
}
