using System.Diagnostics;
using Hub.Core.Access;
using Hub.Core.Editions;
using Hub.Core.Register;
using Hub.Core.Tracing;

namespace Hub.Core.Channels.Mail;

/// <summary>
/// Mail: in rounds. A round fixes the last event it covers, then sends one mail to each reader, in the order of their ids. The cursor says
/// which reader's mail is under way, and then which draft it is, before it is sent: after a crash exactly that one is in doubt (I4).
/// </summary>
public sealed class MailChannel(
    IRegisterStore register, RoundPlanner planner, RoundPreparation preparation, IMailWriter writer, IMailSender sender, IDeliveryLog deliveries,
    PersonalLinks links, MailSettings settings, TimeProvider clock) : IChannel
{
    /// <summary>The name of its cursors' channel.</summary>
    public const string ChannelName = "mail";

    private static readonly TimeSpan RosterPause = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public string Name => ChannelName;

    /// <inheritdoc/>
    public RetryPolicy Retries => settings.Retries;

    /// <inheritdoc/>
    public async Task<Step> Advance(Cursor cursor, ChannelRun run, CancellationToken cancel)
    {
        var round = MailRound.Of(cursor);
        if (round.UpTo is null)
            return await Begin(cursor, round, cancel);
        if (round.Cadences is null)
            return await Plan(cursor, round, run, cancel);
        // What an earlier round of the same run prepared was replaced when this one was planned.
        var prepared = run.Prepared as PreparedRound ?? await Prepare(cursor, round, await planner.TermOf(round, cancel), run, cancel);
        if (prepared.Find(round.Sending) is not { } recipient)
            return Next(cursor, round, prepared);
        var mail = new Outgoing(cursor, round, prepared, recipient);
        if (round.Draft is null && prepared.Stopped.GetValueOrDefault(recipient.Reader.Id) is { } cause)
            return await After(mail, clock.GetUtcNow(), new(Failure.Refused, $"{Attempt.NotSent}{cause}"), cancel);
        if (NextAllowed(round) is { } later)
            return new Step.Paced(later, cursor.Work);
        return round.Draft is { } draft ? await Send(mail, draft, run.Resumed, cancel) : await Draft(mail, run.Resumed, cancel);
    }

    // How far it reaches is on the cursor before the roster is looked at: see RosterKeeper.
    private async Task<Step> Begin(Cursor cursor, MailRound round, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var head = (await register.Read(TimeSpan.Zero, cancel)).Head.Sequence;
        if (head == round.Marks.AtOnce && round.Marks.NextDigest is { } digest && digest > now)
            return new Step.Paced(digest, cursor.Work, Seen: head);
        if (round.Began + settings.RoundDistance is { } next && next > now)
            return new Step.Paced(next, cursor.Work);
        return new Step.Moved(cursor.Position, (round.Between(round.Marks) with { UpTo = head, Began = now }).ToJson());
    }

    private async Task<Step> Plan(Cursor cursor, MailRound round, ChannelRun run, CancellationToken cancel) =>
        await planner.Plan(cursor, round, cancel) is var (planned, term)
            ? Next(cursor, planned, await Prepare(cursor, planned, term, run, cancel))
            : new Step.Paced(clock.GetUtcNow() + RosterPause, cursor.Work);

    private async Task<PreparedRound> Prepare(Cursor cursor, MailRound round, Term term, ChannelRun run, CancellationToken cancel)
    {
        var prepared = await preparation.Prepare(cursor, round, term, run, cancel);
        run.Prepared = prepared;
        return prepared;
    }

    private DateTimeOffset? NextAllowed(MailRound round)
    {
        var now = clock.GetUtcNow();
        return settings.Pace.NextAllowed(round.Sent, now) ?? settings.Quota.NextAllowed(round.SentHours, now);
    }

    // The reader after the last one done goes on the cursor before its mail is made.
    private Step.Moved Next(Cursor cursor, MailRound round, PreparedRound prepared)
    {
        if (prepared.After(round.Done) is { } next)
            return new(cursor.Position, (round with { Sending = next.Reader.Id, Draft = null, MessageId = null }).ToJson());
        var marks = round.Marks.After(round.UpTo!.Value, round.Cadences!, prepared.Owed, settings.Digests, clock.GetUtcNow());
        return new(marks.Lowest, round.Between(marks).ToJson());
    }

    private async Task<Step> Draft(Outgoing mail, bool inDoubt, CancellationToken cancel)
    {
        var at = clock.GetUtcNow();
        using var span = mail.Span("mail.draft");
        var message = writer.Changes(mail.Id, mail.To.Reader, mail.Prepared.For(mail.To), await Links(mail, cancel));
        var (draft, failed) = await sender.Draft(mail.Cursor.Name, message, inDoubt, cancel);
        span.End(failed?.Reason);
        return failed is null
            ? new Step.Moved(mail.Cursor.Position, (mail.Round with { Draft = draft!.Id, MessageId = draft.MessageId }).ToJson())
            : await After(mail, at, failed, cancel);
    }

    // From the round's beginning on, so that a mail written again is the same.
    private async Task<ReaderLinks> Links(Outgoing mail, CancellationToken cancel)
    {
        var (reader, from) = (mail.To.Reader, mail.Round.Began!.Value);
        var editions = new Dictionary<EditionId, Uri>();
        foreach (var edition in mail.Prepared.For(mail.To).Select(c => c.Event.Facts.Edition).OfType<EditionId>())
            editions[edition] = await links.To(LinkPurpose.Edition, reader.Id, edition.Slug, from, cancel);
        return new(
            await links.To(LinkPurpose.Preferences, reader.Id, "", from, cancel),
            reader.RecordId() is { } record ? await links.To(LinkPurpose.Confirmation, reader.Id, record, from, cancel) : null,
            editions);
    }

    private async Task<Step> Send(Outgoing mail, string draft, bool inDoubt, CancellationToken cancel)
    {
        var at = clock.GetUtcNow();
        using var span = mail.Span("mail.send");
        var failed = await sender.Send(mail.Cursor.Name, draft, inDoubt, cancel);
        span.End(failed?.Reason);
        var sent = mail.Round with
        {
            Sent = [.. settings.Pace.Recent(mail.Round.Sent, at), at], SentHours = settings.Quota.Plus(mail.Round.SentHours, at),
        };
        return await After(failed is null ? mail with { Round = sent } : mail, at, failed, cancel);
    }

    private async Task<Step> After(Outgoing mail, DateTimeOffset at, Step.Failed? failed, CancellationToken cancel)
    {
        // An address that the mailbox refuses is that reader's trouble; any other failure is the mailbox's, and everybody waits.
        if (failed is { Kind: not Failure.Refused })
            return failed with { Work = mail.Round.ToJson() };
        var took = (long)(clock.GetUtcNow() - at).TotalMilliseconds;
        var reader = mail.To.Reader.Id;
        var attempt = new Attempt(Name, reader, mail.Id, mail.Round.UpTo!.Value, at, failed?.Reason ?? Attempt.Delivered, took);
        await deliveries.Add(attempt with { MessageId = mail.Round.MessageId }, cancel);
        return Next(mail.Cursor, mail.Round with { Done = reader }, mail.Prepared);
    }

    /// <summary>The mail under way.</summary>
    private sealed record Outgoing(Cursor Cursor, MailRound Round, PreparedRound Prepared, Recipient To)
    {
        public string Id => MailMessage.IdOf(To.Reader, To.After, Round.UpTo!.Value);

        public Activity? Span(string step) => HubTrace.OfMail(step, Id, Prepared.For(To).Select(c => c.Event));
    }
}
