using Hub.EndToEnd.Tests.Running;

namespace Hub.EndToEnd.Tests;

/// <summary>Notices by e-mail, through the whole hub: read, checked, answered.</summary>
[Collection(SharedHubCollection.Name)]
public sealed class NoticeMailTests(SharedHub shared)
{
    private RunningHub Hub => shared.Hub;

    [Fact]
    public async Task A_note_of_a_mission_becomes_one_notice_and_is_acknowledged_in_its_thread()
    {
        var mission = await Hub.Mission("KEN");
        await Hub.Arrives(Letters.Mail(mission, "NV 1/2026", Note("KEN/1/2026")).With("Message-ID", "<ken-1@mission.example>"));

        var mail = await Hub.Becomes("NV 1/2026", "NOTICE");
        var notice = (string)Assert.Single(mail["notices"]!.AsArray())!;
        var answer = Assert.Single(await Hub.Answers(mission, 1));

        Assert.StartsWith("KEN-", notice, StringComparison.Ordinal);
        Assert.Contains(notice, answer["subject"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("KEN/1/2026", answer.Words(), StringComparison.Ordinal);
        Assert.Equal("<ken-1@mission.example>", answer["internetMessageHeaders"]!["In-Reply-To"]!.ToString());
        Assert.Equal("All", answer["internetMessageHeaders"]!["X-Auto-Response-Suppress"]!.ToString());
    }

    private static string Note(string reference) => $"""
        Ref. {reference}
        The Permanent Mission presents its compliments to the United Nations Office on Drugs and Crime and has the honour to inform it that its central
        authority for mutal legal assistance has moved.
        """;
}
