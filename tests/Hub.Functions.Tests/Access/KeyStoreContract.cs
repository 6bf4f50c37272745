using Hub.Notices.Access;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Functions.Tests.Access;

/// <summary>The life of a key: issued, replaced by another, ended at a time, taken away.</summary>
public abstract class KeyStoreContract
{
    private protected static readonly Caller Partner = new("partner", CallerKind.Partner) { MadeBy = "a reviewer" };
    private static readonly DateTimeOffset Now = new(2025, 3, 14, 9, 30, 0, TimeSpan.Zero);

    private protected FakeTimeProvider Clock { get; } = new(Now);

    /// <summary>The keys, of which there are none yet, as an instance has them that has just begun.</summary>
    private protected abstract IKeyStore Fresh();

    [Fact]
    public async Task Keys_that_are_taken_away_open_nothing_and_others_stay()
    {
        var keys = Fresh();
        var gone = new Caller("gone", CallerKind.Partner);
        string[] its = [(await keys.Issue(gone, "r", null, default)).Secret, (await keys.Issue(gone, "r", null, default)).Secret];
        var others = (await keys.Issue(new("gone", CallerKind.Reader), "r", null, default)).Secret;
        Assert.NotNull(await keys.Find(its[0], default));

        Assert.Equal(2, await keys.Revoke(CallerKind.Partner, "gone", default));

        Assert.All(its, key => Assert.Null(keys.Find(key, default).Result));
        Assert.NotNull(await keys.Find(others, default));
    }

    [Fact]
    public async Task Two_keys_of_one_caller_differ_and_both_open()
    {
        var keys = Fresh();
        var caller = new Caller("partner", CallerKind.Partner);

        var (one, two) = (await keys.Issue(caller, "r", null, default), await keys.Issue(caller, "r", null, default));

        Assert.NotEqual(one.Secret, two.Secret);
        Assert.Equal((caller, caller), ((await keys.Find(one.Secret, default))!.Caller, (await keys.Find(two.Secret, default))!.Caller));
        Assert.Null(await keys.Find(one.Secret + "0", default));
        Assert.Null(await keys.Find("", default));
    }

    [Fact]
    public async Task Of_a_form_that_is_sent_several_times_at_once_one_key_comes()
    {
        var keys = Fresh();
        var issued = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => keys.IssueOnce("a form", Partner, "r", null, default)));
        var key = Assert.Single(issued.OfType<IssuedKey>());
        Assert.Equal(key.Key, Assert.Single(await Fresh().List(default)));
        Assert.Equal(Partner, (await Fresh().Find(key.Secret, default))!.Caller);
        Assert.NotNull(await keys.IssueOnce("another form", Partner, "r", null, default));
        Assert.Equal(2, await keys.Revoke(CallerKind.Partner, Partner.Name, default));
        Assert.Null(await keys.IssueOnce("a form", Partner, "r", null, default));
        Assert.All(await Fresh().List(default), k => Assert.NotNull(k.RevokedAt));
    }

    [Fact]
    public async Task A_form_is_remembered_for_a_month_and_no_longer()
    {
        var keys = Fresh();
        Assert.True(await Takes("old"));
        Clock.Advance(IKeyStore.Remembered);
        Assert.True(await Takes("new"));
        Assert.False(await Takes("old"));
        Clock.Advance(TimeSpan.FromTicks(1));
        Assert.True(await Takes("newer"));
        Assert.True(await Takes("old"));
        Assert.False(await Takes("new"));

        async Task<bool> Takes(string form) => await keys.IssueOnce(form, Partner, "r", null, default) is not null;
    }

    [Fact]
    public async Task A_key_is_listed_with_what_is_known_of_it_and_opens_nothing_by_its_id()
    {
        var issued = await Fresh().Issue(Partner, "a reviewer", Now.AddDays(1), default);
        var listed = Assert.Single(await Fresh().List(default));
        Assert.Equal(issued.Key, listed);
        Assert.Equal(Partner, listed.Caller);
        Assert.Equal(("a reviewer", Now, Now.AddDays(1)), (listed.IssuedBy, listed.IssuedAt, listed.ExpiresAt));
        Assert.Null(listed.LastUsedAt);
        Assert.Null(await Fresh().Find(listed.Id, default));
        Assert.DoesNotContain(issued.Secret, listed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_has_expired_opens_nothing_even_where_it_was_just_believed()
    {
        var keys = Fresh();
        var key = (await keys.Issue(Partner, "r", Now.AddSeconds(5), default)).Secret;
        Assert.NotNull(await keys.Find(key, default));
        Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Null(await keys.Find(key, default));
        Assert.Null(await Fresh().Find(key, default));
        Assert.Single(await keys.List(default));
    }

    [Fact]
    public async Task Of_two_keys_one_is_taken_away_by_its_id()
    {
        var keys = Fresh();
        var (one, other) = (await keys.Issue(Partner, "r", null, default), await keys.Issue(Partner, "r", null, default));
        Assert.NotNull(await keys.Find(one.Secret, default));
        Assert.True(await keys.Revoke(one.Key.Id, default));
        Assert.False(await keys.Revoke(one.Key.Id, default));
        Assert.Equal((null, other.Key.Id), (await keys.Find(one.Secret, default), (await keys.Find(other.Secret, default))!.Id));
    }

    [Fact]
    public async Task A_key_that_is_replaced_ends_when_it_is_told_to_and_never_later_than_it_would_have()
    {
        var keys = Fresh();
        var (one, other) = (await keys.Issue(Partner, "r", null, default), await keys.Issue(Partner, "r", Now.AddHours(1), default));
        Assert.NotNull(await keys.Find(one.Secret, default));
        foreach (var old in new[] { one, other })
            Assert.NotNull(await Replaced(keys, old, TimeSpan.FromDays(1)));
        Assert.Equal(
            [null, null, Now.AddHours(1), Now.AddDays(1)], (await keys.List(default)).Select(k => k.ExpiresAt).Order());
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null(await keys.Find(one.Secret, default));
    }

    [Fact]
    public async Task A_key_is_replaced_once_also_by_two_at_a_time_and_those_before_it_end_with_it()
    {
        var first = await Fresh().Issue(Partner, "r", null, default);
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Replaced(Fresh(), first, TimeSpan.FromDays(7))));
        var second = Assert.Single(results.OfType<IssuedKey>());
        Assert.Equal((Partner, first.Key.Id), (second.Key.Caller, second.Key.Family));
        Assert.Equal(("giver", Now), (second.Key.GivenBy, second.Key.GivenAt));
        Assert.Null(await Replaced(Fresh(), first, TimeSpan.Zero));
        Assert.NotNull(await Replaced(Fresh(), second, TimeSpan.Zero));
        Assert.Equal((null, null), (await Fresh().Find(first.Secret, default), await Fresh().Find(second.Secret, default)));
    }

    [Fact]
    public async Task A_key_that_was_taken_away_does_not_come_back_by_being_replaced()
    {
        var keys = Fresh();
        var key = await keys.Issue(Partner, "r", null, default);
        await keys.Revoke(key.Key.Id, default);
        Assert.Null(await Replaced(Fresh(), key, TimeSpan.FromDays(1)));
        Assert.DoesNotContain(await keys.List(default), k => k.WorksAt(Now));
    }

    [Fact]
    public async Task What_is_known_of_a_key_stays_when_it_is_taken_away_with_when_that_was()
    {
        var keys = Fresh();
        var key = await keys.Issue(Partner, "a reviewer", Now.AddDays(9), default);
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.True(await keys.Revoke(key.Key.Id, default));
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.False(await keys.Revoke(key.Key.Id, default));
        Assert.Equal(0, await keys.Revoke(CallerKind.Partner, Partner.Name, default));
        var kept = Assert.Single(await Fresh().List(default));
        Assert.Equal(key.Key with { RevokedAt = Now.AddHours(1), ExpiresAt = Now.AddHours(1) }, kept);
    }

    [Fact]
    public async Task Of_keys_that_took_each_others_place_all_are_taken_away_whichever_is_named()
    {
        foreach (var which in new[] { 0, 1 })
        {
            var keys = Fresh();
            var (old, stays) = (await keys.Issue(Partner, "r", null, default), await keys.Issue(Partner, "r", null, default));
            var fresh = (await Replaced(keys, old, TimeSpan.FromDays(1)))!;
            Assert.True(await keys.Revoke(new[] { old, fresh }[which].Key.Id, default));
            Assert.Equal((null, null), (await keys.Find(old.Secret, default), await keys.Find(fresh.Secret, default)));
            Assert.NotNull(await keys.Find(stays.Secret, default));
        }
    }

    private static Task<IssuedKey?> Replaced(IKeyStore keys, IssuedKey key, TimeSpan overlap) =>
        keys.Replace(key.Key, new("r", "giver", Now, null, Now + overlap), default);
}
