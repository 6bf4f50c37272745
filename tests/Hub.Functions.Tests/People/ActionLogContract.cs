using Hub.Notices.Access;

namespace Hub.Functions.Tests.People;

/// <summary>It is kept who did what.</summary>
public abstract class ActionLogContract
{
    private static readonly DateTimeOffset Now = new(2025, 3, 14, 9, 0, 0, TimeSpan.Zero);

    /// <summary>A log of which nothing was kept yet.</summary>
    private protected abstract IActionLog Log { get; }

    [Fact]
    public async Task The_last_is_listed_first_with_everything_that_is_known_of_it()
    {
        Assert.Empty(await Log.List(10, default));
        var old = new SecretariatAction(ActionKind.PartnerSaved, "anna", Now, "réseau / EJN?") { MadeBy = "boris" };
        var last = new SecretariatAction(ActionKind.MailPaused, "boris", Now.AddTicks(1), null);
        await Log.Add(old, default);
        await Log.Add(last, default);
        Assert.Equal([last, old], await Log.List(10, default));
        Assert.Equal([last], await Log.List(1, default));
    }

    [Fact]
    public async Task Two_at_the_same_moment_are_two_and_one_that_is_written_twice_is_one()
    {
        var one = new SecretariatAction(ActionKind.KeyRevoked, "anna", Now, "a");
        foreach (var action in new[] { one, one, one with { Subject = "b" } })
            await Log.Add(action, default);
        Assert.Equal(["a", "b"], (await Log.List(10, default)).Select(a => a.Subject).Order(StringComparer.Ordinal));
    }
}
