using System.Text.Json.Nodes;
using Hub.Notices.Access;
using Hub.Notices.Rules;
using Hub.Register.Json;
using Hub.Register.Laws;
using Hub.Register.Log;
using Hub.Register.Problems;

namespace Hub.Notices.Parsing;

/// <summary>Works out what a change of a notice does to the library of laws.</summary>
internal sealed class LawParser(SpeakingFor speaking, Caller sender, Reference reference, List<Problem> problems)
{
    /// <summary>The change; null where it could not be understood.</summary>
    public Change.PublishLaw? Read(ChangeForm change, string at) => change.LawId is { } id ? Amend(id, change.Set ?? [], at)
        : change.Law is { } law ? Add(law, $"{at}/law")
        : Missing($"{at}/law");

    // What the Secretariat found, its State takes over by furnishing it.
    private Change.PublishLaw? Add(JsonObject json, string at) => LawForm.Read(json, at, problems) is not { } law ? null
        : sender.Role is not null && LawKey.Of(law) is { } key
            && reference.Register.LawOf(speaking.State, key) is { Source: LawSource.SecretariatFound } found ? new(found.LawId, law)
        : new(null, law);

    private Change.PublishLaw? Amend(string id, JsonObject set, string at)
    {
        // A law of another State is not this sender's to change (I7).
        if (!reference.Register.Laws.TryGetValue(id, out var law) || !speaking.Covers(law.State, reference.States))
        {
            problems.Add(Problem.Refuse(ProblemCode.F06, $"{at}/lawId", id));
            return null;
        }
        var found = new List<Problem>();
        var read = LawForm.Read((JsonObject)MergePatch.Apply(law.Form(), set)!, $"{at}/set", found);
        var touched = set.Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
        problems.AddRange(found.Where(p => p.Field == $"{at}/set" || touched.Any(name => p.IsAt($"{at}/set/{FormParser.Escape(name)}"))));
        return read is null ? null : new(id, read) { Set = touched };
    }

    private Change.PublishLaw? Missing(string field)
    {
        if (!problems.Any(p => p.IsAt(field)))
            problems.Add(Problem.Refuse(ProblemCode.F04, field));
        return null;
    }
}
