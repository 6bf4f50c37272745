using Hub.Notices;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices;

public sealed class NoticeReferenceTests
{
    private const string Id = "XAA-0192d3a4b5c67d7e8f90a1b2c3d4e5f6";

    [Fact]
    public void It_follows_from_the_id_alone_whenever_the_notice_was_kept()
    {
        var notice = Desk.Notice(Id, NoticeStatus.Review, []);
        Assert.Equal(NoticeReference.Of(Id), notice.Reference());
        Assert.Equal(NoticeReference.Of(Id), NoticeSummary.Of(notice with { ReceivedAt = notice.ReceivedAt.AddYears(1) }).Reference());
        Assert.StartsWith("XAA-2024-", NoticeReference.Of(Id), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("XAA-1")]
    [InlineData("")]
    [InlineData("XAA-0192d3a4b5c64d7e8f90a1b2c3d4e5f6")]
    public void It_is_of_nothing_that_the_hub_did_not_make(string id) => Assert.Null(NoticeReference.Of(id));

    [Fact]
    public void It_is_found_in_what_people_write()
    {
        var made = Enumerable.Range(0, 500).Select(i => NoticeReference.Of($"{Id[..^3]}{i:x3}")!).ToList();
        Assert.All(made, reference => Assert.Equal([reference], NoticeReference.In($"Re: your question [{reference.ToLowerInvariant()}].")));
        // A State's own number is none.
        Assert.Empty(NoticeReference.In("LUX-2026-00123, XAA-2026-12345, XAA-1926-A2345, XAA-2026-A23456"));
    }
}
