using Hub.Register.Laws;
using Hub.Register.Problems;
using Hub.Rules.Tests.Builders;
using static Hub.Rules.Tests.Notices.Rules.RuleCase;

namespace Hub.Rules.Tests.Notices.Rules;

/// <summary>L07: when two laws are one.</summary>
public sealed class SameLawTests
{
    private const string Law = "/changes/0/law";

    [Theory]
    [InlineData("""{"number":"No 2019 07"}""")]
    [InlineData("""{"number":"2019-07 "}""")]
    public void The_same_number_and_day_is_the_same_law(string with) => Trips(
        SampleLaws.Bringing(with.Replace("No ", "", StringComparison.Ordinal)), ProblemCode.L07, Outcome.Query, $"{Law}/number",
        reference: SampleLaws.Library(SampleLaws.Law()));

    [Theory]
    [InlineData("""{"number":"2019-08"}""")]
    [InlineData("""{"dates":{"adopted":"2019-03-15"} }""")]
    [InlineData("""{"number":null}""")]
    public void Another_number_or_day_is_another_law(string with) =>
        Passes(SampleLaws.Bringing(with), ProblemCode.L07, reference: SampleLaws.Library(SampleLaws.Law()));

    [Fact]
    public void The_same_law_of_another_State_is_another() => Passes(
        SampleLaws.Bringing(), ProblemCode.L07,
        reference: SampleLaws.Library(SampleLaws.Law() with { State = Sample.OtherState }));

    [Fact]
    public void What_was_taken_out_of_the_library_does_not_come_back_unasked() => Trips(
        SampleLaws.Bringing(), ProblemCode.L07, Outcome.Query, $"{Law}/number", Callers.First,
        SampleLaws.Library(SampleLaws.Law(source: LawSource.SecretariatFound) with { Listed = false }));

    [Fact]
    public void One_law_twice_in_a_notice_is_asked_about()
    {
        var notice = SampleLaws.Bringing();
        notice["changes"]!.AsArray().Add(notice["changes"]![0]!.DeepClone());
        Trips(notice, ProblemCode.L07, Outcome.Query, "/changes/1/law/number");
    }

    [Fact]
    public void What_the_Secretariat_found_its_State_takes_over_and_is_told() => Trips(
        SampleLaws.Bringing(), ProblemCode.L07, Outcome.Warn, $"{Law}/number",
        reference: SampleLaws.Library(SampleLaws.Law(source: LawSource.SecretariatFound)));
}
