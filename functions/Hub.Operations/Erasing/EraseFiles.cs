using Hub.Operations.Erasures;

namespace Hub.Operations.Erasing;

/// <summary>Deletes the files of a notice or a mail, and says until when storage keeps what it will not delete yet.</summary>
public sealed class EraseFiles(IFileEraser files, ErasureSettings settings, TimeProvider clock)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Deletes them; until when what is left is kept, null where nothing is.</summary>
    public async Task<DateTimeOffset?> Of(string folder, CancellationToken cancel)
    {
        DateTimeOffset? until = null;
        foreach (var file in await files.List(folder, cancel))
            if (!await files.Delete(file, cancel) && UntilOf(file) is var end && !(until > end))
                until = end;
        return until;
    }

    // Storage says that it keeps a file, not until when; a legal hold may outlast the time that is set.
    private DateTimeOffset UntilOf(StoredFile file) =>
        file.KeptAt + settings.OriginalsKept is var end && end > clock.GetUtcNow() ? end : clock.GetUtcNow() + Day;
}
