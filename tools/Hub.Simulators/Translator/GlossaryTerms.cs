using System.Text.RegularExpressions;

namespace Hub.Simulators.Translator;

/// <summary>A glossary of two columns: its terms go through the translation as marks that no dictionary knows.</summary>
public sealed class GlossaryTerms(IReadOnlyList<(string From, string To)> terms)
{
    private const long MostBytes = 1024 * 1024;

    public static async Task<GlossaryTerms> Read(IFormFile? file)
    {
        if (file is null)
            return new([]);
        if (file.Length > MostBytes)
            throw TranslatorException.Invalid(
                "MaxGlossarySizeExceeded", $"The glossary has {file.Length} bytes; {MostBytes} are the most.");
        using var reader = new StreamReader(file.OpenReadStream());
        var rows = (await reader.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(r => r.TrimEnd('\r').Split('\t')).ToList();
        return rows.TrueForAll(r => r.Length == 2)
            ? new([.. rows.Select(r => (r[0], r[1])).OrderByDescending(r => r.Item1.Length)])
            : throw TranslatorException.Invalid("InvalidGlossary", "A row of the glossary has not two columns.");
    }

    /// <summary>The text with marks in the place of terms, which a line may break.</summary>
    public string Mark(string text)
    {
        for (var i = 0; i < terms.Count; i++)
            text = Regex.Replace(
                text, $@"\b{Regex.Escape(terms[i].From).Replace(@"\ ", @"\s+", StringComparison.Ordinal)}\b", Marker(i),
                RegexOptions.IgnoreCase);
        return text;
    }

    /// <summary>The translation with the terms in the place of marks.</summary>
    public string Put(string text)
    {
        for (var i = 0; i < terms.Count; i++)
            text = text.Replace(Marker(i), terms[i].To, StringComparison.OrdinalIgnoreCase);
        return text;
    }

    private static string Marker(int i) => $"Xqz{i:D3}zqX";
}
