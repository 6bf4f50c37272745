using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Graph.Users.Item.MailFolders.Item.Messages.Delta;

namespace Hub.Simulators.Tests.Mailbox;

public sealed class DeltaTests
{
    private const string Inbox = "notices@directory.example";

    [Fact]
    public async Task A_delta_is_read_page_by_page_and_then_only_what_is_new()
    {
        await using var box = await MailboxFixture.Start();
        for (var i = 0; i < 12; i++)
            await box.Receive(Inbox, $"Notice {i}");

        var first = await Delta(box, null);
        Assert.Equal(10, first.Value!.Count);
        Assert.Null(first.OdataDeltaLink);
        var second = await Delta(box, first.OdataNextLink);
        Assert.Equal(["Notice 10", "Notice 11"], second.Value!.Select(m => m.Subject));

        Assert.Empty((await Delta(box, second.OdataDeltaLink)).Value!);
        await box.Receive(Inbox, "Notice 12");
        Assert.Equal("Notice 12", Assert.Single((await Delta(box, second.OdataDeltaLink)).Value!).Subject);
    }

    [Fact]
    public async Task A_message_that_was_moved_away_is_told_as_removed()
    {
        await using var box = await MailboxFixture.Start();
        await box.Receive(Inbox, "Notice");
        var before = await Delta(box, null);
        await box.Graph.Users[Inbox].Messages[before.Value!.Single().Id].Move.PostAsync(new() { DestinationId = "archive" });

        var removed = Assert.Single((await Delta(box, before.OdataDeltaLink)).Value!);

        Assert.Equal(before.Value!.Single().Id, removed.Id);
        Assert.True(removed.AdditionalData.ContainsKey("@removed"));
    }

    [Fact]
    public async Task A_token_the_store_does_not_know_is_gone()
    {
        await using var box = await MailboxFixture.Start();
        var link = (await Delta(box, null)).OdataDeltaLink;
        await box.Control("reset", new { });

        var error = await Assert.ThrowsAsync<ODataError>(() => Delta(box, link));

        Assert.Equal((410, "syncStateNotFound"), (error.ResponseStatusCode, error.Error!.Code));
    }

    private static async Task<DeltaGetResponse> Delta(MailboxFixture box, string? link)
    {
        var delta = box.Graph.Users[Inbox].MailFolders["inbox"].Messages.Delta;
        return (await (link is null ? delta : delta.WithUrl(link)).GetAsDeltaGetResponseAsync())!;
    }
}
