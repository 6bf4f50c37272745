using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hub.Register.Json;
using Hub.Register.Log;

namespace Hub.Delivery.Editions;

/// <summary>A file of an edition.</summary>
/// <param name="Name">Its name, e.g. <c>directory.fr.html</c>.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
public sealed record EditionFile(string Name, string MediaType, ReadOnlyMemory<byte> Content)
{
    /// <summary>When it was put where it is kept, UTC; null where it comes from elsewhere.</summary>
    public DateTimeOffset? KeptAt { get; init; }
}

/// <summary>What the manifest says of a file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
public sealed record ManifestEntry(string Name, string MediaType, long Bytes, string Sha256) : IPublic
{
    /// <summary>The entry of a file.</summary>
    public static ManifestEntry Of(EditionFile file) => new(
        file.Name, file.MediaType, file.Content.Length, Convert.ToHexStringLower(SHA256.HashData(file.Content.Span)));
}

/// <summary>The files of an edition with their hashes; the hash of the manifest itself stands in the log (I9).</summary>
/// <param name="Edition">The edition.</param>
/// <param name="CutOff">The day it was closed.</param>
/// <param name="Sequence">The last event of the log that it takes in.</param>
/// <param name="Previous">The edition against which its changes are told.</param>
/// <param name="Reason">Why it takes the place of another.</param>
/// <param name="Authorities">How many authorities it lists.</param>
/// <param name="States">How many States have one.</param>
/// <param name="Files">The files, by name.</param>
public sealed record Manifest(
    EditionId Edition, DateOnly CutOff, long Sequence, EditionId? Previous, string? Reason, int Authorities, int States,
    IReadOnlyList<ManifestEntry> Files) : IPublic
{
    /// <summary>The name of its file.</summary>
    public const string FileName = "manifest.json";

    /// <summary>The manifest of an edition.</summary>
    public static Manifest Of(Edition edition, IEnumerable<ManifestEntry> files) => new(
        edition.Id, edition.CutOff, edition.Sequence, edition.Previous, edition.Reason, edition.Authorities(),
        edition.StatesWithAuthorities(), [.. files.OrderBy(f => f.Name, StringComparer.Ordinal)]);

    /// <summary>Its canonical bytes.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(CanonicalJson.Write(JsonSerializer.SerializeToNode(this, HubJson.Public)));

    /// <summary>Reads one from its bytes.</summary>
    public static Manifest Read(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize<Manifest>(bytes, HubJson.Options)!;
}

/// <summary>Makes the files of an edition. The same edition gives the same bytes.</summary>
public interface IEditionRenderer
{
    /// <summary>
    /// The files, one after the other, but for <c>directory.json</c> and the manifest. What a file cannot say is left out of it, and told.
    /// </summary>
    /// <param name="edition">The edition.</param>
    /// <param name="changes">What changed since the one before.</param>
    /// <param name="leftOut">Is told of everything that a file lacks.</param>
    IEnumerable<EditionFile> Render(Edition edition, EditionChanges changes, Action<LeftOut>? leftOut = null);
}

/// <summary>Where editions are kept, written once.</summary>
public interface IEditionStore
{
    /// <summary>Keeps a file unless one of its name is there, and returns the one that is there now.</summary>
    Task<EditionFile> Keep(EditionId edition, EditionFile file, CancellationToken cancel);

    /// <summary>A file; null where there is none.</summary>
    Task<EditionFile?> Find(EditionId edition, string name, CancellationToken cancel);

    /// <summary>The editions that were begun, in order.</summary>
    Task<IReadOnlyList<EditionId>> List(CancellationToken cancel);
}
