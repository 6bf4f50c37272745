using System.Text.Json.Nodes;
using Hub.Azure;
using Hub.Local.Sample;
using Hub.Notices.Access;
using Hub.Notices.Parsing;
using Hub.Notices.Rules;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Networks;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Local.Tests;

public sealed class SampleRegisterTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Caller Secretariat = new("reviewer", CallerKind.Secretariat);
    private static readonly ReferenceData Data = new(new StateCatalog(), new NetworkCatalog(), new PartyList());
    private static readonly SampleRegister Sample = new(new());

    [Fact]
    public void The_same_seed_makes_the_same_register() => Assert.Equal(Texts(Sample), Texts(new(new())));

    [Fact]
    public void Another_seed_makes_another_register() => Assert.NotEqual(Texts(Sample), Texts(new(new() { Seed = 7 })));

    [Fact]
    public void A_small_sample_is_the_beginning_of_the_whole_one() =>
        Assert.Equal(Texts(Sample).Take(3), Texts(new(new() { States = 3 })).Take(3));

    [Fact]
    public void It_holds_176_authorities_of_89_States_for_193_missions()
    {
        var register = Commit();
        Assert.Equal(176, register.Authorities.Count);
        Assert.Equal(89, register.Authorities.Values.Select(a => a.State()).Distinct().Count());
        Assert.Equal(193, Sample.Missions.Count);
    }

    [Fact]
    public void The_hub_has_no_question_about_any_notice_whichever_comes_first()
    {
        foreach (var notice in Sample.Notices)
            Assert.DoesNotContain(Read(notice, RegisterSnapshot.Empty).Problems, p => p.Outcome != Outcome.Warn);
        Commit();
    }

    [Fact]
    public void No_pair_of_a_State_has_two_authorities() =>
        Assert.All(Commit().Authorities.Values.GroupBy(a => a.State()), state =>
        {
            var pairs = state.SelectMany(a => a.Restricted.Designations).Select(d => d.Pair()).ToList();
            Assert.Equal(pairs.Count, pairs.Distinct().Count());
        });

    [Fact]
    public void All_six_matters_and_languages_and_every_kind_of_answer_occur()
    {
        var records = Commit().Authorities.Values.Select(a => a.Restricted).ToList();
        Matter[] matters =
        [
            Matter.Extradition, Matter.TransferSentencedPersons, Matter.Mla,
            Matter.DrugSmugglingSea, Matter.MigrantSmugglingSea, Matter.FirearmsLiaison,
        ];
        Assert.Empty(matters.Except(records.SelectMany(r => r.Designations).Select(d => d.Matter)));
        Assert.Empty(Codes.All<Language>().Except(records.SelectMany(r => r.AuthorityName.Keys)));
        InterpolAcceptance[] answers = [InterpolAcceptance.Yes, InterpolAcceptance.No, InterpolAcceptance.UrgentOnly];
        Assert.Empty(answers.Except(records.Select(r => r.InterpolAccepted)));
        Assert.Contains(records, r => r.OfficeHours!.All(h => h.Day <= DayOfWeek.Thursday));
    }

    [Fact]
    public void Nobody_can_be_reached_by_it()
    {
        var records = Commit().Authorities.Values.Select(a => a.Restricted).ToList();
        Assert.All(records.SelectMany(r => r.Emails!), e => Assert.EndsWith(".example", e.Address, StringComparison.Ordinal));
        Assert.All(
            records.SelectMany(r => r.Phones!.Concat(r.Fax ?? [])), p => Assert.StartsWith("+999", p.Number, StringComparison.Ordinal));
        Assert.All(records, r => Assert.Null(r.ContactPerson));
        Assert.All(Sample.Missions, m => Assert.EndsWith("@mission.example", (string)m.Json["address"]!, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Texts(SampleRegister sample) => sample.Notices.Select(n => n.Json.ToJsonString(HubJson.Options));

    private static Understanding Read(SampleNotice notice, RegisterSnapshot register) =>
        NoticeParser.Read((JsonObject)notice.Json.DeepClone(), Secretariat, Now, Data.With(register));

    private static RegisterSnapshot Commit()
    {
        var register = RegisterSnapshot.Empty;
        foreach (var notice in Sample.Notices)
        {
            var read = Read(notice, register);
            Assert.DoesNotContain(read.Problems, p => p.Outcome != Outcome.Warn);
            var commit = CommitBuilder.Build(
                register, new(notice.Key, read.State!.Value, read.Changes, read.Form!.NoteDate, true, null, []),
                Now, new RandomIdentifiers(TimeProvider.System));
            register = register.With(commit.Writes, commit.To);
        }
        return register;
    }
}
