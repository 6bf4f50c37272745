using Hub.Azure.Tables.Intake;
using Hub.Azure.Tests.Builders;
using Hub.Intake.Inbox;

namespace Hub.Azure.Tests.Tables;

/// <summary>Mails that came in, and how far mailboxes have been read.</summary>
[Collection(StorageCollection.Name)]
public sealed class MailStoreTests(Storage storage) : IAsyncLifetime
{
    private const string Inbox = "notices@hub.example";
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);
    private readonly MailStore _store = new(storage.Tables);
    private readonly InboxSubscriptionStore _subscriptions = new(storage.Tables);

    public Task InitializeAsync() => Storage.Empty(storage.Tables.Mails);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_mail_is_kept_once_and_due_until_it_is_dealt_with()
    {
        Assert.True(await _store.Add(Mail("1"), default));
        Assert.False(await _store.Add(Mail("1"), default));
        var due = Assert.Single(await _store.Due(Inbox, Now, 10, default));
        Assert.Empty(await _store.Due("other@hub.example", Now, 10, default));

        await _store.Save(due.Now(InboundMailStatus.Held), default);

        Assert.Empty(await _store.Due(Inbox, Now, 10, default));
        Assert.Equal("1", Assert.Single(await _store.List(InboundMailStatus.Held, 10, default)).Id);
        Assert.Empty(await _store.List(InboundMailStatus.Notice, 10, default));
    }

    [Fact]
    public async Task A_mail_that_another_wrote_meanwhile_is_not_overwritten()
    {
        await _store.Add(Mail("1"), default);
        var mail = (await _store.Find("1", default))!;
        await _store.Save(mail.Now(InboundMailStatus.Notice), default);

        Assert.Null(await _store.Save(mail.Now(InboundMailStatus.Held), default));
        Assert.Equal(InboundMailStatus.Notice, (await _store.Find("1", default))!.Fate);
    }

    [Fact]
    public async Task The_first_mail_of_a_key_stays()
    {
        var key = MailKey.Message("1@mission.example");
        Assert.Null(await _store.Noted(key, default));
        Assert.Equal("1", await _store.Note(key, "1", default));
        Assert.Equal("1", await _store.Note(key, "2", default));
        Assert.Equal("1", await _store.Noted(key, default));
    }

    [Fact]
    public async Task A_tally_that_another_wrote_meanwhile_is_not_overwritten_and_names_no_address()
    {
        var (first, second) = (await _store.Tally("Mission@State.example", default), await _store.Tally("mission@state.example", default));
        Assert.True(await _store.Save(first with { Answers = [new("a", Now)] }, default));
        Assert.False(await _store.Save(second with { Answers = [new("b", Now)] }, default));

        var kept = await _store.Tally("mission@state.example", default);
        Assert.Equal("a", Assert.Single(kept.Answers).Id);
        Assert.DoesNotContain("state", kept.Address, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Of_two_who_change_a_subscription_at_once_one_does()
    {
        var (one, other) = (await _subscriptions.Find(Inbox, default), await _subscriptions.Find(Inbox, default));
        Assert.NotNull(await _subscriptions.Save(one with { Secret = "secret" }, default));
        Assert.Null(await _subscriptions.Save(other with { Secret = "another" }, default));
        Assert.Equal("secret", (await _subscriptions.Find(Inbox, default)).Secret);
    }

    private static MailRecord Mail(string id) => new() { Id = id, Mailbox = Inbox, Message = $"AAk{id}", ReceivedAt = Now, DueAt = Now };
}
