using Hub.Notices.Access;
using Hub.Notices.Outbox;
using Hub.Notices.SigningIn;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Delivery.Mail;

namespace Hub.Rules.Tests.Notices.SigningIn;

public sealed class SignInAskTests
{
    private const string Browser = "the browser's secret";
    private const string Address = "mission@state.example";
    private readonly MailRig _rig = new(Sample.Authority());

    public SignInAskTests()
    {
        _rig.Add(new("mission", Sample.State, Address, Language.Arabic, "Mission", 0) { Role = OfficeRole.Mission });
        _rig.Endpoints.PutPartner(new Partner("wacap", new("contact@wacap.example", Language.English, "Contact")));
    }

    public static TheoryData<string, string, CallerKind> Everybody => new()
    {
        { Address, "mission", CallerKind.State },
        { " MISSION@state.example ", "mission", CallerKind.State },
        { "cooperation@justice.example", $"authority-{Sample.Record}", CallerKind.Reader },
        { "contact@wacap.example", "wacap", CallerKind.Partner },
    };

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Whoever_has_an_address_signs_in_with_the_code_or_the_link_of_the_mail_that_goes_to_it(
        string typed, string name, CallerKind kind)
    {
        foreach (var part in new[] { 0, 1 })
        {
            var secret = $"{Browser} {part}";
            await _rig.SignIns.Ask(typed, secret, "/office", default);
            var mail = await Mail();
            Assert.Equal(typed.Trim().ToLowerInvariant(), mail.To);
            var given = part == 0 ? mail.Text.Split(' ')[0] : new Uri(mail.Text.Split(' ')[1]).Segments[^1];
            var done = Assert.IsType<SignInOutcome.SignedIn>(await _rig.SignIns.Try(secret, given, default));
            Assert.Equal((name, kind, "/office"), (done.Holders[0].Caller.Name, done.Holders[0].Caller.Kind, done.To));
        }
    }

    [Fact]
    public async Task To_an_address_that_nobody_has_nothing_goes_and_asking_does_the_same()
    {
        await _rig.SignIns.Ask(Address, Browser, "/", default);
        var (operations, rows) = (_rig.Asks.Operations, _rig.Outbox.All.Count);
        await _rig.SignIns.Ask("nobody@state.example", "another", "/", default);
        Assert.Equal((2 * operations, 2 * rows), (_rig.Asks.Operations, _rig.Outbox.All.Count));
        await _rig.Finish();
        Assert.Equal(Address, Assert.Single(_rig.Sent).Message.To);
    }

    [Fact]
    public async Task What_the_mail_brings_is_stored_nowhere()
    {
        await _rig.SignIns.Ask(Address, Browser, "/", default);
        var mail = await Mail();
        var kept = System.Text.Json.JsonSerializer.Serialize(new { _rig.Asks.All, Rows = _rig.Outbox.All });
        Assert.All(mail.Text.Split(' ').Append(Browser), secret => Assert.DoesNotContain(secret, kept, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_works_once_in_the_browser_that_asked_for_a_quarter_of_an_hour()
    {
        var code = await Asked();
        Assert.IsType<SignInOutcome.Ended>(await _rig.SignIns.Try("another browser", code, default));
        Assert.IsType<SignInOutcome.SignedIn>(await _rig.SignIns.Try(Browser, code, default));
        Assert.IsType<SignInOutcome.Ended>(await _rig.SignIns.Try(Browser, code, default));
        code = await Asked("later");
        _rig.Clock.Advance(SignInAsk.Lasts);
        Assert.IsType<SignInOutcome.Ended>(await _rig.SignIns.Try("later", code, default));
    }

    [Fact]
    public async Task Of_many_who_try_the_right_code_at_once_one_signs_in()
    {
        var code = await Asked();
        var tries = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _rig.SignIns.Try(Browser, code, default))));
        Assert.Single(tries, t => t is SignInOutcome.SignedIn);
    }

    [Fact]
    public async Task After_five_wrong_codes_the_right_one_is_worth_nothing_and_a_new_one_is()
    {
        var code = await Asked();
        for (var left = SignInAsk.MostTries - 1; left >= 0; left--)
            Assert.Equal(new SignInOutcome.Wrong(left), await _rig.SignIns.Try(Browser, "0123456789", default));
        Assert.IsType<SignInOutcome.Ended>(await _rig.SignIns.Try(Browser, code, default));
        Assert.IsType<SignInOutcome.SignedIn>(await _rig.SignIns.Try("again", await Asked("again"), default));
    }

    [Fact]
    public async Task Looking_whether_a_link_is_this_browsers_changes_nothing()
    {
        var link = await Asked(part: 1);
        var before = Assert.Single(_rig.Asks.All);
        for (var i = 0; i < 2 * SignInAsk.MostTries; i++)
        {
            Assert.True(await _rig.SignIns.IsLinkOf(Browser, link, default));
            Assert.False(await _rig.SignIns.IsLinkOf("a scanner", link, default));
            Assert.False(await _rig.SignIns.IsLinkOf(Browser, "another", default));
        }
        Assert.Equal(before, Assert.Single(_rig.Asks.All));
    }

    [Fact]
    public async Task Asked_anew_what_came_before_is_ended_and_its_mail_does_not_go()
    {
        await _rig.SignIns.Ask(Address, Browser, "/", default);
        await _rig.SignIns.End(Browser, default);
        await _rig.SignIns.End("nothing was asked here", default);
        await _rig.Finish();
        Assert.Empty(_rig.Sent);
        Assert.Equal(OutboxState.Dropped, Assert.Single(_rig.Outbox.All).State);
    }

    [Fact]
    public async Task Whoever_lost_the_address_before_the_code_was_typed_does_not_sign_in()
    {
        var code = await Asked();
        _rig.Leave("mission");
        Assert.IsType<SignInOutcome.Ended>(await _rig.SignIns.Try(Browser, code, default));
    }

    private async Task<string> Asked(string secret = Browser, int part = 0)
    {
        await _rig.SignIns.Ask(Address, secret, "/", default);
        var text = (await Mail()).Text.Split(' ')[part];
        return part == 0 ? text : new Uri(text).Segments[^1];
    }

    private async Task<MailMessage> Mail()
    {
        await _rig.Finish();
        return _rig.Sent[^1].Message;
    }
}
