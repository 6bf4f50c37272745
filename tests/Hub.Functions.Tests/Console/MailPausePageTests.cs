using Hub.Delivery.Outbox;
using Hub.Functions.Console.Operations;
using Hub.Functions.Tests.Documents;
using Hub.Functions.Tests.Site;
using Hub.InMemory;
using Hub.Pages;
using Hub.Work.Queues;
using Hub.Work.Runner;

namespace Hub.Functions.Tests.Console;

/// <summary>Mail is stopped and goes on from a page, by whoever saw how it stands.</summary>
public sealed class MailPausePageTests : IWakeUpSender
{
    private readonly PageSite _site = new();
    private readonly List<string> _woken = [];

    public MailPausePageTests() => _site.Cursors.Put(new() { Channel = OutboxSender.ChannelName, Name = "box" });

    private CursorState State => _site.Cursors[OutboxSender.ChannelName, "box"].State;

    [Fact]
    public async Task Mail_is_stopped_with_a_reason_and_goes_on()
    {
        Assert.Equal(422, (await Take("PAUSE", " ")).Status);
        var long501 = await Take("PAUSE", new('a', 501));
        Assert.Equal(422, long501.Status);
        Assert.Contains("Too long: characters 501, at most 500.", PageSite.Text(long501), StringComparison.Ordinal);
        Assert.Contains(new string('a', 501), PageSite.Text(long501), StringComparison.Ordinal);
        Assert.Equal(CursorState.Active, State);
        Assert.Equal("/console/operations?done=MAIL_PAUSED", $"{(await Take("PAUSE", "wrong")).Headers.Location}");
        Assert.Equal(CursorState.Paused, State);
        var asked = PageSite.Text(await Served.By(
            PageSite.Get("/console/operations/mail", PageSite.Administrator), r => Pages().AskMail(r, default)));
        Assert.All(["wrong", "Daniel Osei", "Let mail go on?"], said => Assert.Contains(said, asked, StringComparison.Ordinal));
        Assert.Equal("/console/operations?done=MAIL_RESUMED", $"{(await Take("RESUME", null)).Headers.Location}");
        Assert.Equal((CursorState.Active, "box"), (State, Assert.Single(_woken)));
    }

    [Fact]
    public async Task While_mail_is_paused_every_page_of_the_Secretariat_says_so()
    {
        Assert.DoesNotContain("All mail is paused", await Another(), StringComparison.Ordinal);
        await Take("PAUSE", "wrong");
        Assert.Contains("All mail is paused", await Another(), StringComparison.Ordinal);
        await Take("RESUME", null);
        Assert.DoesNotContain("All mail is paused", await Another(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_twice_or_after_a_colleague_it_does_nothing_and_says_how_mail_stands()
    {
        Assert.Equal(409, (await Take("RESUME", null)).Status);
        await Take("PAUSE", "first");
        var late = await Take("PAUSE", "second");
        Assert.Equal(409, late.Status);
        Assert.Contains("first", PageSite.Text(late), StringComparison.Ordinal);
        Assert.Empty(_woken);
    }

    public Task<bool> Send(WakeUps wakeUps)
    {
        _woken.AddRange(wakeUps.Mail);
        return Task.FromResult(true);
    }

    private Task<Served> Take(string what, string? reason) => Served.By(
        PageSite.Post(
            "/console/operations/mail", PageSite.Administrator,
            [("do", what), .. reason is null ? Array.Empty<(string, string)>() : [("reason", reason)]]),
        r => Pages().TakeMail(r, default));

    private async Task<string> Another() => PageSite.Text(await Served.By(
        PageSite.Get("/console/parts", PageSite.Administrator), r => _site.Pages.Show(r, ConsoleHtml.Parts)));

    private OverviewPages Pages() => new(
        _site.Pages, null!, new(_site.Cursors, new MemoryOutbox(), this, _site.Clock), null!, new MemoryFailures());
}
