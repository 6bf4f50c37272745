using Hub.Notices.Access;

namespace Hub.Functions.Tests.People;

/// <summary>People are known by whatever Entra ID calls them, as they were when they were last seen.</summary>
public abstract class PersonStoreContract
{
    private static readonly DateTimeOffset Now = new(2025, 3, 14, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The people, of whom there are none yet.</summary>
    private protected abstract IPersonStore People { get; }

    [Fact]
    public async Task A_person_is_known_as_last_seen()
    {
        var before = new Person("1", "Anna", SecretariatRoles.Reviewer | SecretariatRoles.Editor, Now);
        var now = before with { Name = "Anna B.", Roles = SecretariatRoles.None, SeenAt = Now.AddHours(1) };
        await People.Note(before, default);
        Assert.Equal([before], await People.List(default));
        await People.Note(now, default);
        Assert.Equal([now], await People.List(default));
    }

    [Theory]
    [InlineData("a/b\\c#d?e")]
    [InlineData("Ünïcødé 名前 \u202e")]
    [InlineData("11111111-aaaa-4bbb-8ccc-000000000001")]
    public async Task An_id_may_hold_any_sign(string id)
    {
        var person = new Person(id, "<b>'\"", SecretariatRoles.All, Now);
        await People.Note(person, default);
        await People.Note(new($"{id}2", "another", SecretariatRoles.None, Now), default);
        Assert.Equal(person, Assert.Single(await People.List(default), p => p.Id == id));
    }
}
