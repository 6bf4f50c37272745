using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Register.Contacts;
using Hub.Register.Json;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Register.Text;

namespace Hub.Register.Laws;

/// <summary>Reads what a notice says of a law.</summary>
public static class LawForm
{
    /// <summary>
    /// Characters of a law, extracts included. A transaction of the register holds 4 MiB: sixteen changes, each with the version before.
    /// </summary>
    public const int MostCharacters = 50_000;

    private const int LongestTitle = 1_000;
    private const string LinkModel = "https://laws.example";

    /// <summary>
    /// Reads a form; null where it lacks what a law cannot do without. Everything wrong with it is added to the problems.
    /// </summary>
    public static LawContent? Read(JsonObject form, string pointer, List<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (new FormParser(problems).Read<LawContent>(Normalisation.Texts(form, pointer, problems), pointer) is not { } law)
            return null;
        if (!VisibleText.Is(law.TitleOriginal))
            problems.Add(Problem.Refuse(ProblemCode.F04, $"{pointer}/titleOriginal"));
        if (law.TitleOriginal.Length > LongestTitle)
            problems.Add(Problem.Refuse(ProblemCode.F05, $"{pointer}/titleOriginal", $"{law.TitleOriginal.Length}", $"{LongestTitle}"));
        if (JsonSerializer.Serialize(law, HubJson.Options).Length is var length and > MostCharacters)
            problems.Add(Problem.Refuse(ProblemCode.F05, pointer, $"{length}", $"{MostCharacters}"));
        return law with
        {
            OfficialUrl = Link(law.OfficialUrl, $"{pointer}/officialUrl", problems),
            ArchiveUrl = Link(law.ArchiveUrl, $"{pointer}/archiveUrl", problems),
            Languages =
            [
                .. law.Languages.Select((text, i) => text with { Url = Link(text.Url, $"{pointer}/languages/{i}/url", problems) }),
            ],
        };
    }

    private static string? Link(string? text, string pointer, List<Problem> problems)
    {
        var link = text is null ? null : WebLinks.Normal(text);
        if (text is not null && link is null)
            problems.Add(Problem.Refuse(ProblemCode.F03, pointer, LinkModel));
        return link ?? text;
    }
}
