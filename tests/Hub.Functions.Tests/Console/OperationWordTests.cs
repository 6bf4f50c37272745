using Hub.Functions.Administration;
using Hub.Operations.Standstill;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Functions.Tests.Console;

/// <summary>The pages of operations have words for everything that there can be.</summary>
public sealed class OperationWordTests
{
    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.French)]
    public void What_can_stand_still_and_what_cannot_be_retried_has_words(Language language)
    {
        var labels = new Labels(language);
        foreach (var kind in Enum.GetValues<StandstillKind>())
            Assert.All([$"Still.{kind}", $"Still.{kind}.Do"], key => Assert.NotEmpty(labels[key]));
        foreach (var outcome in Enum.GetValues<RetryOutcome>().Where(o => o != RetryOutcome.Retried))
            Assert.NotEmpty(labels[$"Ops.Left.{outcome.Code()}"]);
    }
}
