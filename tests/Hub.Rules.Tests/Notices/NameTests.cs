using System.Text.Json.Nodes;
using Hub.Register.Problems;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices;

/// <summary>No record is without a name.</summary>
public sealed class NameTests
{
    public static TheoryData<string, string> Nameless => new()
    {
        { "null", "" }, { """{"en":null}""", "" }, { """{"en":""}""", "/en" }, { """{"en":"  "}""", "/en" },
        { """{"en":"\u200B"}""", "/en" }, { """{"en":"\u3164"}""", "/en" }, { """{"en":"\uFFA0\u115F"}""", "/en" },
        { """{"en":"\u2800"}""", "/en" }, { """{"en":"—"}""", "/en" }, { """{"en":"Office","fr":"\u00AD"}""", "/fr" },
    };

    [Theory]
    [MemberData(nameof(Nameless))]
    public void A_record_that_is_new_or_changed_has_a_name_that_can_be_read(string name, string place)
    {
        var designating = Sample.Designating();
        designating["changes"]![0]!["authority"]!["authorityName"] = JsonNode.Parse(name);
        AssertRefused($"/changes/0/authority/authorityName{place}", designating);
        AssertRefused($"/changes/0/set/authorityName{place}", Sample.Amending($$"""{"authorityName":{{name}}}"""));
    }

    [Theory]
    [InlineData("""{"en":"Office 4"}""")]
    [InlineData("""{"ar":"وزارة العدل"}""")]
    [InlineData("""{"fr":null,"zh":"司法部"}""")]
    [InlineData("""{"ko":"법무부"}""")]
    public void A_name_in_any_script_is_one(string name) =>
        Assert.DoesNotContain(
            Sample.Read(Sample.Amending($$"""{"authorityName":{{name}}}""")).Problems, p => p.Outcome == Outcome.Refuse);

    private static void AssertRefused(string field, JsonObject notice)
    {
        var refused = Assert.Single(Sample.Read(notice).Problems, p => p.Outcome == Outcome.Refuse);
        Assert.Equal((ProblemCode.F04, field), (refused.Code, refused.Field));
    }
}
