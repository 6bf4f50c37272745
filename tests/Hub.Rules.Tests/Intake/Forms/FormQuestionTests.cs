using Hub.Intake.Forms.Reading;
using Hub.Register.Problems;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Intake.Forms;

public sealed class FormQuestionTests : FormCase
{
    [Theory]
    [InlineData("Telefone: +999 1", "F20 Telefone | f.txt : 4 | Telephone")]
    [InlineData("State: SEN", "F21 A1 State | f.txt : 1 | f.txt : 4")]
    [InlineData("Date of effect: soon", "F23 A3 Date of effect | f.txt : 4 | year-month-day: 2025-04-01")]
    [InlineData("Monday: all day", "F23 D1 Monday | f.txt : 4 | from-to on the 24-hour clock, breaks by a comma: 08:30-12:30, 13:30-17:00")]
    [InlineData(
        "Kind of institution: bank",
        "F23 C10 Kind of institution | f.txt : 4 | one of: ministry of justice / ministry of foreign affairs / prosecution service / court / police / coast guard or navy / anti-corruption body / customs / ministry of the interior / other institution"
    )]
    [InlineData("Oral requests in urgent cases: perhaps", "F23 F14 Oral requests in urgent cases | f.txt : 4 | yes or no")]
    [InlineData("Channel (by fax): first", "F23 F7 Channel (by fax) | f.txt : 4 | 1 for the preferred one, then 2, 3 …")]
    [InlineData("Record amended: r1", "F24 A7 Record amended | f.txt : 4")]
    public void What_cannot_be_understood_is_asked_with_its_place(string line, string problem)
    {
        var read = DesignationFormParser.ReadText($"State: XAA\nType of notice: new designation\nCity: Port Arven\n{line}", "f.txt");
        Assert.Equal([problem], read.Problems.Select(p => $"{p.Code} {string.Join(" | ", p.Arguments)}"));
        Assert.All(read.Problems, p => Assert.Equal(Outcome.Query, p.Outcome));
    }

    [Fact]
    public void A_date_that_can_be_read_in_two_ways_goes_on_to_the_rule_that_asks_about_it()
    {
        var read = DesignationFormParser.ReadText(New.Replace("2025-04-01", "03/04/2025", StringComparison.Ordinal));
        Assert.Empty(read.Problems);
        Assert.Contains(Sample.Read(read.Notice).Problems, p => p is { Code: ProblemCode.V24, Field: "/effectiveFrom" });
    }
}
