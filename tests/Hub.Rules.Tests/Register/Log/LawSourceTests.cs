using Hub.Register.Laws;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Register.Log;

public sealed class LawSourceTests : CommitCase
{
    [Fact]
    public void What_the_Secretariat_finds_is_said_to_be_found_until_the_State_furnishes_it_and_never_again()
    {
        var content = SampleLaws.Content();
        Publish(null, null);
        var id = Assert.Single(_register.Laws.Keys);
        Assert.Equal(
            (LawSource.SecretariatFound, Sample.Today.AddDays(30), null),
            (_register.Laws[id].Source, _register.Laws[id].ObjectionsUntil()!.Value, _register.Laws[id].LastConfirmed));
        Publish(id, OfficeRole.Mission);
        Assert.Equal((LawSource.State, null), (_register.Laws[id].Source, _register.Laws[id].ObjectionsUntil()));
        Publish(id, null);
        Assert.Equal((LawSource.State, 3), (_register.Laws[id].Source, _register.Laws[id].Version));

        void Publish(string? law, OfficeRole? by)
        {
            var notice = new ApprovedNotice("n", Sample.State, [new Change.PublishLaw(law, content)], null, false, by, ["r"]);
            var commit = CommitBuilder.Build(_register, notice, Sample.Now, new FixedIdentifiers());
            _register = _register.With(commit.Writes, commit.To);
        }
    }

    [Fact]
    public void Every_field_of_a_law_is_public_in_its_JSON_and_comes_back_from_it()
    {
        var law = SampleLaws.Law();
        var json = System.Text.Json.JsonSerializer.Serialize(law, Hub.Register.Json.HubJson.Public);
        Assert.Equal(law.Hash(), System.Text.Json.JsonSerializer.Deserialize<Law>(json, Hub.Register.Json.HubJson.Options)!.Hash());
        Assert.Contains("\"lawId\":\"law-1\"", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.French, "Loi relative à l'entraide judiciaire en matière pénale")]
    [InlineData(Language.Spanish, "MLA Act")]
    [InlineData(Language.English, "MLA Act")]
    public void A_title_is_in_the_readers_language_else_in_English_else_as_enacted(Language language, string title)
    {
        Assert.Equal(title, SampleLaws.Law("""{"titles":{"en":"MLA Act"} }""").Title(language));
        Assert.Equal(SampleLaws.Content().TitleOriginal, SampleLaws.Law().Title(language));
    }
}
