using System.Text.RegularExpressions;
using Hub.Register.Laws;

namespace Hub.Notices.Rules;

/// <summary>Finds what looks like an address or a number of a person in texts that everybody will read.</summary>
internal static partial class PersonalTexts
{
    /// <summary>Each field of a law in which there is some, and what it is.</summary>
    public static IEnumerable<(string Field, string Text)> In(LawContent law)
    {
        var texts = new[]
        {
            ("titleOriginal", law.TitleOriginal), ("shortTitle", law.ShortTitle), ("hostOffice", law.HostOffice), ("citation", law.Citation),
        }.Concat(law.Provisions.SelectMany((p, i) => new[]
        {
            ($"provisions/{i}/heading", p.Heading), ($"provisions/{i}/extract", p.Extract), ($"provisions/{i}/note", p.Note),
        })).Concat(law.Languages.Select((t, i) => ($"languages/{i}/by", t.By)));
        foreach (var (field, text) in texts)
            if (text is not null && Reachable().Match(text) is { Success: true } found)
                yield return (field, found.Value);
    }

    // A mail address, or a telephone number written for abroad.
    [GeneratedRegex(
        @"[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(\.[\p{L}\p{N}-]{1,63}){1,8}|\+\(?[0-9]{1,3}\)?([ ./-]?\(?[0-9]{1,6}\)?){2,8}",
        RegexOptions.NonBacktracking)]
    private static partial Regex Reachable();
}
