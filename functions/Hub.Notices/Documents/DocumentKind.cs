namespace Hub.Notices.Documents;

/// <summary>The kinds of file that the hub takes; which one a file is, its bytes tell, never its name.</summary>
public enum DocumentKind
{
    /// <summary>Portable Document Format.</summary>
    Pdf,

    /// <summary>Word, Office Open XML.</summary>
    Docx,

    /// <summary>Excel, Office Open XML.</summary>
    Xlsx,

    /// <summary>OpenDocument text.</summary>
    Odt,

    /// <summary>Plain text.</summary>
    Txt,

    /// <summary>Comma-separated values, or with semicolons or tabs.</summary>
    Csv,

    /// <summary>JSON.</summary>
    Json,

    /// <summary>A mail with its headers (RFC 5322).</summary>
    Eml,

    /// <summary>PNG image.</summary>
    Png,

    /// <summary>JPEG image.</summary>
    Jpeg,

    /// <summary>TIFF image.</summary>
    Tiff,
}

/// <summary>What a kind is called outside.</summary>
public static class DocumentKinds
{
    /// <summary>The ending of its file names, with the dot.</summary>
    public static string Extension(this DocumentKind kind) => kind switch
    {
        DocumentKind.Pdf => ".pdf",
        DocumentKind.Docx => ".docx",
        DocumentKind.Xlsx => ".xlsx",
        DocumentKind.Odt => ".odt",
        DocumentKind.Txt => ".txt",
        DocumentKind.Csv => ".csv",
        DocumentKind.Json => ".json",
        DocumentKind.Eml => ".eml",
        DocumentKind.Png => ".png",
        DocumentKind.Jpeg => ".jpg",
        DocumentKind.Tiff => ".tif",
    };

    /// <summary>
    /// The media type it is served under: none that a browser runs. A mail is bytes, because browsers open saved pages in its form.
    /// </summary>
    public static string MediaType(this DocumentKind kind) => kind switch
    {
        DocumentKind.Pdf => "application/pdf",
        DocumentKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        DocumentKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        DocumentKind.Odt => "application/vnd.oasis.opendocument.text",
        DocumentKind.Txt or DocumentKind.Csv => "text/plain",
        DocumentKind.Json => "application/json",
        DocumentKind.Eml => "application/octet-stream",
        DocumentKind.Png => "image/png",
        DocumentKind.Jpeg => "image/jpeg",
        DocumentKind.Tiff => "image/tiff",
    };
}
