using Hub.Core.Documents.Inspection;
using Hub.Core.Documents.Text;
using Hub.Core.Forms.Designations;
using Hub.Core.Json;
using Hub.Core.Notices;

namespace Hub.Core.Documents;

/// <summary>
/// Opens what strangers send. Whatever a file does to its reader, there is an answer (I11): the hub reads in a process of its own, which a
/// file may end.
/// </summary>
public interface IFileReader
{
    /// <summary>What a file is, by its bytes, and whether it must be refused.</summary>
    /// <param name="name">The name its sender gave it.</param>
    /// <param name="content">Its bytes; they can be read from any place.</param>
    /// <param name="cancel">Ends the reading.</param>
    Task<Finding> Inspect(string name, Stream content, CancellationToken cancel);

    /// <summary>What a reader of its pages sees.</summary>
    Task<DocumentText> Text(DocumentKind kind, Stream content, CancellationToken cancel);

    /// <summary>The designation form that it is.</summary>
    Task<DesignationReading> Form(DocumentKind kind, string name, Stream content, NoticeKind? assumed, CancellationToken cancel);
}

/// <summary>The text of a document.</summary>
/// <param name="Legibility">What there is to read.</param>
/// <param name="Text">The text in its usual form (NFC); empty where there is none.</param>
/// <param name="Part">What is said where that is not all of it; null where it is.</param>
public sealed record DocumentText(Legibility Legibility, string Text, string? Part = null) : Confidential
{
    /// <summary>What is wrong with its characters; it was brought into the usual form where that can be done.</summary>
    public IReadOnlyList<Damage> Damage { get; init; } = [];

    /// <summary>A file that cannot be read.</summary>
    public static DocumentText Unreadable { get; } = new(Legibility.Unreadable, "");
}
