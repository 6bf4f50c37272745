using System.Text.RegularExpressions;
using Hub.Delivery.Webhooks.Partners;
using Hub.Functions.Errors;
using Hub.Functions.Tests.Site;
using Hub.Work.Runner;

namespace Hub.Functions.Tests.Portal;

/// <summary>A partner's endpoints on its pages.</summary>
public sealed partial class EndpointPagesTests : PortalCase
{
    [Fact]
    public async Task An_endpoint_is_added_once_however_often_the_form_is_sent_and_its_secret_is_shown_once()
    {
        var fields = new[] { ("url", "https://new.example/hook"), ("rate", "60"), ("states", "SEN"), ("types", "directory.authority.amended") };
        var added = await Send(r => List.Add(r, default), null, fields);
        Assert.Equal(201, added.Status);
        var endpoint = Assert.Single(await Store.List(Mine.Name, default), e => e.Url == "https://new.example/hook");
        Assert.Contains(endpoint.Secret, PageSite.Text(added), StringComparison.Ordinal);
        Assert.Equal((60, "SEN"), (endpoint.Rate, endpoint.Filter!.States![0].Value));

        var again = await Send(r => List.Add(r, default), null, fields);
        Assert.Equal(409, again.Status);
        Assert.DoesNotContain("whsec_", PageSite.Text(again), StringComparison.Ordinal);
        Assert.Equal(2, (await Store.List(Mine.Name, default)).Count);
    }

    [Theory]
    [InlineData("https://10.0.0.1/hook")]
    [InlineData("https://[fd00::1]/hook")]
    [InlineData("https://169.254.169.254/latest")]
    [InlineData("https://user:word@new.example/hook")]
    [InlineData("http://new.example/hook")]
    [InlineData("https://new.example:22/hook")]
    [InlineData("javascript:alert(1)")]
    [InlineData("\"><script>alert(1)</script>")]
    [InlineData("")]
    public async Task An_address_that_webhooks_may_not_go_to_is_refused_beside_its_field_and_kept_as_typed(string address)
    {
        var page = await Send(r => List.Add(r, default), null, ("url", address), ("rate", "7"));
        Assert.Equal(422, page.Status);
        var raw = System.Text.Encoding.UTF8.GetString(page.Bytes);
        Assert.Contains("id=\"url-error\"", raw, StringComparison.Ordinal);
        Assert.Contains("value=\"7\"", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", raw, StringComparison.Ordinal);
        Assert.Single(await Store.List(Mine.Name, default));
    }

    [Fact]
    public async Task The_twenty_first_endpoint_is_refused_in_words()
    {
        for (var i = 1; i < 20; i++)
            Put($"e{i}", Mine.Name);
        var page = await Send(r => List.Add(r, default), null, ("url", "https://new.example/hook"));
        Assert.Equal(409, page.Status);
        Assert.Contains("20 endpoints", PageSite.Text(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pausing_says_what_it_showed_and_nothing_is_done_where_that_changed()
    {
        Assert.Equal(303, (await Send(r => Actions.Switch(r, "mine", default), null, ("mark", "ACTIVE"))).Status);
        Assert.Equal(CursorState.Paused, Cursor.State);
        Assert.Equal(409, (await Send(r => Actions.Switch(r, "mine", default), null, ("mark", "ACTIVE"))).Status);
        Assert.Equal(CursorState.Paused, Cursor.State);
    }

    [Fact]
    public async Task A_new_secret_is_made_once_by_a_form_and_the_old_one_signs_on()
    {
        var form = PageSite.Text(await Open("/partners/endpoints/mine/secret", r => Changes.ShowSecret(r, "mine", default)));
        Assert.DoesNotContain("whsec_", form, StringComparison.Ordinal);
        var mark = Mark().Match(form).Groups[1].Value;
        Assert.Equal(200, (await Rotate(mark, "5")).Status);
        var made = Store["mine"];
        Assert.Equal((Secret, Clock.GetUtcNow().AddHours(5)), (made.Earlier.Single().Secret, made.Earlier.Single().Until));
        Assert.Equal(409, (await Rotate(mark, "5")).Status);
        Assert.Equal(made.Secret, Store["mine"].Secret);
    }

    [Fact]
    public async Task Of_several_who_replace_one_secret_at_once_one_does_and_is_shown_what_signs()
    {
        var mark = Store["mine"].SecretMark;
        var behind = 3;
        Store.BeforeSave = () =>
        {
            if (behind-- > 0)
                Rotate(mark, "5").GetAwaiter().GetResult();
        };
        var last = await Rotate(mark, "5");
        Assert.Equal(409, last.Status);
        Assert.DoesNotContain("whsec_", PageSite.Text(last), StringComparison.Ordinal);
        Assert.Equal(Secret, Assert.Single(Store["mine"].Earlier).Secret);
        var e = await Assert.ThrowsAsync<ApiException>(() => Control.NewSecret(Mine, "mine", mark, 5, default));
        Assert.Equal((409, "Replaced meanwhile"), (e.Status, e.Message));
    }

    [Fact]
    public async Task What_calls_on_a_receiver_at_once_has_a_pause_that_all_instances_keep()
    {
        foreach (var act in new Func<Task>[]
        {
            () => Consents.AskAgain(Mine, "mine", default), () => Control.SendTest(Mine, "mine", default),
            () => Consents.ProposeUrl(Mine, "mine", new("https://moved.example/hook"), default), () => Control.TryNow(Mine, "mine", default),
        })
        {
            await act();
            var (posts, asked) = (Got.Count, Handshakes);
            var e = await Assert.ThrowsAsync<ApiException>(act);
            Assert.Equal((429, "10", posts, asked), (e.Status, e.Headers["Retry-After"], Got.Count, Handshakes));
            Clock.Advance(TimeSpan.FromSeconds(10));
            await act();
        }
    }

    [Fact]
    public async Task Endpoints_that_are_made_and_deleted_call_on_receivers_no_more_often()
    {
        for (var i = 0; i < CallLimits.MostOfPartner; i++)
        {
            await Endpoints.Register(Mine, new("https://new.example/hook"), $"n{i}", default);
            await Endpoints.Remove(Mine, $"n{i}", default);
        }
        var page = await Send(r => List.Add(r, default), null, ("url", "https://new.example/hook"));
        Assert.Equal((429, CallLimits.MostOfPartner), (page.Status, Handshakes));
        Assert.Equal("60", page.Headers["Retry-After"]);
        Assert.Single(await Store.List(Mine.Name, default));
    }

    [Theory]
    [InlineData("169")]
    [InlineData("-1")]
    [InlineData("a while")]
    public async Task Hours_that_are_none_are_refused_beside_the_field(string hours)
    {
        var mark = Mark().Match(PageSite.Text(await Open("/", r => Changes.ShowSecret(r, "mine", default)))).Groups[1].Value;
        var page = await Rotate(mark, hours);
        Assert.Equal(422, page.Status);
        Assert.Contains("hours-error", PageSite.Text(page), StringComparison.Ordinal);
        Assert.Equal(Secret, Store["mine"].Secret);
    }

    [Fact]
    public async Task Another_address_is_used_once_the_code_is_typed()
    {
        Assert.Equal(303, (await Send(
            r => Moves.Propose(r, "mine", default), null, ("url", "https://moved.example/hook"), ("via", "ENDPOINT"))).Status);
        var code = Code().Match(System.Text.Encoding.UTF8.GetString(Got.Single().Body.Span)).Groups[1].Value;
        var wrong = await Send(r => Moves.Confirm(r, "mine", default), null, ("code", "0000"));
        Assert.Equal((422, "https://mine.example/hook"), (wrong.Status, Store["mine"].Url));
        Assert.Contains("code-error", PageSite.Text(wrong), StringComparison.Ordinal);
        Assert.Equal(303, (await Send(r => Moves.Confirm(r, "mine", default), null, ("code", code))).Status);
        Assert.Equal("https://moved.example/hook", Store["mine"].Url);
    }

    [Fact]
    public async Task A_test_says_what_came_of_it_and_deleting_twice_is_deleting()
    {
        Answer = new(Failure.Refused, "the receiver answered 404");
        var next = $"{(await Send(r => Actions.Test(r, "mine", default))).Headers.Location}";
        var page = await Open(next, r => Actions.Show(r, "mine", default));
        Assert.Contains("the receiver answered 404", PageSite.Text(page), StringComparison.Ordinal);
        var led = await Open(next, r =>
        {
            r.Headers["Sec-Fetch-Site"] = "cross-site";
            return Actions.Show(r, "mine", default);
        });
        Assert.DoesNotContain("the receiver answered 404", PageSite.Text(led), StringComparison.Ordinal);
        Assert.Equal(303, (await Send(r => Changes.Delete(r, "mine", default))).Status);
        Assert.Equal(303, (await Send(r => Changes.Delete(r, "mine", default))).Status);
        Assert.Empty(await Store.List(Mine.Name, default));
    }

    [Fact]
    public async Task Markup_in_an_address_is_text_and_no_page_of_an_endpoint_shows_its_secret()
    {
        Store.Put(Store["mine"] with { Url = "https://mine.example/<b>\"x" });
        foreach (var page in new[]
        {
            await Open("/partners", r => List.List(r, default)), await Open("/partners", r => Actions.Show(r, "mine", default)),
            await Open("/partners", r => Changes.ShowFilter(r, "mine", default)),
            await Open("/partners", r => Sent.List(r, "mine", default)),
        })
        {
            var raw = System.Text.Encoding.UTF8.GetString(page.Bytes);
            Assert.DoesNotContain("<b>", raw, StringComparison.Ordinal);
            Assert.DoesNotContain("whsec_", raw, StringComparison.Ordinal);
        }
    }

    private Task<Documents.Served> Rotate(string mark, string hours) =>
        Send(r => Changes.Rotate(r, "mine", default), null, ("mark", mark), ("hours", hours));

    [GeneratedRegex("name=\"mark\" value=\"([0-9a-f]+)\"")]
    private static partial Regex Mark();

    [GeneratedRegex("\"code\":\"([0-9a-f]+)\"")]
    private static partial Regex Code();
}
