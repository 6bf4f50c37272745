using Hub.Delivery.Webhooks;
using Hub.Functions.Errors;
using Hub.Functions.Tests.Site;
using Hub.Work.Runner;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Functions.Tests.Portal;

/// <summary>What was sent, sent again, and recovered; and what another partner's address answers.</summary>
public sealed class DeliveryPagesTests : PortalCase
{
    public DeliveryPagesTests() => Register.Grow(4);

    [Fact]
    public async Task An_event_that_was_dealt_with_is_sent_again_under_its_own_id_and_kept_as_an_attempt()
    {
        Cursors.Put(Cursor with { Position = 2 });
        Assert.Equal(303, (await Resend("2")).Status);
        Assert.Equal("evt-000000000002", Got.Single().Id);
        Assert.Equal(Attempt.Delivered, (await Deliveries.Of(WebhookChannel.ChannelName, "mine", 2, default)).Single().Outcome);
        Assert.Equal(2, Cursor.Position);
    }

    [Fact]
    public async Task The_next_event_is_sent_too_and_one_behind_it_is_not()
    {
        Cursors.Put(Cursor with { Position = 2 });
        Answer = new(Failure.Transient, "the receiver answered 500");
        Assert.Equal(303, (await Resend("3")).Status);
        var page = await Resend("4");
        Assert.Equal((409, 1), (page.Status, Got.Count));
        Assert.Contains("Earlier events come first", PageSite.Text(page), StringComparison.Ordinal);
        Assert.Contains("Answered 500", PageSite.Text(await Open("/", r => Sent.List(r, "mine", default))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Not_more_than_one_is_sent_again_in_ten_seconds()
    {
        Cursors.Put(Cursor with { Position = 4 });
        await Resend("1");
        Assert.Equal((429, 1), ((await Resend("2")).Status, Got.Count));
        Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal((303, 2), ((await Resend("2")).Status, Got.Count));
    }

    [Fact]
    public async Task Without_consent_nothing_is_sent_again()
    {
        Store.Put(Store["mine"] with { Consent = new Consent.Denied(Clock.GetUtcNow(), "no") });
        Assert.Equal((409, 0), ((await Resend("1")).Status, Got.Count));
    }

    [Fact]
    public async Task Trying_now_ends_the_wait_and_forgets_no_failure()
    {
        Cursors.Put(Cursor with { Attempts = 3, FailingSince = Clock.GetUtcNow(), DueAt = Clock.GetUtcNow().AddHours(5) });
        Assert.Equal(303, (await Send(r => Actions.Retry(r, "mine", default))).Status);
        Assert.Equal((null, 3), (Cursor.DueAt, Cursor.Attempts));
        Assert.NotNull(Cursor.FailingSince);
    }

    [Fact]
    public async Task Recovering_says_how_many_events_come_again_and_then_sends_them()
    {
        Cursors.Put(Cursor with { Position = 4 });
        var day = Clock.GetUtcNow().AddDays(-365 * 5).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var page = PageSite.Text(await Open($"/partners/endpoints/mine/recovery?since={day}", r => Recoveries.Show(r, "mine", default)));
        Assert.Contains("name=\"after\" value=\"0\"", page, StringComparison.Ordinal);
        Assert.Equal(303, (await Send(r => Recoveries.Recover(r, "mine", default), null, ("after", "0"))).Status);
        Assert.Equal(0, Cursor.Position);
        Assert.Equal(422, (await Open("/partners/x?since=3000-01-01", r => Recoveries.Show(r, "mine", default))).Status);
        Assert.Equal(422, (await Send(r => Recoveries.Recover(r, "mine", default), null, ("after", "99"))).Status);
    }

    [Fact]
    public async Task Another_partners_endpoint_is_answered_as_if_there_were_none_in_every_address_and_form()
    {
        Func<HttpRequest, Task<IActionResult>>[] all =
        [
            r => Actions.Show(r, "mine", default), r => Actions.Switch(r, "mine", default), r => Actions.Retry(r, "mine", default),
            r => Actions.Ask(r, "mine", default), r => Actions.Test(r, "mine", default), r => Changes.ShowFilter(r, "mine", default),
            r => Changes.TakeFilter(r, "mine", default), r => Changes.ShowSecret(r, "mine", default),
            r => Changes.Rotate(r, "mine", default), r => Changes.ShowDeletion(r, "mine", default), r => Moves.Show(r, "mine", default),
            r => Moves.Propose(r, "mine", default), r => Moves.Confirm(r, "mine", default), r => Sent.List(r, "mine", default),
            r => Sent.Show(r, "mine", "1", default), r => Sent.Resend(r, "mine", "1", default), r => Recoveries.Show(r, "mine", default),
            r => Recoveries.Recover(r, "mine", default),
        ];
        foreach (var function in all)
        {
            var known = await Assert.ThrowsAsync<ApiException>(() => Send(function, Theirs, ("mark", "ACTIVE"), ("url", "https://a.example/")));
            Assert.Equal(404, known.Status);
        }
        Assert.Equal(303, (await Send(r => Changes.Delete(r, "mine", default), Theirs)).Status);
        Assert.Equal((Secret, CursorState.Active, 0), (Store["mine"].Secret, Cursor.State, Got.Count));
    }

    private Task<Documents.Served> Resend(string sequence) => Send(r => Sent.Resend(r, "mine", sequence, default));
}
