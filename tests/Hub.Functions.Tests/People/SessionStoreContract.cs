using Hub.Notices.Access;

namespace Hub.Functions.Tests.People;

/// <summary>The life of a session: begun with a secret that is not kept, listed, ended by its time or by somebody.</summary>
public abstract class SessionStoreContract
{
    private static readonly DateTimeOffset Now = new(2025, 3, 14, 9, 30, 0, TimeSpan.Zero);

    /// <summary>The sessions, of which there are none yet.</summary>
    private protected abstract ISessionStore Sessions { get; }

    [Fact]
    public async Task A_session_is_found_by_its_secret_until_it_ends_and_by_nothing_else()
    {
        var begun = await Begin("anna", "a secret");
        Assert.Equal(begun, await Sessions.Find("a secret", Now, default));
        Assert.Equal(("anna", SecretariatRoles.Editor, Now, Now + Session.Lasts), (begun.Person, begun.Roles, begun.BeganAt, begun.EndsAt));
        Assert.NotNull(await Sessions.Find("a secret", Now + Session.Lasts - TimeSpan.FromTicks(1), default));
        Assert.Null(await Sessions.Find("a secret", Now + Session.Lasts, default));
        Assert.Null(await Sessions.Find("another secret", Now, default));
        Assert.Null(await Sessions.Find(begun.Id, Now, default));
    }

    [Fact]
    public async Task Sessions_are_listed_newest_first_without_those_that_have_ended_and_without_their_secrets()
    {
        var early = await Begin("anna", "one");
        var late = await Begin("boris", "two", Now.AddHours(1));
        var listed = await Sessions.List(Now.AddHours(1), default);
        Assert.Equal([late, early], listed);
        Assert.Equal([late], await Sessions.List(Now + Session.Lasts, default));
        Assert.All(listed, s => Assert.True(s.Id.Length == 16 && s.Id != "one" && s.Id != "two"));
    }

    [Fact]
    public async Task A_session_is_ended_by_its_id_once_and_the_others_go_on()
    {
        var (one, other) = (await Begin("anna", "one"), await Begin("anna", "two"));
        Assert.True(await Sessions.End(one.Id, default));
        Assert.False(await Sessions.End(one.Id, default));
        Assert.False(await Sessions.End("", default));
        Assert.Equal((null, other), (await Sessions.Find("one", Now, default), await Sessions.Find("two", Now, default)));
    }

    [Fact]
    public async Task Sessions_that_have_ended_are_forgotten_when_another_begins()
    {
        var old = await Begin("anna", "one");
        await Begin("boris", "two", Now + Session.Lasts);
        Assert.False(await Sessions.End(old.Id, default));
    }

    private Task<Session> Begin(string person, string secret, DateTimeOffset? at = null)
    {
        var begins = at ?? Now;
        return Sessions.Begin(new(person, SecretariatRoles.Editor, begins, begins + Session.Lasts), secret, default);
    }
}
