using System.Text.Json.Nodes;
using Hub.Register.Problems;
using Hub.Rules.Tests.Builders;
using static Hub.Rules.Tests.Notices.Rules.RuleCase;

namespace Hub.Rules.Tests.Notices.Rules.Designations;

public sealed class OffenceSplitRuleTests
{
    private const string Place = "/changes/0/authority/designations/0";

    [Fact]
    public void V07_warns_of_a_split_by_offence()
    {
        Trips(Designating("UNTOC", "16", "EXTRADITION", "corruption only"), ProblemCode.V07, Outcome.Warn, $"{Place}/scope");
        Passes(Designating("UNTOC", "16", "EXTRADITION"), ProblemCode.V07);
    }

    [Theory]
    [InlineData("Incoming requests only", false)]
    [InlineData("demandes sortantes", false)]
    [InlineData("solicitudes entrantes", false)]
    [InlineData("Northern region", false)]
    [InlineData("Hong Kong", false)]
    [InlineData("all", false)]
    [InlineData("Только входящие запросы", false)]
    [InlineData("incoming requests in drug cases", true)]
    [InlineData("délits fiscaux", true)]
    [InlineData("delitos de corrupción", true)]
    [InlineData("جرائم الفساد", true)]
    [InlineData("something else", true)]
    [InlineData("Scotland", false)]
    [InlineData("England and Wales", false)]
    [InlineData("Requests concerning Northern Ireland", false)]
    [InlineData("Zanzibar", false)]
    [InlineData("Murder", true)]
    [InlineData("Bribery and Extortion", true)]
    [InlineData("Human Trafficking", true)]
    public void V07_is_about_offences_and_not_about_direction_or_place(string scope, bool trips)
    {
        var notice = Designating("UNTOC", "16", "EXTRADITION", scope);
        if (trips)
            Trips(notice, ProblemCode.V07, Outcome.Warn, $"{Place}/scope");
        else
            Passes(notice, ProblemCode.V07);
    }

    private static JsonObject Designating(string instrument, string article, string matter, string? scope = null) => Sample.Designating(
        $$"""{"designations":[{"instrument":"{{instrument}}","article":"{{article}}","matter":"{{matter}}","scope":"{{scope}}"}]}""");
}
