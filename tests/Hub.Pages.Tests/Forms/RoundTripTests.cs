using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Hub.Intake.Files.Inspection;
using Hub.Intake.Forms;
using Hub.Intake.Forms.Reading;
using Hub.Notices;
using Hub.Notices.Documents;
using Hub.Pages.Forms;
using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Pages.Tests.Forms;

public sealed partial class RoundTripTests
{
    public static IEnumerable<object[]> Files =>
        from language in Enum.GetValues<Language>()
        from kind in DesignationForms.Kinds.Append(DocumentKind.Txt)
        select new object[] { language, kind };

    [Theory, MemberData(nameof(Files))]
    public void What_is_filled_in_comes_back(Language language, DocumentKind kind) => Prop.ForAll(
        FilledForms.In(language).ToArbitrary(),
        filled => Check(language, kind, filled)).Check(Config.QuickThrowOnFailure.WithMaxTest(4));

    private static void Check(Language language, DocumentKind kind, IReadOnlyList<Filled> filled)
    {
        var file = kind == DocumentKind.Txt
            ? Written(language, filled)
            : DesignationForms.Of(kind, language, filled.ToDictionary(f => f.Field.Code, f => f.Text));
        var found = Inspector.Inspect("form", new MemoryStream(file));
        Assert.Equal(new Finding(kind, null), found);
        var read = DesignationFormParser.Read(kind, "form", new MemoryStream(file));
        Assert.True(read.IsForm);
        Assert.Empty(read.Problems.Select(p => $"{p.Code} {string.Join(" | ", p.Arguments)}"));
        Assert.Equal(language, read.Language);
        Assert.Equal(Expected(filled).Order(StringComparer.Ordinal), read.Proposals.Select(Shown).Order(StringComparer.Ordinal));
        Assert.All(read.Proposals, p => Assert.True(
            JsonNode.DeepEquals(p.Value, At(read.Notice, p.Pointer)) || Grew(p.Value, At(read.Notice, p.Pointer)), p.Pointer));
        Assert.All(read.Proposals, p => Assert.Equal("form", p.Place.File));
    }

    // A pair is proposed by its tick, and gets its scope from another field.
    private static bool Grew(JsonNode part, JsonNode? whole) =>
        part is JsonObject members && members.All(m => JsonNode.DeepEquals(m.Value, whole?[m.Key]));

    private static IEnumerable<string> Expected(IReadOnlyList<Filled> filled)
    {
        var designations = filled.Count(f => f.Field.Target == FieldTarget.Pair)
            + (filled.Any(f => f.Field.Target == FieldTarget.OtherPair) ? 1 : 0);
        return from f in filled
               from value in f.Values
               from _ in Enumerable.Range(0, f.Field.Target == FieldTarget.Designations ? designations : 1)
               select $"{Base(f.Field.Target)}{value.Path} {value.Json}";
    }

    private static string Shown(FormProposal proposal) =>
        $"{Index().Replace(proposal.Pointer, "/-")} {proposal.Value.ToJsonString(HubJson.Options)}";

    private static string Base(FieldTarget target) => target switch
    {
        FieldTarget.Notice => "",
        FieldTarget.Change => "/changes/-",
        FieldTarget.Record => "/changes/-/authority",
        FieldTarget.Pair or FieldTarget.OtherPair or FieldTarget.Designations => "/changes/-/authority/designations/-",
        FieldTarget.LegalBasis => "/changes/-/legalBasis",
        FieldTarget.Membership => "/changes/-/membership",
    };

    private static JsonNode? At(JsonNode? node, string pointer) => pointer.Split('/').Skip(1).Aggregate(
        node, (at, token) => at is JsonArray items ? items[int.Parse(token, null)] : at?[token]);

    // As somebody writes it into the body of a mail.
    private static byte[] Written(Language language, IReadOnlyList<Filled> filled)
    {
        var colon = language == Language.Chinese ? "：" : language == Language.French ? " : " : ": ";
        return Encoding.UTF8.GetBytes(string.Concat(filled.Select(f =>
            $"{FormTexts.Label(f.Field, language)}{colon}{f.Text.Replace("\n", "\n    ", StringComparison.Ordinal)}\n")));
    }

    [GeneratedRegex(@"/\d+(?=/|$)")]
    private static partial Regex Index();
}
