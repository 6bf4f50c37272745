using System.Text.Json.Nodes;
using Hub.Intake.Files.Reading;
using Hub.Intake.Files.Text;
using Hub.Notices;
using Hub.Notices.Documents;
using Hub.Register.Problems;
using Hub.Register.States;

namespace Hub.Intake.Translation;

/// <summary>
/// Holds a translation that a State sent with its own note against that note (V21). Which file it is of, the notice says; otherwise it is
/// compared only where it calls itself a translation and a single file shares most of its addresses and numbers: a form in another language
/// is none.
/// </summary>
internal sealed class OwnTranslation(IFileStore files, IFileReader reader)
{
    private const int FewestFacts = 2;
    private const int MostShown = 5;

    /// <summary>Files that are read for one translation: what could be of more of them is of none for certain.</summary>
    private const int MostOthers = 5;

    /// <summary>What the document lacks of its original; nothing where it is no translation, or agrees.</summary>
    public async Task<IEnumerable<Problem>> Check(Notice notice, int n, Language? language, string text, CancellationToken cancel)
    {
        var file = notice.Files[n - 1];
        // Not of a part.
        if (!HasWords(file) || text.Length is 0 or >= TextLayer.Most)
            return [];
        var named = Named(notice, file);
        if (named is null && !TranslationMark.Marks(file.Name, text))
            return [];
        var others = notice.Files.Where(f => f.Refused is null && HasWords(f) && (named is null ? f.Name != file.Name : f.Name == named))
            .DistinctBy(f => f.Sha256).ToList();
        if (others.Count > MostOthers)
            return [];
        var originals = new List<(NoticeFile File, IReadOnlyList<string> Missing)>();
        foreach (var other in others)
            if (await Read(other, cancel) is { Length: > 0 } original && (named is not null || IsLikely(other, original, language, text)))
                originals.Add((other, TranslationCheck.Missing(original, text)));
        return originals is [{ Missing: { Count: > 0 } missing } only] ? [Warning(n, file, only.File, missing)] : [];
    }

    private static Problem Warning(int n, NoticeFile translation, NoticeFile original, IReadOnlyList<string> missing) => Problem.Warn(
        ProblemCode.V21, $"{NoticeFile.Field}/{n - 1}", FileName.Shown(translation.Name), FileName.Shown(original.Name),
        string.Join(", ", missing.Take(MostShown)) + (missing.Count > MostShown ? ", …" : ""));

    // The figures of a workbook are no text; what a mail encloses is nothing but letters and digits.
    private static bool HasWords(NoticeFile file) =>
        file.Kind is DocumentKind.Pdf or DocumentKind.Docx or DocumentKind.Odt or DocumentKind.Txt;

    private static string? Named(Notice notice, NoticeFile file) =>
        (notice.Form["attachments"] as JsonArray ?? []).OfType<JsonObject>().Where(a => Text(a["name"]) == file.Name)
            .Select(a => Text(a["translationOf"])).FirstOrDefault();

    private static bool IsLikely(NoticeFile other, string original, Language? language, string text)
    {
        if (TranslationMark.Marks(other.Name, original) || (language is not null && LanguageDetector.Of(original).Language == language))
            return false;
        var (facts, missing) = (TranslationCheck.Facts(original), TranslationCheck.Missing(original, text));
        return facts.Count >= FewestFacts && missing.Count * 2 <= facts.Count;
    }

    private async Task<string> Read(NoticeFile file, CancellationToken cancel)
    {
        await using var content = await files.Open(Place.Originals, file.Blob, cancel);
        return content is null ? "" : (await reader.Text(file.Kind!.Value, content, cancel)).Text;
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
