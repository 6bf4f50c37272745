using Hub.Functions.Console.Recipients;
using Hub.Functions.Errors;
using Hub.Functions.SigningIn;
using Hub.Functions.Tests.Site;
using Hub.InMemory;
using Hub.Intake.Inbox;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Hub.Work.Runner;

namespace Hub.Functions.Tests.SigningIn;

/// <summary>Who is not in the directory asks for access, and a person of the Secretariat reads that.</summary>
public sealed class AccessRequestTests : MailSignInCase
{
    private readonly MemoryMails _mails = new();
    private readonly MemoryOriginals _originals = new();

    [Fact]
    public async Task What_was_typed_waits_for_a_person_to_read_and_nobody_is_promised_anything()
    {
        var served = await Ask("Anna <script>", "Office\u00a0of Justice", "unit@justice.example");
        Assert.Equal((303, "/sign-in/access/sent"), (served.Status, $"{served.Headers.Location}"));
        var mail = Assert.Single(await _mails.List(InboundMailStatus.ToRead, 10, default));
        Assert.Equal(("unit@justice.example", null, true), (mail.From, mail.Sender, mail.IsTyped));
        Assert.Equal(("XAA", PageRequestKind.Access, "Office\u00a0of Justice"), (mail.Claimed?.Value, mail.Asks?.Kind, mail.Asks?.Office));
        Assert.Empty(Outbox.All);
    }

    [Theory]
    [InlineData("", "Office", "unit@justice.example")]
    [InlineData("Anna", "", "unit@justice.example")]
    [InlineData("Anna", "Office", "unit")]
    public async Task What_is_missing_is_asked_for_with_everything_typed_kept(string name, string office, string address)
    {
        var served = await Ask(name, office, address);
        Assert.Equal(422, served.Status);
        Assert.Contains("We handle requests", PageSite.Text(served), StringComparison.Ordinal);
        Assert.Empty(await _mails.List(null, 10, default));
    }

    [Fact]
    public async Task What_is_typed_into_fields_of_one_line_ends_no_line_of_the_mail_that_is_read()
    {
        await Ask("Anna\r\nBcc: all@justice.example", "Office\r\n\r\nApproved by UNODC", "unit@justice.example");
        var mail = Assert.Single(await _mails.List(InboundMailStatus.ToRead, 10, default));
        Assert.StartsWith("Access to the directory: Office Approved by UNODC (", mail.Subject, StringComparison.Ordinal);
        var written = System.Text.Encoding.UTF8.GetString(Assert.Single(_originals.Kept.Values));
        Assert.Contains("Name: Anna Bcc: all@justice.example", written, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?m)^(Bcc:|Approved)", written);
    }

    [Fact]
    public async Task Whoever_gives_access_finds_in_the_form_what_was_typed_and_nothing_of_it_in_the_address()
    {
        await Ask("Anna", "Office of Justice", "unit@justice.example");
        var asked = Assert.Single(await _mails.List(InboundMailStatus.ToRead, 10, default));
        var site = new PageSite();
        var pages = new SubscriberPages(site.Pages, null!, _mails, new(new StateCatalog(true)));
        var html = PageSite.Text(await Documents.Served.By(
            PageSite.Get($"/console/recipients/new?mail={asked.Id}", PageSite.Administrator), r => pages.ShowNew(r, default)));
        Assert.Contains("value=\"unit@justice.example\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"Office of Justice\"", html, StringComparison.Ordinal);
        Assert.Matches("<option[^>]*value=\"XAA\"[^>]*selected", html);
    }

    [Fact]
    public async Task Nobody_asks_without_end()
    {
        for (var i = 0; i < AskLimits.MostOfCaller; i++)
            await Ask("Anna", "Office", $"{i}@justice.example");
        Assert.Equal(429, (await Assert.ThrowsAsync<ApiException>(() => Ask("Anna", "Office", "unit@justice.example"))).Status);
    }

    private Task<Documents.Served> Ask(string name, string office, string address) => new Browser().Send(
        "/sign-in/access",
        r => new AccessRequestPages(
            new(Visits), SignIn, Limits,
            new(_mails, _originals, new(["mailbox"], [], [], [], Home, RetryPolicy.OwnServices, 1), new FixedIdentifiers(), Clock),
            new StateCatalog(true)).Ask(r, default),
        ("name", name), ("office", office), ("state", "XAA"), ("address", address), ("why", "We handle requests"));
}
