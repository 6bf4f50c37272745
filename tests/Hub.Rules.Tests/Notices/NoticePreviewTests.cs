using Hub.Notices;
using Hub.Notices.Flow;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices;

/// <summary>What readers would be told of a notice.</summary>
public sealed class NoticePreviewTests
{
    private readonly Desk _desk = new(Sample.Authority());

    [Fact]
    public async Task A_change_of_a_record_is_shown_as_it_is_and_as_it_would_be_and_nothing_is_committed()
    {
        var shown = Assert.Single(await Of(Sample.Amending("""{"comments":"x"}""")));
        Assert.Equal(
            (EventType.AuthorityAmended, 1, 2, "x"),
            (shown.Event.Type, shown.Before!.Version, shown.After!.Version, shown.After.Restricted.Comments));
        Assert.Equal(0, _desk.Register.Commits);
    }

    [Fact]
    public async Task What_is_of_no_record_is_shown_without_one()
    {
        var shown = Assert.Single(await Of(Sample.Notice(
            NoticeKind.NilDeclaration, Sample.Object("""{"pair":{"instrument":"UNTOC","article":"16","matter":"EXTRADITION"}}"""))));
        Assert.Equal((EventType.NilDeclared, null, null), (shown.Event.Type, shown.Before, shown.After));
    }

    [Fact]
    public async Task What_cannot_be_approved_as_it_is_would_tell_readers_nothing() =>
        Assert.Empty(await Of(Sample.Amending("""{"comments":"x"}""", """{"noteDate":"03/04/2025"}""")));

    [Fact]
    public async Task A_quiet_notice_is_shown_as_what_it_says() =>
        Assert.Null(Assert.Single(await Of(Sample.Amending("""{"comments":"x"}""", """{"quiet":true}"""))).Event.Facts.Quiet);

    private async Task<IReadOnlyList<DirectoryChange>> Of(System.Text.Json.Nodes.JsonObject form) =>
        await new NoticePreview(_desk.Register, Sample.Data, _desk.Ids, _desk.Clock).Of(await _desk.Routed(form), default);
}
