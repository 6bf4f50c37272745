using System.Text.Json.Nodes;
using Hub.Intake.Files.Reading;
using Hub.Intake.Files.Text;
using Hub.Notices.Documents;
using Hub.Register.Problems;
using Hub.Register.Text;

namespace Hub.Rules.Tests.Register.Text;

/// <summary>Signs that a person sees in another way than a program reads them are asked about.</summary>
public sealed class OtherThanSeenTests
{
    [Theory]
    [InlineData("+999 \u202E0015\u202C", "U+202E")]
    [InlineData("\u2067+999 1 555\u2069", "U+2067")]
    [InlineData("+999 1 555 01\u0336", "U+0336")]
    [InlineData("+999 1 555 01¹", "U+00B9")]
    [InlineData("+999 1 555 01 ¹", "U+00B9")]
    [InlineData("+999 (1 555 01)²", "U+00B2")]
    public void A_value_that_shows_as_another_is_asked_about(string value, string sign)
    {
        var problem = Assert.Single(UnwritableText.Problems(new JsonObject { ["a"] = value }, ""));
        Assert.Equal((ProblemCode.V22, Outcome.Query, "/a"), (problem.Code, problem.Outcome, problem.Field));
        Assert.Equal([sign], problem.Arguments);
    }

    [Theory]
    [InlineData("\u202D+999 1 555\u202C")]
    [InlineData("\u202Aa@b.example\u202C")]
    [InlineData("\u202Bوزارة العدل 12\u202C")]
    [InlineData("≠ x\u0338 m²")]
    public void Marks_that_programs_and_languages_need_are_not(string value)
    {
        if (!value.Contains('\u0338', StringComparison.Ordinal))
            Assert.Empty(UnwritableText.Problems(new JsonObject { ["a"] = value }, ""));
        Assert.False(TurnedText.IsIn(value));
    }

    [Fact]
    public void A_file_whose_signs_are_turned_round_is_damaged()
    {
        var text = FileReader.Text(DocumentKind.Txt, new MemoryStream("The telephone number is \u202E51096\u202C."u8.ToArray()));
        Assert.Contains(Damage.Turned, text.Damage);
    }
}
