using Hub.Register.Laws;
using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Parsing;

public sealed class LawNoticeTests
{
    private const string Change = "/changes/0";

    [Fact]
    public void A_law_is_read_whole_and_wants_two_persons_but_no_mission()
    {
        var read = Sample.Read(SampleLaws.Bringing(), Callers.Authority);
        var law = Assert.IsType<Change.PublishLaw>(Assert.Single(read.Changes));
        Assert.Equal((null, "2019-07", 2), (law.LawId, law.Content.Number, read.Reviewers));
        Assert.Empty(read.Problems);
    }

    [Fact]
    public void A_patch_makes_a_new_version_of_the_law_that_it_names()
    {
        var library = SampleLaws.Library(SampleLaws.Law());
        var read = Sample.Read(SampleLaws.Amending("""{"status":"AMENDED","dates":{"lastAmended":"2024-05-06"} }"""), reference: library);
        var law = Assert.IsType<Change.PublishLaw>(Assert.Single(read.Changes));
        Assert.Equal(
            (SampleLaws.Id, LawStatus.Amended, new DateOnly(2019, 3, 14), new DateOnly(2024, 5, 6)),
            (law.LawId, law.Content.Status, law.Content.Dates.Adopted!.Value, law.Content.Dates.LastAmended!.Value));
    }

    [Fact]
    public void A_law_named_alone_is_confirmed_as_it_stands()
    {
        var law = SampleLaws.Law();
        var read = Sample.Read(SampleLaws.Amending(null), reference: SampleLaws.Library(law));
        Assert.Empty(Law.ChangedFields(law, Assert.IsType<Change.PublishLaw>(Assert.Single(read.Changes)).Content));
        Assert.Empty(read.Problems);
    }

    [Theory]
    [InlineData("""{"lawId":"law-9","set":{} }""", "F06 /changes/0/lawId")]
    [InlineData("""{"lawId":"law-1","set":{"titleOriginal":null} }""", "F04 /changes/0/set/titleOriginal")]
    [InlineData("""{"lawId":"law-1","set":{"titel":"x"} }""", "F02 /changes/0/set/titel")]
    [InlineData("""{"lawId":"law-1","set":{"officialUrl":"javascript:alert(1)"} }""", "F03 /changes/0/set/officialUrl")]
    [InlineData("""{"lawId":"law-1","law":{} }""", "F07 /changes/0/law")]
    [InlineData("""{"law":{"titleOriginal":"\u200b","language":"fr","type":"ACT"} }""", "F04 /changes/0/law/titleOriginal")]
    [InlineData("""{"law":{"language":"fr","type":"ACT"} }""", "F04 /changes/0/law/titleOriginal")]
    [InlineData("""{"law":{"titleOriginal":"x","language":"fr","type":"SONG"} }""", "F03 /changes/0/law/type")]
    [InlineData("""{"law":"x"}""", "F03 /changes/0/law")]
    [InlineData("""{"recordId":"record-1"}""", "F04 /changes/0/law")]
    public void What_is_no_law_is_refused_with_its_place(string change, string problem)
    {
        var read = Sample.Read(
            Sample.Notice(Hub.Notices.NoticeKind.Legislation, Sample.Object(change)), reference: SampleLaws.Library(SampleLaws.Law()));
        Assert.Contains(problem, read.Problems.Where(p => p.Outcome == Outcome.Refuse).Select(p => $"{p.Code} {p.Field}"));
    }
}
