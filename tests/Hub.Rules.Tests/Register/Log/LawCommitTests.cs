using Hub.Register.Laws;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Register.Log;

public sealed class LawCommitTests : CommitCase
{
    [Fact]
    public void A_new_law_gets_an_id_that_says_what_it_is_and_its_event_says_which_instruments_it_carries_out()
    {
        var e = Apply(new Change.PublishLaw(null, SampleLaws.Content())).Events[0];
        var law = Assert.Single(_register.Laws.Values);
        Assert.True(Law.IsId(law.LawId));
        Assert.Equal(
            (1, Sample.State, LawSource.State, "n", Sample.Today, Sample.Now),
            (law.Version, law.State, law.Source, law.NoticeId, law.FurnishedOn, law.LastConfirmed!.Value));
        Assert.Equal(
            (EventType.LawPublished, law.LawId, 1, law.Hash(), null),
            (e.Type, e.Facts.LawId, e.Facts.LawVersion!.Value, e.Facts.LawHash, e.Facts.Changed));
        Assert.Equal([Instrument.Untoc], e.Facts.Instruments!);
    }

    [Fact]
    public void A_new_version_keeps_the_old_one_and_says_which_fields_changed()
    {
        Apply(new Change.PublishLaw(null, SampleLaws.Content()));
        var first = Assert.Single(_register.Laws.Values);
        var commit = Apply(new Change.PublishLaw(first.LawId, SampleLaws.Content("""{"status":"AMENDED","shortTitle":"E"}""")));
        Assert.Equal((first, 2), (((LawWrite)commit.Writes[0]).Old, _register.Laws[first.LawId].Version));
        Assert.Equal(["shortTitle", "status"], commit.Events[0].Facts.Changed!);
    }

    [Fact]
    public void A_confirmation_changes_no_field_and_is_not_called_an_update()
    {
        _register = _register.With([new LawWrite(SampleLaws.Law(), null)], _register.Head);
        var e = Apply(new Change.PublishLaw(SampleLaws.Id, SampleLaws.Content())).Events[0];
        var law = _register.Laws[SampleLaws.Id];
        Assert.Empty(e.Facts.Changed!);
        Assert.Equal((Sample.Now.AddDays(-400), Sample.Now), (law.LastUpdated, law.LastConfirmed!.Value));
    }

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
