using Hub.Functions.Errors;
using Hub.Functions.SigningIn;
using Hub.Functions.Tests.Site;
using Hub.Notices.Access;
using Hub.Notices.SigningIn;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;

namespace Hub.Functions.Tests.SigningIn;

/// <summary>Who signs in by mail, and everybody who tries to without having the address.</summary>
public sealed class MailSignInTests : MailSignInCase
{
    [Theory]
    [InlineData(Mission, "mission", CallerKind.State)]
    [InlineData(Authority, $"authority-{Sample.Record}", CallerKind.Reader)]
    [InlineData("contact@wacap.example", "wacap", CallerKind.Partner)]
    public async Task Whoever_has_an_address_signs_in_and_is_what_it_is_and_nothing_more(string address, string name, CallerKind kind)
    {
        var browser = await SignedIn(address);
        Assert.Equal(["__Host-hub-visit"], browser.Cookies.Keys);
        foreach (var wanted in Enum.GetValues<CallerKind>())
            Assert.Equal((wanted, wanted == kind ? name : null), (wanted, (await Who(browser, wanted))?.Name));
        Assert.Equal(name, (await Who(browser))!.Name);
        // Neither the pages of the Secretariat nor the API know it.
        Assert.Null(await SignIn.Find(browser.Request("/console")));
    }

    [Fact]
    public async Task The_link_shows_a_button_in_the_browser_that_asked_and_its_button_signs_in_once()
    {
        var browser = new Browser();
        Assert.Equal("/sign-in/code", $"{(await Ask(browser, Mission, "/office?a=1")).Headers.Location}");
        var (_, link) = await Mail();
        // However often it is opened, nothing is used up.
        for (var i = 0; i < 2 * SignInAsk.MostTries; i++)
            Assert.Contains($"action=\"/sign-in/mail/{link}\"", PageSite.Text(await Open(browser, link)), StringComparison.Ordinal);
        Assert.Null(await Who(browser));
        Assert.Equal((303, "/office?a=1"), await At(Press(browser, link)));
        Assert.Equal("mission", (await Who(browser))!.Name);
        Assert.Equal(410, (await Press(browser, link)).Status);
    }

    [Fact]
    public async Task A_scanner_and_whoever_the_mail_is_forwarded_to_sign_nobody_in_whatever_they_press()
    {
        var browser = new Browser();
        await Ask(browser, Mission);
        var (code, link) = await Mail();
        var other = new Browser();
        var page = PageSite.Text(await Open(other, link));
        Assert.Contains("type the code from the same mail", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form method=\"post\" action=\"/sign-in/mail/", page, StringComparison.Ordinal);
        Assert.Equal(410, (await Press(other, link)).Status);
        Assert.Equal(410, (await Type(other, code)).Status);
        // One that asked for itself has no more of it.
        await Ask(other, Authority);
        Assert.Equal(422, (await Press(other, link)).Status);
        Assert.Equal(422, (await Type(other, code)).Status);
        Assert.Null(await Who(other));
        Assert.Equal(303, (await Type(browser, code)).Status);
    }

    [Fact]
    public async Task Codes_are_guessed_five_times_and_what_was_used_is_not_used_again()
    {
        var browser = new Browser();
        await Ask(browser, Mission);
        var (code, _) = await Mail();
        foreach (var left in new[] { "4", "3", "2", "1" })
            Assert.Contains($"Tries left: {left}", PageSite.Text(await Type(browser, "0123456789")), StringComparison.Ordinal);
        Assert.Equal(410, (await Type(browser, "0123456789")).Status);
        Assert.Equal(410, (await Type(browser, code)).Status);
        await Ask(browser, Mission);
        var before = browser.Cookies["__Host-hub-asked"];
        Assert.Equal(303, (await Type(browser, (await Mail()).Code)).Status);
        browser.Cookies["__Host-hub-asked"] = before;
        Assert.Equal(410, (await Type(browser, (await Mail()).Code)).Status);
    }

    [Fact]
    public async Task Asking_says_and_does_the_same_for_an_address_that_nobody_has()
    {
        Clock.Advance(TimeSpan.FromHours(1));
        var seen = new List<string>();
        foreach (var address in new[] { Mission, "nobody@state.example" })
        {
            var (browser, asks, rows) = (new Browser(), Asks.Operations, Outbox.All.Count);
            var asked = await Ask(browser, address);
            var page = await browser.Get("/sign-in/code", r => Pages.ShowCode(r));
            var wrong = await Type(browser, "0123456789");
            Assert.Equal(0, Subscribers.Lists);
            seen.Add(
                $"{asked.Status} {asked.Headers.Location} {Asks.Operations - asks} {Outbox.All.Count - rows} "
                + $"{PageSite.Text(page)} {PageSite.Text(wrong)}");
        }
        Assert.Equal(seen[0], seen[1]);
    }

    [Fact]
    public async Task Asking_is_limited_by_address_and_by_caller_and_the_limit_says_nothing_of_the_address()
    {
        foreach (var address in new[] { Mission, "nobody@state.example" })
        {
            for (var i = 0; i < AskLimits.MostOfCallerForAddress; i++)
                await Ask(new(), i % 2 == 0 ? address : address.ToUpperInvariant());
            Assert.Equal(429, (await Assert.ThrowsAsync<ApiException>(() => Ask(new(), address))).Status);
        }
        for (var i = 2 * (AskLimits.MostOfCallerForAddress + 1); i < AskLimits.MostOfCaller; i++)
            await Ask(new(), $"{i}@state.example");
        Assert.Equal(429, (await Assert.ThrowsAsync<ApiException>(() => Ask(new(), Authority))).Status);
        Clock.Advance(AskLimits.Window);
        Assert.Equal(303, (await Ask(new(), Mission)).Status);
    }

    [Fact]
    public async Task A_stranger_who_asks_for_an_address_again_and_again_keeps_nobody_else_from_asking_for_it()
    {
        var stranger = new Browser { Address = "198.51.100.7" };
        for (var i = 0; i < AskLimits.MostOfCallerForAddress; i++)
            await Ask(stranger, Mission);
        await Assert.ThrowsAsync<ApiException>(() => Ask(stranger, Mission));
        Assert.Equal(303, (await Ask(new() { Address = "203.0.113.9" }, Mission)).Status);
    }

    [Fact]
    public async Task Strangers_from_everywhere_who_ask_for_an_address_keep_nobody_who_has_it_from_asking_for_it()
    {
        for (var i = 0; i < 250; i++)
            await Ask(new() { Address = $"198.51.100.{i}" }, Mission);
        Assert.Equal(303, (await Ask(new() { Address = "203.0.113.9" }, Mission)).Status);
    }

    [Fact]
    public async Task What_a_stranger_sends_is_read_only_where_the_caller_may_ask_and_only_as_far_as_a_few_lines_go()
    {
        var stranger = new Browser { Address = "198.51.100.7" };
        var endless = new string('a', 200_000);
        Assert.Equal(413, (await Assert.ThrowsAsync<ApiException>(() => Ask(stranger, endless))).Status);
        for (var i = 1; i < AskLimits.MostOfCaller; i++)
            await Ask(stranger, $"{i}@nowhere.example");
        // Turned away before anything is read of it.
        Assert.Equal(429, (await Assert.ThrowsAsync<ApiException>(() => Ask(stranger, endless))).Status);
    }

    [Fact]
    public async Task Strangers_from_everywhere_with_addresses_that_nobody_has_keep_nobody_from_asking()
    {
        for (var i = 0; i < 250; i++)
            await Ask(new() { Address = $"198.51.100.{i}" }, $"{i}@nowhere.example");
        Assert.Equal(303, (await Ask(new() { Address = "203.0.113.9" }, Mission)).Status);
    }

    [Fact]
    public async Task Asked_anew_in_the_same_browser_the_first_mail_is_worth_nothing()
    {
        var browser = new Browser();
        await Ask(browser, Mission);
        var (code, secret) = ((await Mail()).Code, browser.Cookies["__Host-hub-asked"]);
        Clock.Advance(TimeSpan.FromSeconds(1));
        await Ask(browser, Mission);
        Assert.Equal(422, (await Type(browser, code)).Status);
        browser.Cookies["__Host-hub-asked"] = secret;
        Assert.Equal(410, (await Type(browser, code)).Status);
    }

    [Fact]
    public async Task A_withdrawn_authority_and_whoever_has_another_address_is_out_at_once()
    {
        var (authority, mission) = (await SignedIn(Authority), await SignedIn(Mission));
        Assert.NotNull(await Who(authority));
        Register.Put(Sample.Withdrawn());
        Assert.Null(await Who(authority));
        Assert.NotNull(await Who(mission));
        Subscribers.Put(Subscribers["mission"] with { Address = "new@state.example" });
        Assert.Null(await Who(mission));
    }

    [Fact]
    public async Task A_session_that_somebody_put_into_the_browser_before_is_not_the_one_that_signs_in()
    {
        var attacker = await SignedIn(Authority);
        var (browser, fixedSecret) = (new Browser(), attacker.Cookies["__Host-hub-visit"]);
        browser.Cookies["__Host-hub-visit"] = fixedSecret;
        await Ask(browser, Mission);
        await Type(browser, (await Mail()).Code);
        Assert.NotEqual(fixedSecret, browser.Cookies["__Host-hub-visit"]);
        Assert.Equal("mission", (await Who(browser))!.Name);
        Assert.Null(await Who(attacker));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/a\r\nSet-Cookie: x=y")]
    public async Task Nobody_is_led_elsewhere(string to)
    {
        var browser = new Browser();
        await Ask(browser, Mission, to);
        Assert.Equal((303, "/office"), await At(Type(browser, (await Mail()).Code)));
    }

    [Theory]
    [InlineData(Mission, "/office")]
    [InlineData(Authority, "/office")]
    [InlineData("contact@wacap.example", "/partners")]
    public async Task Who_asked_for_no_page_begins_with_what_is_its_own(string address, string page)
    {
        var browser = new Browser();
        await Ask(browser, address);
        Assert.Equal((303, page), await At(Type(browser, (await Mail()).Code)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("a@b.example, c@d.example")]
    [InlineData("Name <a@b.example>")]
    public async Task What_is_no_address_is_asked_for_again_and_nothing_is_kept(string address)
    {
        var served = await Ask(new(), address);
        Assert.Equal(422, served.Status);
        Assert.Contains("Type a mail address", PageSite.Text(served), StringComparison.Ordinal);
        Assert.Empty(Asks.All);
    }

    [Fact]
    public async Task Other_sites_pages_neither_ask_nor_sign_in_nor_use_a_session()
    {
        var browser = await SignedIn(Mission);
        foreach (var (header, value) in new[] { ("Origin", "https://evil.example"), ("Sec-Fetch-Site", "cross-site"), ("Origin", "null") })
        {
            var request = PageSite.Post("/office", null, ("address", Mission));
            request.Headers.Cookie = $"__Host-hub-visit={browser.Cookies["__Host-hub-visit"]}";
            request.Headers["Sec-Fetch-Site"] = default;
            request.Headers[header] = value;
            foreach (var work in new Func<Task>[]
                { () => Pages.Ask(request, default), () => Pages.ByCode(request, default), () => SignIn.FindVisitor(request) })
                Assert.Equal(403, (await Assert.ThrowsAsync<ApiException>(work)).Status);
        }
    }

    [Fact]
    public async Task Signing_out_ends_the_session_for_whoever_copied_its_cookie_too()
    {
        var browser = await SignedIn(Mission);
        var copied = new Browser();
        copied.Cookies["__Host-hub-visit"] = browser.Cookies["__Host-hub-visit"];
        await SignIn.End(browser.Request("/sign-out"), default);
        Assert.Null(await Who(copied));
    }

    [Fact]
    public async Task An_office_that_only_writes_as_an_authority_reads_and_speaks_for_no_State()
    {
        Subscribers.Put(Subscribers["mission"] with { Role = OfficeRole.Authority });
        var browser = await SignedIn(Mission);
        Assert.Null(await Who(browser, CallerKind.State));
        Assert.NotNull(await Who(browser, CallerKind.Reader));
    }

    private static async Task<(int, string)> At(Task<Documents.Served> answer) =>
        await answer is var served ? (served.Status, $"{served.Headers.Location}") : default;
}
