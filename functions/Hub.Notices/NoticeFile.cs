using Hub.Notices.Documents;
using Hub.Register.Json;
using Hub.Register.Problems;

namespace Hub.Notices;

/// <summary>A file as it was kept.</summary>
/// <param name="Name">The name its sender gave it.</param>
/// <param name="MediaType">The media type its sender gave it.</param>
/// <param name="Sha256">SHA-256 of its bytes, hexadecimal.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Blob">Where it is, among the originals or, where it was refused, in quarantine.</param>
public sealed record NoticeFile(string Name, string MediaType, string Sha256, long Length, string Blob) : Confidential
{
    /// <summary>The field of problems with files.</summary>
    public const string Field = "/files";

    /// <summary>What its bytes say it is; null where that is none of the kinds that the hub takes.</summary>
    public DocumentKind? Kind { get; init; }

    /// <summary>Why it was refused; null where it was not.</summary>
    public ProblemCode? Refused { get; init; }

    /// <summary>Whether the verdict of the malware scan is still to come.</summary>
    public bool AwaitsScan { get; init; }

    /// <summary>Where it lies: what was refused, or has still to be scanned, lies apart.</summary>
    public Place StoredIn() => this is { Refused: null, AwaitsScan: false } ? Place.Originals : Place.Quarantine;

    /// <summary>
    /// The media type it is stored under, one of the hub's own: what a sender calls a file is not what a browser may take it for.
    /// </summary>
    public string StoredMediaType() =>
        this is { Refused: null, AwaitsScan: false, Kind: { } kind } ? kind.MediaType() : "application/octet-stream";
}
