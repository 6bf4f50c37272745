namespace Hub.Intake.Files.Pdf;

/// <summary>Names in a PDF by which something runs, is fetched or is hidden (ISO 32000-1 §12.6, §7.11.4, §12.7.8).</summary>
internal static class PdfNames
{
    private static readonly HashSet<string> Active = ["JavaScript", "JS", "Launch", "RichMedia", "EmbeddedFile", "EmbeddedFiles", "XFA"];

    private static readonly HashSet<string> Actions =
        ["JavaScript", "Launch", "SubmitForm", "ImportData", "GoToR", "GoToE", "Rendition", "Movie", "RichMediaExecute"];

    /// <summary>Whether a name has no other use, wherever it stands.</summary>
    public static bool IsActive(string name) => Active.Contains(name);

    /// <summary>Whether an action of a kind does more than to turn to a page or to offer a link.</summary>
    public static bool IsActiveAction(string? kind) => kind is not null && Actions.Contains(kind);
}
