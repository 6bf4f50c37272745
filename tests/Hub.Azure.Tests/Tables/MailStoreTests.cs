using Hub.Azure.Tables;
using Hub.Azure.Tests.Builders;
using Hub.Intake.Inbox;

namespace Hub.Azure.Tests.Tables;

/// <summary>Mails, the answers to them, and how far mailboxes have been read.</summary>
[Collection(StorageCollection.Name)]
public sealed class MailStoreTests(Storage storage) : IAsyncLifetime
{
    private const string Inbox = "notices@hub.example";
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);
    private readonly MailStore _store = new(storage.Tables);
    private readonly InboxStore _inboxes = new(storage.Tables);

    public Task InitializeAsync() => Storage.Empty(storage.Tables.Mails);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_mail_is_kept_once_and_due_until_it_is_dealt_with()
    {
        Assert.True(await _store.Add(Mail("1"), default));
        Assert.False(await _store.Add(Mail("1"), default));
        var due = Assert.Single(await _store.Due(Inbox, Now, 10, default));
        Assert.Empty(await _store.Due("other@hub.example", Now, 10, default));

        await _store.Save(due.Now(MailFate.Held), null, default);

        Assert.Empty(await _store.Due(Inbox, Now, 10, default));
        Assert.Equal("1", Assert.Single(await _store.List(MailFate.Held, 10, default)).Id);
        Assert.Empty(await _store.List(MailFate.Notice, 10, default));
    }

    [Fact]
    public async Task What_became_of_a_mail_and_what_it_owes_are_written_together_or_not_at_all()
    {
        await _store.Add(Mail("1"), default);
        var mail = (await _store.Find("1", default))!;
        await _store.Save(mail.Now(MailFate.Notice), Acknowledgement("1"), default);

        Assert.Null(await _store.Save(mail.Now(MailFate.Held), Receipt("1"), default));

        Assert.Equal(MailFate.Notice, (await _store.Find("1", default))!.Fate);
        Assert.Equal(AnswerKind.Acknowledgement, Assert.Single(await _store.AnswersTo("1", default)).Kind);
    }

    [Fact]
    public async Task A_mail_dealt_with_again_owes_no_second_answer_and_leaves_the_first_as_it_stands()
    {
        await _store.Add(Mail("1"), default);
        var mail = await _store.Save((await _store.Find("1", default))!.Now(MailFate.Notice), Acknowledgement("1"), default);
        var owed = Assert.Single(await _store.DueAnswers(Inbox, Now, 10, default));
        await _store.Save(owed with { State = AnswerState.Sent, DueAt = null }, default);

        Assert.NotNull(await _store.Save(mail! with { Attempts = 1 }, Acknowledgement("1"), default));
        await _store.Owe(Acknowledgement("1"), default);

        Assert.Equal(AnswerState.Sent, Assert.Single(await _store.AnswersTo("1", default)).State);
        Assert.Empty(await _store.DueAnswers(Inbox, Now, 10, default));
        Assert.Null(await _store.Save(owed with { State = AnswerState.Dropped }, default));
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
        Assert.True(await _store.Save(first with { Answers = [new("a", AnswerKind.Receipt, Now)] }, default));
        Assert.False(await _store.Save(second with { Answers = [new("b", AnswerKind.Receipt, Now)] }, default));

        var kept = await _store.Tally("mission@state.example", default);
        Assert.Equal("a", Assert.Single(kept.Answers).Id);
        Assert.DoesNotContain("state", kept.Address, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_mailbox_is_one_runs_at_a_time_and_its_subscription_stands_apart()
    {
        var (one, other) = (await _inboxes.Find(Inbox, default), await _inboxes.Find(Inbox, default));
        var mine = await _inboxes.Save(one with { Link = "https://graph.example/delta?$deltatoken=1", LeasedUntil = Now }, default);
        Assert.NotNull(mine);
        Assert.Null(await _inboxes.Save(other with { LeasedUntil = Now }, default));

        Assert.NotNull(await _inboxes.Save((await _inboxes.Subscription(Inbox, default)) with { Secret = "secret" }, default));
        Assert.NotNull(await _inboxes.Save(mine with { LeasedUntil = null }, default));
        Assert.Equal("secret", (await _inboxes.Subscription(Inbox, default)).Secret);
    }

    private static KeptMail Mail(string id) => new() { Id = id, Mailbox = Inbox, Message = $"AAk{id}", ReceivedAt = Now, DueAt = Now };

    private static Answer Acknowledgement(string mail) =>
        new() { Mail = mail, Mailbox = Inbox, Kind = AnswerKind.Acknowledgement, DueAt = Now };

    private static Answer Receipt(string mail) => new() { Mail = mail, Mailbox = Inbox, Kind = AnswerKind.Receipt, DueAt = Now };
}
