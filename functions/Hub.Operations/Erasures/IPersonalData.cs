using Hub.Intake.Inbox;
using Hub.Notices;
using Hub.Notices.Documents;
using Hub.Register.Records;

namespace Hub.Operations.Erasures;

/// <summary>Goes through everything that may name somebody, one after the other.</summary>
public interface IPersonalData
{
    /// <summary>All notices.</summary>
    IAsyncEnumerable<Notice> Notices(CancellationToken cancel);

    /// <summary>All mails that came in.</summary>
    IAsyncEnumerable<MailRecord> Mails(CancellationToken cancel);

    /// <summary>The earlier versions of a record.</summary>
    Task<IReadOnlyList<Authority>> EarlierVersions(string recordId, CancellationToken cancel);

    /// <summary>Writes an earlier version without a person; nothing happens where there is none of that number.</summary>
    Task Rewrite(string recordId, int version, Func<Authority, Authority> rewrite, CancellationToken cancel);
}

/// <summary>A file as it lies in storage.</summary>
/// <param name="Place">In which place.</param>
/// <param name="Path">Under which path.</param>
/// <param name="KeptAt">Since when, UTC.</param>
public sealed record StoredFile(Place Place, string Path, DateTimeOffset KeptAt);

/// <summary>Files that are to go for good.</summary>
public interface IFileEraser
{
    /// <summary>The files of a folder, in whichever place they lie.</summary>
    Task<IReadOnlyList<StoredFile>> List(string folder, CancellationToken cancel);

    /// <summary>Deletes a file; false where storage does not allow that yet, because it is kept unchanged for a time.</summary>
    Task<bool> Delete(StoredFile file, CancellationToken cancel);
}
