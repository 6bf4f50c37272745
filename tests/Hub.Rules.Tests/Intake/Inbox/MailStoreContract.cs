using Hub.Intake.Inbox;

namespace Hub.Rules.Tests.Intake.Inbox;

/// <summary>Mails that came in.</summary>
public abstract class MailStoreContract
{
    private const string Inbox = "notices@hub.example";
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);

    /// <summary>An empty store.</summary>
    private protected abstract IMailStore Store { get; }

    [Fact]
    public async Task A_mail_is_kept_once_and_due_until_it_is_dealt_with()
    {
        Assert.True(await Store.Add(Mail("1"), default));
        Assert.False(await Store.Add(Mail("1"), default));
        var due = Assert.Single(await Store.Due(Inbox, Now, 10, default));
        Assert.Empty(await Store.Due(Inbox, Now.AddSeconds(-1), 10, default));
        Assert.Empty(await Store.Due("other@hub.example", Now, 10, default));

        await Store.Save(due.Now(InboundMailStatus.Held), default);

        Assert.Empty(await Store.Due(Inbox, Now, 10, default));
        Assert.Equal("1", Assert.Single(await Store.List(InboundMailStatus.Held, 10, default)).Id);
        Assert.Empty(await Store.List(InboundMailStatus.Notice, 10, default));
    }

    [Fact]
    public async Task Mails_are_due_in_the_order_in_which_they_came_and_listed_newest_first()
    {
        foreach (var (id, minute) in new[] { ("1", 2), ("2", 1), ("3", 3) })
            await Store.Add(Mail(id) with { ReceivedAt = Now.AddMinutes(minute) }, default);

        Assert.Equal(["2", "1", "3"], (await Store.Due(Inbox, Now, 10, default)).Select(m => m.Id));
        Assert.Equal(2, (await Store.Due(Inbox, Now, 2, default)).Count);
        Assert.Equal(["3", "1", "2"], (await Store.List(null, 10, default)).Select(m => m.Id));
        Assert.Equal(["3", "1"], (await Store.List(InboundMailStatus.Received, 2, default)).Select(m => m.Id));
    }

    [Fact]
    public async Task A_mail_that_another_wrote_meanwhile_is_not_overwritten()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.Save(Mail("1"), default));
        await Store.Add(Mail("1"), default);
        var mail = (await Store.Find("1", default))!;
        await Store.Save(mail.Now(InboundMailStatus.Notice), default);

        Assert.Null(await Store.Save(mail.Now(InboundMailStatus.Held), default));
        Assert.Null(await Store.Save(mail with { Id = "2" }, default));
        Assert.Equal(InboundMailStatus.Notice, (await Store.Find("1", default))!.Fate);
        Assert.Null(await Store.Find("2", default));
    }

    [Fact]
    public async Task The_first_mail_of_a_key_stays()
    {
        var key = MailKey.Message("1@mission.example");
        Assert.Null(await Store.Noted(key, default));
        Assert.Equal("1", await Store.Note(key, "1", default));
        Assert.Equal("1", await Store.Note(key, "2", default));
        Assert.Equal("1", await Store.Noted(key, default));
        Assert.Null(await Store.Noted(MailKey.Conversation("1@mission.example"), default));
    }

    [Fact]
    public async Task A_tally_that_another_wrote_meanwhile_is_not_overwritten_and_names_no_address()
    {
        var (first, second) = (await Store.Tally("Mission@State.example", default), await Store.Tally("mission@state.example", default));
        Assert.True(await Store.Save(first with { Answers = [new("a", Now)] }, default));
        Assert.False(await Store.Save(second with { Answers = [new("b", Now)] }, default));

        var kept = await Store.Tally("mission@state.example", default);
        Assert.Equal("a", Assert.Single(kept.Answers).Id);
        Assert.DoesNotContain("state", kept.Address, StringComparison.OrdinalIgnoreCase);
    }

    private static MailRecord Mail(string id) => new() { Id = id, Mailbox = Inbox, Message = $"AAk{id}", ReceivedAt = Now, DueAt = Now };
}
