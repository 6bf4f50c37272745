using Hub.Infra.Tests.Reading;
using Hub.Infra.Tests.Rules;

namespace Hub.Infra.Tests;

/// <summary>infra/ and every rule's wrong snippet, read once.</summary>
internal static class Templates
{
    private const string Snippet = "snippet ";

    private static readonly Lazy<IReadOnlyDictionary<string, BicepFile>> Files = new(() => BicepReader.Read(BicepReader.Infra
        .Concat(AllRules.ByName.Values.Select(r => KeyValuePair.Create(Snippet + r.Name, r.Wrong))).ToDictionary()));

    public static Template Infra { get; } = new(Files.Value.Where(f => !f.Key.StartsWith(Snippet, StringComparison.Ordinal)).ToDictionary());

    public static BicepFile Main => Infra.Find("main.bicep")!;

    public static Template Wrong(Rule rule) => new(new Dictionary<string, BicepFile> { [rule.Name] = Files.Value[Snippet + rule.Name] with { Name = rule.Name } });
}
