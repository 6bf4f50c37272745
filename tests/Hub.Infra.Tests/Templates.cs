using Hub.Deploy.Reading;
using Hub.Infra.Tests.Rules;

namespace Hub.Infra.Tests;

/// <summary>infra/, every rule's wrong snippet and every mistake, read once.</summary>
internal static class Templates
{
    private const string Snippet = "snippet ";
    private const string Wronged = "mistake ";

    private static readonly Lazy<IReadOnlyDictionary<string, BicepFile>> Files = new(() => BicepReader.Read(BicepReader.Infra
        .Concat(AllRules.ByName.Values.Select(r => KeyValuePair.Create(Snippet + r.Name, r.Wrong)))
        .Concat(Mistake.All.Select(m => KeyValuePair.Create(Wronged + m.Name, m.MadeIn(BicepReader.Infra[m.File]))))
        .ToDictionary()));

    public static Template Infra { get; } = new(Right());

    public static BicepFile Main => Infra.Main;

    public static Template Wrong(Rule rule) =>
        new(new Dictionary<string, BicepFile> { [rule.Name] = Files.Value[Snippet + rule.Name] with { Name = rule.Name } });

    public static Template With(Mistake mistake) =>
        new(new Dictionary<string, BicepFile>(Right())
        {
            [mistake.File] = Files.Value[Wronged + mistake.Name] with { Name = mistake.File },
        });

    private static Dictionary<string, BicepFile> Right() => BicepReader.Infra.Keys.ToDictionary(name => name, name => Files.Value[name]);
}
