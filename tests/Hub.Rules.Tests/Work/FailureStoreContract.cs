using Hub.Work.Failures;

namespace Hub.Rules.Tests.Work;

/// <summary>The failures list, and what went wrong with messages so far.</summary>
public abstract class FailureStoreContract
{
    private static readonly DateTimeOffset Now = new(2025, 3, 14, 9, 30, 0, TimeSpan.Zero);

    /// <summary>An empty store.</summary>
    private protected abstract IFailureStore Store { get; }

    [Fact]
    public async Task Failures_are_listed_in_the_order_of_their_ids_and_saved_over()
    {
        var letter = new DeadLetter("2", "mail", "hub@un.example", "why", Now, null);
        await Store.Save(letter, default);
        await Store.Save(letter with { Id = "1" }, default);
        await Store.Save(letter with { RetriedAt = Now }, default);

        Assert.Equal(["1", "2"], (await Store.List(10, default)).Select(f => f.Id));
        Assert.Equal("1", Assert.Single(await Store.List(1, default)).Id);
        Assert.Equal(letter with { RetriedAt = Now }, await Store.Find("2", default));
        Assert.Null(await Store.Find("3", default));
    }

    [Fact]
    public async Task The_last_error_of_a_message_is_kept_until_it_is_forgotten_whatever_its_id()
    {
        var (one, other) = ($"a/b#c?{Guid.NewGuid()}", $"{Guid.NewGuid()}");
        Assert.Null(await Store.ErrorOf(one, default));

        await Store.NoteError(one, "SendMail: TimeoutException", default);
        await Store.NoteError(one, "SendMail: FormatException", default);
        await Store.NoteError(other, "RouteNotice: FormatException", default);
        Assert.Equal("SendMail: FormatException", await Store.ErrorOf(one, default));

        await Store.ForgetError(one, default);
        await Store.ForgetError(one, default);
        Assert.Equal((null, "RouteNotice: FormatException"), (await Store.ErrorOf(one, default), await Store.ErrorOf(other, default)));
        Assert.Empty(await Store.List(10, default));
    }

    [Fact]
    public async Task Attempts_that_did_not_end_are_kept_for_each_piece_of_work_until_there_are_none()
    {
        var ended = new EndedAttempts(2, Now.AddHours(1), Now);
        Assert.Equal(EndedAttempts.None, await Store.Ended("mail", "1", default));
        await Store.SaveEnded("mail", "1", ended with { Count = 1 }, default);
        await Store.SaveEnded("mail", "1", ended, default);
        Assert.Equal((ended, EndedAttempts.None), (await Store.Ended("mail", "1", default), await Store.Ended("notices", "1", default)));

        await Store.SaveEnded("mail", "1", EndedAttempts.None, default);
        await Store.SaveEnded("mail", "1", EndedAttempts.None, default);
        Assert.Equal(EndedAttempts.None, await Store.Ended("mail", "1", default));
    }
}
