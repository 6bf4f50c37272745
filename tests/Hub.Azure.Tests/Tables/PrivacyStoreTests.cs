using Hub.Azure.Tables;
using Hub.Azure.Tables.Delivery;
using Hub.Azure.Tests.Builders;
using Hub.Notices.Access;
using Hub.Notices.Outbox;
using Hub.Operations.Retention;
using Hub.Work.Failures;
using Hub.Work.Runner;

namespace Hub.Azure.Tests.Tables;

/// <summary>What retention does to tables.</summary>
[Collection(StorageCollection.Name)]
public sealed class PrivacyStoreTests(Storage storage) : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private readonly KeyStore _keys = new(storage.Tables, TimeProvider.System);

    private OldRows Old => new(storage.Tables, _keys);

    public async Task InitializeAsync()
    {
        foreach (var table in new[] { storage.Tables.Deliveries, storage.Tables.Failures, storage.Tables.Mails })
            await Storage.Empty(table);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Old_attempts_go_and_newer_ones_stay()
    {
        IDeliveryLog log = new DeliveryLog(storage.Tables);
        foreach (var days in new[] { 1, 399, 401, 500 })
            await log.Add(new("mail", $"recipient-{days}", "id", 1, Now.AddDays(-days), Attempt.Delivered, 1), default);

        Assert.Equal(1, await Old.Remove(RetentionKind.Deliveries, Now.AddDays(-400), 1, default));
        Assert.Equal(1, await Old.Remove(RetentionKind.Deliveries, Now.AddDays(-400), 10, default));
        Assert.Equal(["recipient-1", "recipient-399"], (await log.Since("mail", 0, default)).Select(a => a.Name).Order());
    }

    [Fact]
    public async Task Old_mails_go_that_are_done_and_what_a_recipient_was_told_is_remembered()
    {
        await Storage.Empty(storage.Tables.Outbox);
        var store = new OutboxStore(storage.Tables);
        OutboxMail Confirmation(string recipient) => OutboxMails.Confirmation(recipient, new(2026, 3, 14), Now);
        await store.Save(
            [
                Confirmation("waiting"), Confirmation("sent").Done(OutboxState.Sent, Now),
                OutboxMails.Changes("told", Now).Widened(0, 1, Now).Done(OutboxState.Sent, Now),
            ],
            null, default);

        Assert.Equal(0, await Old.Remove(RetentionKind.Deliveries, DateTimeOffset.UtcNow.AddDays(-1), 10, default));
        Assert.Equal(1, await Old.Remove(RetentionKind.Deliveries, DateTimeOffset.UtcNow.AddDays(1), 10, default));
        Assert.Null(await store.Find(Confirmation("sent").Id, default));
        Assert.NotNull(await store.Find(Confirmation("waiting").Id, default));
        Assert.Equal(1, Assert.Single(await store.OfChanges(default)).ToldUpTo);
    }

    [Fact]
    public async Task A_failure_that_a_person_dealt_with_goes_before_one_that_nobody_did()
    {
        var store = new FailureStore(storage.Tables);
        await store.Save(UnderstoodMail(40, retried: 35), default);
        await store.Save(UnderstoodMail(41, retried: 1), default);
        await store.Save(UnderstoodMail(42, retried: null), default);

        Assert.Equal(1, await Old.Remove(RetentionKind.SettledFailures, Now.AddDays(-30), 10, default));
        Assert.Equal(2, (await store.List(10, default)).Count);
        Assert.Equal(2, await Old.Remove(RetentionKind.Failures, Now.AddDays(-40), 10, default));
    }

    [Fact]
    public async Task Notes_of_errors_go_by_when_they_were_written()
    {
        var store = new FailureStore(storage.Tables);
        await store.NoteError("message", "what went wrong", default);
        await store.SaveEnded("queue", "id", new(2, Now, Now), default);
        Assert.Equal(0, await Old.Remove(RetentionKind.Errors, Now.AddDays(-1), 10, default));
        Assert.Equal(2, await Old.Remove(RetentionKind.Errors, Now.AddDays(1), 10, default));
        Assert.Null(await store.ErrorOf("message", default));
    }

    [Fact]
    public async Task Old_actions_go_and_the_others_stay()
    {
        await Storage.Empty(storage.Tables.Keys);
        var log = new ActionLog(storage.Tables);
        await log.Add(new(ActionKind.MailPaused, "anna", Now.AddDays(-100), null), default);
        await log.Add(new(ActionKind.MailResumed, "anna", Now.AddDays(-99), null), default);
        Assert.Equal(0, await Old.Remove(RetentionKind.Actions, Now.AddDays(-101), 10, default));
        Assert.Equal(1, await Old.Remove(RetentionKind.Actions, Now.AddDays(-99.5), 10, default));
        Assert.Equal(ActionKind.MailResumed, Assert.Single(await log.List(10, default)).Kind);
    }

    [Fact]
    public async Task Keys_that_ended_go_and_old_uses_are_forgotten()
    {
        await Storage.Empty(storage.Tables.Keys);
        var ended = await _keys.Issue(new("ended", CallerKind.Partner), "x", Now.AddDays(-100), default);
        var used = await _keys.Issue(new("used", CallerKind.Partner), "x", null, default);
        await _keys.Find(used.Secret, default);

        Assert.Equal(0, await Old.Remove(RetentionKind.EndedKeys, Now.AddDays(-101), 10, default));
        Assert.Equal(1, await Old.Remove(RetentionKind.EndedKeys, Now.AddDays(-90), 10, default));
        Assert.Equal(0, await Old.Remove(RetentionKind.LastUses, Now.AddDays(-1), 10, default));
        Assert.Equal(1, await Old.Remove(RetentionKind.LastUses, Now.AddDays(1), 10, default));
        var left = Assert.Single(await _keys.List(default));
        Assert.Equal((used.Key.Id, null), (left.Id, left.LastUsedAt));
        Assert.NotEqual(ended.Key.Id, left.Id);
    }

    private static DeadLetter UnderstoodMail(int days, int? retried) => new(
        $"{DateTime.MaxValue.Ticks - Now.AddDays(-days).UtcTicks:D19}-{days}", "mail", "id", "why", Now.AddDays(-days),
        retried is { } ago ? Now.AddDays(-ago) : null);
}
