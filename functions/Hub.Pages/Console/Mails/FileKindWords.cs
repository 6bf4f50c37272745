using Hub.Notices.Documents;
using Hub.Pages.Texts;

namespace Hub.Pages.Console.Mails;

/// <summary>What kind of file a media type is, in words.</summary>
internal static class FileKindWords
{
    private static readonly Dictionary<string, DocumentKind> Kinds =
        Enum.GetValues<DocumentKind>().DistinctBy(k => k.MediaType()).ToDictionary(k => k.MediaType(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The word.</summary>
    public static string Of(string mediaType, Labels labels)
    {
        var plain = mediaType.Split(';')[0].Trim();
        return labels[Kinds.TryGetValue(plain, out var kind) ? $"FileKind.{kind}"
            : plain.StartsWith("image/", StringComparison.OrdinalIgnoreCase) ? "FileKind.Picture"
            : plain.StartsWith("text/", StringComparison.OrdinalIgnoreCase) ? "FileKind.Txt" : "FileKind.Other"];
    }
}
