using Hub.Intake.Inbox;

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
    }
}
