using Hub.Intake.Inbox;
using Hub.Notices.Outbox;
using Hub.Operations.Erasures;

namespace Hub.Operations.Erasing;

/// <summary>Takes everything personal out of a mail that came in, and removes the replies to it.</summary>
public sealed class EraseMail(IMailStore mails, IOutboxStore outbox, EraseFiles files, EraseHandling handling, TimeProvider clock)
{
    /// <summary>Why a mail waits about which something is still to be done.</summary>
    public const string Open = "Something is still to be done about it: it is erased as soon as it is decided and answered.";

    private const int Tries = 5;

    /// <summary>Erases; done, or why and until when it waits.</summary>
    public async Task<ErasureItem> Do(ErasureItem item, bool keepFiles, CancellationToken cancel)
    {
        if (await Row(item.Id, cancel) is { } waits)
            return item with { Waits = waits, Until = null };
        await Replies(item.Id, cancel);
        await handling.Do(item.Id, null, cancel);
        return !keepFiles && await files.Of($"mail-{item.Id}", cancel) is { } until
            ? item with { Waits = ErasureItems.Kept, Until = until }
            : ErasureItems.Done(item);
    }

    /// <summary>Empties a mail whose time is over, about which nothing is to be done any more. Whether it is done.</summary>
    public async Task<bool> Empty(string id, CancellationToken cancel)
    {
        if (await mails.Find(id, cancel) is not { } mail || ErasedMail.IsOpen(mail, await outbox.RepliesTo(id, cancel))
            || await files.Of($"mail-{id}", cancel) is not null)
            return false;
        await Replies(id, cancel);
        await handling.Do(id, null, cancel);
        var empty = ErasedMail.Of(mail, clock.GetUtcNow()) with { EmptiedAt = clock.GetUtcNow() };
        return await mails.Save(empty, cancel) is not null;
    }

    private async Task Replies(string id, CancellationToken cancel)
    {
        foreach (var reply in await outbox.RepliesTo(id, cancel))
            await outbox.Remove(reply.Id, cancel);
    }

    private async Task<string?> Row(string id, CancellationToken cancel)
    {
        for (var i = 0; i < Tries; i++)
        {
            if (await mails.Find(id, cancel) is not { } mail || ErasedMail.IsClean(mail))
                return null;
            if (ErasedMail.IsOpen(mail, await outbox.RepliesTo(id, cancel)))
                return Open;
            if (await mails.Save(ErasedMail.Of(mail, clock.GetUtcNow()), cancel) is not null)
                return null;
        }
        return ErasureItems.Busy;
    }
}
