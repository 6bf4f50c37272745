using Hub.Azure.Tables.Intake;
using Hub.Azure.Tests.Builders;
using Hub.Notices;

namespace Hub.Azure.Tests.Tables;

/// <summary>Notices and what they are recognised by.</summary>
[Collection(StorageCollection.Name)]
public sealed class NoticeStoreTests(Storage storage) : IAsyncLifetime
{
    private static readonly Fingerprints First = new("key", "body", "note", "reference", "content");
    private readonly NoticeStore _store = new(storage.Tables);

    public Task InitializeAsync() => Storage.Empty(storage.Tables.Notices);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_notice_kept_is_found_by_its_id()
    {
        var kept = Assert.IsType<AddResult.Added>(await Add("1", First)).Notice;

        var found = await _store.Find(kept.Id, default);

        Assert.Equal((kept.Id, kept.ETag, NoticeStatus.Received), (found!.Id, found.ETag, found.Status));
        Assert.Null(await _store.Find("SEN-2", default));
        Assert.Null(await _store.Find("no id", default));
    }

    [Fact]
    public async Task The_same_key_with_the_same_body_is_the_same_request()
    {
        await Add("1", First);

        Assert.Equal(new AddResult.KeySeen("SEN-1", SameBody: true), await Add("2", First));
        Assert.Null(await _store.Find("SEN-2", default));
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_told_apart()
    {
        await Add("1", First);

        Assert.Equal(
            new AddResult.KeySeen("SEN-1", SameBody: false),
            await Add("2", First with { Body = "other", Note = "2", OfficialRef = "2", Content = "2" }));
    }

    [Fact]
    public async Task A_note_that_agrees_in_all_is_told_from_one_that_agrees_in_its_reference_or_its_content_alone()
    {
        await Add("1", First);

        Assert.Equal(new AddResult.NoteSeen("SEN-1"), await Add("2", new(null, "other", "note", "reference", "content")));
        Assert.Equal(new AddResult.ReferenceSeen("SEN-1"), await Add("2", new(null, "other", "other", "reference", "content")));
        Assert.Equal(new AddResult.ContentSeen("SEN-1"), await Add("3", new("other", "other", "other", "other", "content")));
    }

    [Fact]
    public async Task What_was_met_before_leaves_no_fingerprint_of_its_own()
    {
        await Add("1", First);
        await Add("2", new("second", "second", "second", "reference", "second"));

        Assert.IsType<AddResult.Added>(await Add("3", new("second", "second", "second", "second", "second")));
    }

    [Fact]
    public async Task Fingerprints_that_are_absent_are_not_compared()
    {
        await Add("1", new(null, "body", null, null, null));

        Assert.IsType<AddResult.Added>(await Add("2", new(null, "body", null, null, null)));
    }

    [Fact]
    public async Task Fingerprints_are_a_States_own()
    {
        await Add("1", First);

        Assert.IsType<AddResult.Added>(await _store.Add(Sample.Notice("1", Sample.Ghana), First, default));
    }

    [Fact]
    public async Task The_very_same_notice_again_is_a_retry_after_a_lost_answer()
    {
        await Add("1", First);

        var again = Assert.IsType<AddResult.Added>(await Add("1", First)).Notice;

        Assert.Equal((await _store.Find("SEN-1", default))!.ETag, again.ETag);
    }

    [Fact]
    public async Task Of_two_who_read_the_same_version_one_writes()
    {
        await Add("1", First);
        var (one, two) = (await _store.Find("SEN-1", default), await _store.Find("SEN-1", default));

        Assert.NotNull(await _store.Save(one!.Now(NoticeStatus.Review), default));
        Assert.Null(await _store.Save(two!.Now(NoticeStatus.Query), default));

        Assert.Equal(NoticeStatus.Review, (await _store.Find("SEN-1", default))!.Status);
    }

    [Fact]
    public async Task What_was_written_can_be_written_again()
    {
        var added = Assert.IsType<AddResult.Added>(await Add("1", First)).Notice;

        var saved = await _store.Save(added.Now(NoticeStatus.Review), default);

        Assert.NotNull(await _store.Save(saved!.Now(NoticeStatus.Committed), default));
    }

    [Fact]
    public async Task Due_are_those_whose_time_has_come()
    {
        await _store.Add(Sample.Notice("past", due: Sample.Now.AddSeconds(-1)), new(null, "", null, null, null), default);
        await _store.Add(Sample.Notice("now", Sample.Ghana, due: Sample.Now), First, default);
        await _store.Add(Sample.Notice("later", due: Sample.Now.AddSeconds(1)), new(null, "", null, null, null), default);
        await _store.Add(Sample.Notice("never"), new(null, "", null, null, null), default);

        var due = new List<string>();
        await foreach (var notice in _store.Due(Sample.Now, default))
            due.Add(notice.Id);

        Assert.Equal(["GHA-now", "SEN-past"], due.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_notice_that_is_no_longer_due_is_not()
    {
        var added = Assert.IsType<AddResult.Added>(await _store.Add(Sample.Notice("1", due: Sample.Now), First, default)).Notice;
        await _store.Save(added.Now(NoticeStatus.Review), default);

        await foreach (var notice in _store.Due(Sample.Now, default))
            Assert.Fail($"{notice.Id} is due.");
    }

    [Fact]
    public async Task Lists_are_newest_first_by_State_and_status_and_hold_notices_only()
    {
        for (var i = 0; i < 4; i++)
            await _store.Add(
                Sample.Notice($"{i}", i == 3 ? Sample.Ghana : Sample.Senegal, i == 0 ? NoticeStatus.Query : NoticeStatus.Review, minute: i),
                new($"{i}", $"{i}", $"{i}", $"{i}", $"{i}"), default);

        async Task<string> List(bool ofSenegal, NoticeStatus? status, int limit) =>
            string.Join(' ', (await _store.List(ofSenegal ? Sample.Senegal : null, status, limit, default)).Select(n => n.Id));

        Assert.Equal("GHA-3 SEN-2 SEN-1 SEN-0", await List(false, null, 10));
        Assert.Equal("GHA-3 SEN-2 SEN-1", await List(false, NoticeStatus.Review, 10));
        Assert.Equal("SEN-2 SEN-1 SEN-0", await List(true, null, 10));
        Assert.Equal("SEN-0", await List(true, NoticeStatus.Query, 10));
        Assert.Equal("GHA-3 SEN-2", await List(false, null, 2));
    }

    private Task<AddResult> Add(string id, Fingerprints fingerprints) => _store.Add(Sample.Notice(id), fingerprints, default);
}
