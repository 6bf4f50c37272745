namespace Hub.Core.Channels.Mail;

/// <summary>What a round sends: its changes, to its readers.</summary>
/// <param name="UpTo">The last event it covers.</param>
/// <param name="Changes">The changes, in the order of the log.</param>
/// <param name="Readers">The readers, in the order of their ids.</param>
internal sealed record PreparedRound(long UpTo, IReadOnlyList<DirectoryChange> Changes, IReadOnlyList<Reader> Readers)
{
    /// <summary>A round with nobody to tell.</summary>
    public static PreparedRound Empty(long upTo) => new(upTo, [], []);

    /// <summary>A reader by its id; null where it is not told.</summary>
    public Reader? Find(string? id) => id is null ? null : Readers.FirstOrDefault(r => r.Id == id);

    /// <summary>The reader after another; the first where there is no other.</summary>
    public Reader? After(string? id) => Readers.FirstOrDefault(r => id is null || string.CompareOrdinal(r.Id, id) > 0);
}
