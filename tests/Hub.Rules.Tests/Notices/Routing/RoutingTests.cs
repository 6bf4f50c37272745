using Hub.Notices;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Routing;

public sealed class RoutingTests
{
    private readonly Desk _desk = new(Sample.Authority());

    [Fact]
    public async Task What_is_no_notice_is_closed() =>
        Assert.Equal(NoticeStatus.Closed, (await _desk.Routed(Sample.Notice(NoticeKind.NotANotice))).Status);

    [Fact]
    public async Task A_designation_by_the_authority_itself_is_held() =>
        Assert.Equal(NoticeStatus.Held, (await _desk.Routed(Desk.NewPair(), Callers.Authority)).Status);

    [Fact]
    public async Task Routing_again_changes_nothing()
    {
        var notice = await _desk.Routed(Sample.Amending("""{"comments":"x"}"""));
        Assert.Equal(notice, await _desk.NoticeFlow.Advance(notice.Id, default));
    }

    [Fact]
    public async Task An_amended_notice_is_superseded_though_its_sender_is_told_of_it_at_the_same_moment()
    {
        var earlier = _desk.Put(NoticeStatus.Query, Sample.Amending("""{"comments":"x"}"""));
        _desk.Notices.Touched = earlier.Id;
        await _desk.Routed(Sample.Amending("""{"comments":"y"}""", $$"""{"amends":"{{earlier.Id}}"}"""));
        Assert.Equal(NoticeStatus.Superseded, (await _desk.Find(earlier)).Status);
    }

    [Theory]
    [InlineData(NoticeStatus.Query, NoticeStatus.Superseded)]
    [InlineData(NoticeStatus.Held, NoticeStatus.Superseded)]
    [InlineData(NoticeStatus.Review, NoticeStatus.Review)]
    [InlineData(NoticeStatus.Approved, NoticeStatus.Approved)]
    [InlineData(NoticeStatus.Committed, NoticeStatus.Committed)]
    public async Task An_amendment_takes_the_place_of_what_waits_for_an_answer_and_of_nothing_else(NoticeStatus before, NoticeStatus after)
    {
        var earlier = _desk.Put(before, Sample.Amending("""{"comments":"x"}"""));
        var later = await _desk.Routed(Sample.Amending("""{"comments":"y"}""", $$"""{"amends":"{{earlier.Id}}"}"""));
        var now = await _desk.Find(earlier);
        Assert.Equal((after, before == after ? null : later.Id), (now.Status, now.Linked));
    }
}
