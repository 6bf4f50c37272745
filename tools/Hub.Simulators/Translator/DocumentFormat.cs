namespace Hub.Simulators.Translator;

/// <summary>The kinds of document that are translated.</summary>
public static class DocumentFormat
{
    /// <summary>Apertium's name of the format; any other type is refused.</summary>
    public static string Of(string? contentType) => contentType?.Split(';')[0].Trim().ToLowerInvariant() switch
    {
        "text/plain" => "txt",
        "text/html" => "html",
        var other => throw TranslatorException.Invalid(
            "InvalidDocumentType", $"The translator simulator translates text/plain and text/html, not '{other}'."),
    };
}
