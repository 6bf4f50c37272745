using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Core.Notices;
using Hub.Core.Register;
using Hub.Core.States;

namespace Hub.Core.Correspondence.Notes;

/// <summary>Reads a note verbale's running text.</summary>
internal sealed partial class NoteReader(ReferenceData data, RegisterSnapshot register)
{
    /// <summary>What is understood of it; null where it is no note.</summary>
    public UnderstoodNotice? Read(string text, string where, StateCode? sender)
    {
        _ = (data, register);
        if (!Opening().IsMatch(text))
            return null;
        var form = new JsonObject();
        if (sender is { } state)
            form["state"] = state.Value;
        if (Reference().Match(text) is { Success: true } reference)
            form["officialRef"] = reference.Groups[1].Value;
        Proposal[] proposals = [.. form.Select(f => new Proposal($"/{f.Key}", f.Value!.DeepClone(), f.Value!.ToString(), where, 0.9))];
        return new(form, proposals, NoticeSource.Note);
    }

    [GeneratedRegex("presents its compliments|présente ses compliments|saluda atentamente", RegexOptions.IgnoreCase)]
    private static partial Regex Opening();

    [GeneratedRegex(@"(?:Ref\.?|Réf\.?|NV|N°)\s*:?\s*([A-Z0-9][\w./-]*\d[\w./-]*)")]
    private static partial Regex Reference();
}
