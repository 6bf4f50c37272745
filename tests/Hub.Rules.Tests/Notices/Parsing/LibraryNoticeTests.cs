using System.Text.Json.Nodes;
using Hub.Notices.Access;
using Hub.Notices.Rules;
using Hub.Register.Laws;
using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Parsing;

public sealed class LibraryNoticeTests
{
    private const string Change = "/changes/0";

    [Fact]
    public void A_law_of_another_State_is_not_this_senders_to_change()
    {
        var read = Sample.Read(
            SampleLaws.Amending("""{"status":"REPEALED"}"""), reference: SampleLaws.Library(SampleLaws.Law() with { State = Sample.OtherState }));
        Assert.Empty(read.Changes);
        Assert.Equal((ProblemCode.F06, $"{Change}/lawId"), (read.Problems[0].Code, read.Problems[0].Field));
    }

    [Fact]
    public void A_law_that_no_transaction_could_hold_is_refused()
    {
        var notice = SampleLaws.Bringing();
        notice["changes"]![0]!["law"]!["provisions"]![0]!["extract"] = new string('x', LawForm.MostCharacters);
        Assert.Contains((ProblemCode.F05, $"{Change}/law"), Sample.Read(notice).Problems.Select(p => (p.Code, p.Field)));
        notice["changes"]![0]!["law"]!["provisions"]![0]!["extract"] = new string('x', LawForm.MostCharacters / 2);
        Assert.Empty(Sample.Read(notice).Problems);
    }

    [Fact]
    public void What_the_Secretariat_found_becomes_a_version_of_its_States_when_the_State_furnishes_it()
    {
        var found = SampleLaws.Library(SampleLaws.Law(source: LawSource.SecretariatFound));
        Assert.Equal(SampleLaws.Id, Furnished(Callers.Mission, found).LawId);
        Assert.Null(Furnished(Callers.First, found).LawId);
        Assert.Null(Furnished(Callers.Mission, SampleLaws.Library(SampleLaws.Law())).LawId);

        static Change.PublishLaw Furnished(Caller sender, Reference library) =>
            Assert.IsType<Hub.Register.Log.Change.PublishLaw>(Sample.Read(SampleLaws.Bringing(), sender, library).Changes[0]);
    }

    [Fact]
    public void The_Secretariat_corrects_a_law_as_it_corrects_a_record()
    {
        var correction = Sample.Notice(
            Hub.Notices.NoticeKind.Correction, new JsonObject { ["lawId"] = SampleLaws.Id, ["set"] = new JsonObject { ["listed"] = false } });
        var read = Sample.Read(correction, Callers.First, SampleLaws.Library(SampleLaws.Law()));
        Assert.False(Assert.IsType<Hub.Register.Log.Change.PublishLaw>(Assert.Single(read.Changes)).Content.Listed);
    }
}
