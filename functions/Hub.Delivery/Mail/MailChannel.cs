using Hub.Delivery.Mail.Errands;
using Hub.Register.Log;
using Hub.Work.Runner;

namespace Hub.Delivery.Mail;

/// <summary>
/// Mail: in rounds. A round fixes the last event it covers, then sends one mail to each reader, in the order of their ids. The cursor says
/// which reader's mail is under way, and then which draft it is, before it is sent: after a crash exactly that one is in doubt (I4).
/// </summary>
public sealed class MailChannel(
    IRegisterStore register, RoundPlanner planner, RoundPreparation preparation, IMailWriter writer, ReaderLinkMaker links,
    ErrandRun errands, MailPost post, MailSettings settings, TimeProvider clock) : IChannel
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
        if (round.Errand is not null)
            return await errands.Advance(cursor, round, run, cancel);
        if (round.UpTo is null)
            return await errands.Begin(cursor, round, cancel) ?? await Begin(cursor, round, cancel);
        if (round.Cadences is null)
            return await Plan(cursor, round, run, cancel);
        // What an earlier round of the same run prepared was replaced when this one was planned.
        var prepared = run.Prepared as PreparedRound ?? await Prepare(cursor, round, await planner.TermOf(round, cancel), run, cancel);
        if (prepared.Find(round.Sending) is not { } recipient)
            return Next(cursor, round, prepared);
        var stopped = prepared.Stopped.GetValueOrDefault(recipient.Reader.Id);
        return await post.Advance(Mail(cursor, round, prepared, recipient), stopped, run.Resumed, cancel);
    }

    /// <inheritdoc/>
    public Task<bool> HasErrands(string name, CancellationToken cancel) => errands.HasAny(name, cancel);

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

    // The reader after the last one done goes on the cursor before its mail is made.
    private Step.Moved Next(Cursor cursor, MailRound round, PreparedRound prepared)
    {
        if (prepared.After(round.Done) is { } next)
            return new(cursor.Position, (round with { Sending = next.Reader.Id, Draft = null, MessageId = null }).ToJson());
        var marks = round.Marks.After(round.UpTo!.Value, round.Cadences!, prepared.Owed, settings.Digests, clock.GetUtcNow());
        return new(marks.Lowest, round.Between(marks).ToJson());
    }

    private Outgoing Mail(Cursor cursor, MailRound round, PreparedRound prepared, Recipient to)
    {
        var (reader, upTo) = (to.Reader, round.UpTo!.Value);
        var id = MailMessage.IdOf(reader, to.After, upTo);
        var changes = prepared.For(to);
        return new(
            cursor, round, reader, id, upTo, changes,
            async stop => writer.Changes(id, reader, changes, await links.For(reader, changes, round.Began!.Value, stop)),
            (sent, _) => Task.FromResult(Next(cursor, sent with { Done = reader.Id }, prepared)));
    }
}
