using Hub.Intake.Inbox;
using Hub.Work.Runner;

namespace Hub.Azure.Mail;

/// <summary>Says what Microsoft Graph's errors mean for a mailbox that is read.</summary>
internal static class GraphGuard
{
    /// <summary>The result, or a <see cref="MailboxException"/> that says what the mailbox could not do.</summary>
    public static async Task<T> Of<T>(Func<Task<T>> work, CancellationToken cancel)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (GraphFailure.Of(e, cancel) is { } failed)
        {
            throw new MailboxException(failed, e);
        }
        // A proxy's page in place of an answer, or an answer without what it must have: no mail is to blame for that.
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException or MailboxException))
        {
            throw new MailboxException(new(Failure.Transient, $"the mailbox answered what cannot be read ({e.GetType().Name})"), e);
        }
    }
}
