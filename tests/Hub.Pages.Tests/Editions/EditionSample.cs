using System.Text;
using Hub.Delivery.Editions;
using Hub.Notices.Rules;
using Hub.Pages.Editions.Rendering;
using Hub.Register.Log;
using Hub.Register.Records;

namespace Hub.Pages.Tests.Editions;

/// <summary>Two small editions, half a year apart, and their files.</summary>
internal static class EditionSample
{
    private static readonly ReferenceData Data = new(Sample.States, Sample.Networks, new PartyList());

    public static Edition First { get; } = Of(Register(Office("r1", "XAA", "Office"), Office("r2", "SEN", "Bureau")), new(2026, 1));

    public static Edition Second { get; } = Of(
        Register(Office("r1", "XAA", "Office", "+99915550999"), Office("r3", "CIV", "Parquet <b>général</b>")), new(2026, 2), First.Id);

    public static EditionChanges Changes { get; } = EditionChanges.Between(First, Second);

    public static IReadOnlyList<EditionFile> Files { get; } = [.. new EditionRenderer().Render(Second, Changes)];

    /// <summary>What everybody may know of an edition that is published.</summary>
    public static (EditionAbstract Abstract, Manifest Manifest) Published()
    {
        var numbers = Files.Single(f => f.Name == "abstract.json").Content;
        return (EditionAbstract.Read(numbers.Span), Manifest.Of(Second, Files.Select(ManifestEntry.Of)));
    }

    public static string Text(string name, IEnumerable<EditionFile>? files = null) =>
        Encoding.UTF8.GetString((files ?? Files).Single(f => f.Name == name).Content.Span);

    public static Edition Of(RegisterSnapshot register, EditionId id, EditionId? previous = null, string? reason = null) =>
        new EditionContent(register, Sample.Today, Data).Of(id, previous, reason);

    public static RegisterSnapshot Register(params Authority[] authorities) =>
        Sample.Register().With(authorities.Select(a => new AuthorityWrite(a, null)), Sample.Register().Head);

    public static Authority Office(string id, string state, string name, string phone = "+99915550100") =>
        Sample.Authority(name, state) is var a ? a with { Id = id, Restricted = a.Restricted with { Phones = [new(phone)] } } : null!;
}
