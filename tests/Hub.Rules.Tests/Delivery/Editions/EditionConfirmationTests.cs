using FsCheck;
using FsCheck.Fluent;
using Hub.Delivery.Editions;
using Hub.Delivery.Editions.Planning;
using Hub.Notices.Recipients;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Delivery.Editions;

/// <summary>Whoever sends to many has seen what and to how many: the confirmation of one plan is worth nothing for another.</summary>
public sealed class EditionConfirmationTests
{
    private readonly ManualClock _clock = new();

    private static Edition Edition { get; } =
        new EditionContent(Sample.Register(Sample.Authority()), Sample.Today, Sample.Data).Of(new(2025, 1));

    private static Audience Recipients { get; } = Of(Mission("m1"), Mission("m2"));

    [Fact]
    public async Task It_says_how_many_get_a_mail_and_is_worth_something_for_an_hour()
    {
        var confirmation = await Issue();
        Assert.Equal((2, Sample.Now.AddHours(1)), (confirmation.Recipients, confirmation.ExpiresAt));
        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(ConfirmationCheck.Valid, await Check(confirmation.Token));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(ConfirmationCheck.Expired, await Check(confirmation.Token));
    }

    [Fact]
    public async Task A_recipient_whose_address_bounced_is_not_counted() =>
        Assert.Equal(1, (await Issue(recipients: Recipients with { Bounced = ["m2"] })).Recipients);

    [Fact]
    public async Task Of_another_register_day_request_or_audience_it_is_worth_nothing()
    {
        var token = (await Issue()).Token;
        Edition[] editions =
        [
            Edition with { Id = new(2025, 2) }, Edition with { CutOff = Sample.Today.AddDays(1) }, Edition with { Sequence = 1 },
            Edition with { Hash = new string('f', 64) }, Edition with { Previous = new(2024, 2) }, Edition with { Reason = "why" },
        ];
        foreach (var edition in editions)
            Assert.Equal(ConfirmationCheck.OfAnotherPlan, await Check(token, edition));
        Audience[] audiences =
        [
            Of(Mission("m1")), Of(Mission("m1"), Mission("m2"), Mission("m3")), Recipients with { Bounced = ["m1"] },
            Of(Mission("m1"), Mission("m2") with { Address = "other@mission.example" }),
            Of(Mission("m1"), Mission("m2") with { Language = Language.French }),
        ];
        foreach (var audience in audiences)
            Assert.Equal(ConfirmationCheck.OfAnotherPlan, await Check(token, recipients: audience));
    }

    [Fact]
    public async Task The_order_in_which_recipients_are_found_does_not_matter() =>
        Assert.Equal(ConfirmationCheck.Valid, await Check((await Issue()).Token, recipients: Of(Mission("m2"), Mission("m1"))));

    [Theory]
    [InlineData(null, ConfirmationCheck.Missing)]
    [InlineData(" ", ConfirmationCheck.Missing)]
    [InlineData("yes", ConfirmationCheck.OfAnotherPlan)]
    [InlineData("-1.x", ConfirmationCheck.OfAnotherPlan)]
    [InlineData("99999999999999999999.x", ConfirmationCheck.OfAnotherPlan)]
    [InlineData("9223372036854775807.x", ConfirmationCheck.OfAnotherPlan)]
    [InlineData("253402300799.x", ConfirmationCheck.OfAnotherPlan)]
    [InlineData("0.x", ConfirmationCheck.Expired)]
    [InlineData(".", ConfirmationCheck.OfAnotherPlan)]
    public async Task What_the_hub_did_not_write_confirms_nothing(string? token, ConfirmationCheck expected) =>
        Assert.Equal(expected, await Check(token));

    [Fact]
    public async Task Nobody_makes_one_last_longer()
    {
        var confirmation = await Issue();
        var later = confirmation.ExpiresAt.AddHours(1).ToUnixTimeSeconds();
        Assert.Equal(ConfirmationCheck.OfAnotherPlan, await Check($"{later}.{confirmation.Token.Split('.')[1]}"));
    }

    [Fact]
    public void No_changed_token_is_taken_for_the_token() => Prop.ForAll(
        Gen.Choose(0, 200).Zip(Gen.Choose(32, 126)).ToArbitrary(), change =>
        {
            var token = Issue().GetAwaiter().GetResult().Token;
            var (at, character) = (change.Item1 % token.Length, (char)change.Item2);
            var changed = string.Concat(token[..at], character.ToString(), token[(at + 1)..]);
            var check = Check(changed).GetAwaiter().GetResult();
            Assert.Equal(changed == token, check == ConfirmationCheck.Valid);
        }).QuickCheckThrowOnFailure();

    private Task<EditionConfirmation> Issue(Edition? edition = null, Audience? recipients = null) =>
        new EditionConfirmations(new FixedAccessLinkKey(), _clock).Issue(edition ?? Edition, recipients ?? Recipients, default);

    private Task<ConfirmationCheck> Check(string? token, Edition? edition = null, Audience? recipients = null) =>
        new EditionConfirmations(new FixedAccessLinkKey(), _clock).Check(token, edition ?? Edition, recipients ?? Recipients, default);

    private static Audience Of(params Recipient[] recipients) => new(recipients, 0, [MailboxLoad.Fresh(recipients.Length)], []);

    private static Recipient Mission(string id) => new(id, Sample.State, $"{id}@mission.example", Language.English, "Mission", 0);
}
