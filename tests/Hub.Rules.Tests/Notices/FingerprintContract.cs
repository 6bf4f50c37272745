using Hub.Notices;
using Hub.Register.States;

namespace Hub.Rules.Tests.Notices;

/// <summary>What notices are recognised by when they come again.</summary>
public abstract class FingerprintContract
{
    private static readonly Fingerprints First = new("key", "body", "note", "reference", "content");

    /// <summary>An empty store.</summary>
    private protected abstract INoticeStore Store { get; }

    [Fact]
    public async Task The_same_key_with_the_same_body_is_the_same_request()
    {
        await Add("1", First);

        Assert.Equal(new AddResult.KeySeen("SEN-1", SameBody: true), await Add("2", First));
        Assert.Null(await Store.Find("SEN-2", default));
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
    public async Task The_notice_of_a_key_is_found()
    {
        await Add("1", First);

        Assert.Equal(new("SEN-1", SameBody: true), await Store.FindKey(new("SEN"), First, default));
        Assert.Equal(new("SEN-1", SameBody: false), await Store.FindKey(new("SEN"), First with { Body = "other" }, default));
        Assert.Null(await Store.FindKey(new("GHA"), First, default));
        Assert.Null(await Store.FindKey(new("SEN"), First with { Idempotency = null }, default));
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

        Assert.IsType<AddResult.Added>(await Add("1", First, new("GHA")));
    }

    private Task<AddResult> Add(string id, Fingerprints fingerprints, StateCode? state = null) =>
        Store.Add(NoticeStoreContract.Notice(id, state), fingerprints, default);
}
