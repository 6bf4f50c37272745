using Hub.Intake.Inbox;
using Hub.Intake.Translation;

namespace Hub.Operations.Retention;

/// <summary>Finds what is old, by when it was last written or happened, and removes what is nothing but a row.</summary>
public interface IOldRows
{
    /// <summary>The ids of settled notices that are not emptied.</summary>
    IAsyncEnumerable<string> Notices(DateTimeOffset before, CancellationToken cancel);

    /// <summary>The mails of some fates that are not emptied.</summary>
    IAsyncEnumerable<MailRecord> Mails(IReadOnlyCollection<InboundMailStatus> fates, DateTimeOffset before, CancellationToken cancel);

    /// <summary>Work on documents.</summary>
    IAsyncEnumerable<DocumentWork> Works(DateTimeOffset before, CancellationToken cancel);

    /// <summary>Removes rows of a kind that are nothing else, at most so many; how many there were.</summary>
    Task<int> Remove(RetentionKind kind, DateTimeOffset before, int limit, CancellationToken cancel);
}
