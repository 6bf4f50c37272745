using Hub.Notices.Outbox;

namespace Hub.Rules.Tests.Delivery.Outbox;

/// <summary>What every store of the outbox does.</summary>
public abstract class OutboxStoreContract
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);

    /// <summary>A store that may hold rows of others.</summary>
    private protected abstract IOutboxStore Store { get; }

    // So that tests on one store do not see each other.
    private readonly string _own = $"{Guid.NewGuid():N}"[..8];

    [Fact]
    public async Task A_row_of_an_id_is_added_once_and_stays_as_it_is()
    {
        var mail = Confirmation("one");
        Assert.True(await Store.Add(mail, default));
        Assert.False(await Store.Add(mail with { About = "another" }, default));
        var kept = (await Store.Find(mail.Id, default))!;
        Assert.Equal(mail, kept with { ETag = null });
        Assert.NotNull(kept.ETag);
        Assert.Null(await Store.Find($"{mail.Id}-no", default));
    }

    [Fact]
    public async Task Everything_that_a_row_says_is_kept()
    {
        var mail = OutboxMails.News($"mail{_own}", "notices@hub.example", "XAA-1", "QUERY-1", Now) with
        {
            State = OutboxState.UnderWay, BegunAt = Now, Attempts = 2, Draft = "draft", MessageId = "<1@hub.example>", DoneAt = Now,
            Trouble = "trouble", ToldUpTo = 3, UpTo = 9, Sending = 7, NextDueAt = Now.AddDays(1), Tells = null,
        };
        await Store.Add(mail, default);
        Assert.Equal(mail, (await Store.Find(mail.Id, default))! with { ETag = null });
        var told = mail with { Id = $"{mail.Id}-2", Tells = new Dictionary<string, string> { ["XAA-1"] = "QUERY-1" } };
        await Store.Add(told, default);
        Assert.Equal("QUERY-1", (await Store.Find(told.Id, default))!.Tells!["XAA-1"]);
    }

    [Fact]
    public async Task Rows_and_a_pace_are_written_together_or_not_at_all()
    {
        await Store.Add(Confirmation("one"), default);
        await Store.Add(Confirmation("two"), default);
        var (one, two) = ((await Store.Find(Confirmation("one").Id, default))!, (await Store.Find(Confirmation("two").Id, default))!);
        var pace = await Store.Pace(_own, default);
        Assert.Equal((0, null), (pace.Sent.Count, pace.ETag));

        var saved = await Store.Save(
            [one.Done(OutboxState.Sent, Now), two.Begun("mailbox", Now, new()), Confirmation("three")],
            pace with { Sent = [Now], SentHours = [new(Now, 1)] }, default);
        Assert.NotNull(saved);
        Assert.Equal(Now, Assert.Single((await Store.Pace(_own, default)).Sent));
        Assert.Equal(1, Assert.Single((await Store.Pace(_own, default)).SentHours).Recipients);

        // One of them was written since; another is there already; the pace is another's.
        Assert.Null(await Store.Save([saved.Mails[1].Drafted(new("draft", null)), one], null, default));
        Assert.Null(await Store.Save([saved.Mails[1].Drafted(new("draft", null)), Confirmation("three")], null, default));
        Assert.Null(await Store.Save([saved.Mails[1].Drafted(new("draft", null))], pace, default));
        Assert.Null((await Store.Find(two.Id, default))!.Draft);

        Assert.NotNull(await Store.Save([saved.Mails[1].Drafted(new("draft", null))], saved.Pace, default));
        Assert.Equal("draft", (await Store.Find(two.Id, default))!.Draft);
    }

    [Fact]
    public async Task Ninety_nine_rows_and_a_pace_are_written_at_once()
    {
        var rows = Enumerable.Range(0, IOutboxStore.MostTogether).Select(i => Changes($"many{i}")).ToList();
        var saved = await Store.Save(rows, await Store.Pace($"many{_own}", default), default);
        Assert.Equal(IOutboxStore.MostTogether, saved!.Mails.Count);
        Assert.NotNull(await Store.Save(saved.Mails, saved.Pace, default));
    }

    [Fact]
    public async Task What_is_due_is_found_by_its_time_and_by_its_mailbox_where_it_names_one()
    {
        var (free, mine, theirs, later) = (Confirmation("free"), Confirmation("mine"), Confirmation("theirs"), Confirmation("later"));
        await Store.Add(free, default);
        await Store.Add(mine.Begun("mine", Now, new()), default);
        await Store.Add(theirs.Begun("theirs", Now, new()), default);
        await Store.Add(later with { DueAt = Now.AddHours(1) }, default);
        await Store.Add(Confirmation("done").Done(OutboxState.Sent, Now), default);

        Assert.Equal(Ids(free, mine, theirs), await Due(Now, null));
        Assert.Equal(Ids(free, mine), await Due(Now, "mine"));
        Assert.Equal(Ids(free, later, mine), await Due(DateTimeOffset.MaxValue, "mine"));
        Assert.DoesNotContain(free.Id, await Due(Now.AddTicks(-1), null));
    }

    [Fact]
    public async Task The_rows_of_changes_are_found_whatever_their_state()
    {
        var (waiting, resting) = (Changes("waiting").Widened(0, 4, Now), Changes("resting"));
        await Store.Save([waiting, resting], null, default);
        await Store.Add(Confirmation("other"), default);
        var found = (await Store.OfChanges(default)).Where(m => m.Recipient.StartsWith(_own, StringComparison.Ordinal));
        Assert.Equal(Ids(resting, waiting), found.Select(m => m.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_replies_to_a_mail_are_found_and_can_be_taken_away()
    {
        var receipt = OutboxMails.Reply(OutboxKind.Receipt, _own, "mailbox", Now);
        await Store.Add(receipt, default);
        await Store.Add(OutboxMails.Reply(OutboxKind.Receipt, $"{_own}1", "mailbox", Now), default);
        Assert.Equal(receipt.Id, Assert.Single(await Store.RepliesTo(_own, default)).Id);
        await Store.Remove(receipt.Id, default);
        await Store.Remove(receipt.Id, default);
        Assert.Empty(await Store.RepliesTo(_own, default));
    }

    [Fact]
    public async Task A_partner_may_have_any_name()
    {
        var mail = OutboxMails.Claim($"{_own} a/b\\c#d?e%f — Réseau", "XAA-1", "wacap", Now);
        Assert.True(await Store.Add(mail, default));
        Assert.Equal(mail.Recipient, (await Store.Find(mail.Id, default))!.Recipient);
    }

    private OutboxMail Confirmation(string name) => OutboxMails.Confirmation($"{_own}-{name}", new(2026, 3, 14), Now);

    private OutboxMail Changes(string name) => OutboxMails.Changes($"{_own}-{name}", Now);

    private static IEnumerable<string> Ids(params OutboxMail[] mails) => mails.Select(m => m.Id).Order(StringComparer.Ordinal);

    private async Task<IEnumerable<string>> Due(DateTimeOffset by, string? mailbox) => (await Store.Due(by, mailbox, default))
        .Select(m => m.Id).Where(id => id.StartsWith(_own, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
