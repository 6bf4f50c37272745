using System.IO.Compression;

namespace Hub.Pages.Editions.Rendering;

/// <summary>Writes an archive again in a fixed order and with a fixed time, so that the same content has the same bytes.</summary>
internal static class FixedZip
{
    // The first moment that a zip archive can name.
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The archive again.</summary>
    public static byte[] Of(MemoryStream archive)
    {
        archive.Position = 0;
        using var source = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var entry in source.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
                Copy(entry, zip.CreateEntry(entry.FullName, CompressionLevel.Optimal));
        return target.ToArray();
    }

    private static void Copy(ZipArchiveEntry from, ZipArchiveEntry to)
    {
        to.LastWriteTime = Time;
        using var source = from.Open();
        using var target = to.Open();
        source.CopyTo(target);
    }
}
