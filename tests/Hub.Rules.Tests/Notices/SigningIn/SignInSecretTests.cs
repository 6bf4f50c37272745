using FsCheck;
using FsCheck.Fluent;
using Hub.Notices.SigningIn;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.SigningIn;

public sealed class SignInSecretTests
{
    private static readonly SignInSecrets Secrets = new(new FixedAccessLinkKey());
    private static readonly Arbitrary<SignInAsk> Asks = (
        from id in Gen.ArrayOf(Gen.Elements("0123456789abcdef".ToCharArray()), 64)
        from minutes in Gen.Choose(0, 1_000_000)
        let at = Sample.Now.AddMinutes(minutes)
        select new SignInAsk(new(id), "unit@justice.example", "/", at, at + SignInAsk.Lasts)).ToArbitrary();

    [Fact]
    public void Link_and_code_are_an_asks_own_and_no_others() => Prop.ForAll(Asks, Asks, (ask, other) =>
    {
        var (link, code) = (Secrets.Link(ask, default).Result, Secrets.Code(ask, default).Result);
        Assert.Matches("^[A-Za-z0-9_-]{43}$", link);
        Assert.Matches("^[0-9]{10}$", code);
        Assert.True(Is(ask, link) && Is(ask, code));
        Assert.False(ask != other && (Is(other, link) || Is(other, code)));
        // The next ask of the same browser, and one whose row somebody changed, have others.
        Assert.False(Is(ask with { AskedAt = ask.AskedAt.AddTicks(1) }, code));
        // How often it was tried, and when it ends, changes neither.
        Assert.True(Is(ask with { Tries = 3, EndsAt = ask.AskedAt }, link));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whatever_is_changed_in_a_code_it_is_the_code_no_more() => Prop.ForAll(
        Asks, Gen.Zip(Gen.Choose(0, SignInSecrets.Digits - 1), Gen.Choose(1, 9)).ToArbitrary(), (ask, change) =>
        {
            var code = Secrets.Code(ask, default).Result.ToCharArray();
            code[change.Item1] = (char)('0' + ((code[change.Item1] - '0' + change.Item2) % 10));
            Assert.False(Is(ask, new(code)));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("12345 67890", "1234567890")]
    [InlineData(" 12345-67890\t", "1234567890")]
    [InlineData("١٢٣٤٥ ٦٧٨٩٠", "1234567890")]
    [InlineData("１２３４５６７８９０", "1234567890")]
    [InlineData("\u200e12345\u00a067890\u200f", "1234567890")]
    [InlineData("1234567890.", "")]
    [InlineData("O234567890", "")]
    [InlineData("", "")]
    public void A_code_is_read_in_the_digits_and_groups_that_people_type(string typed, string digits) =>
        Assert.Equal(digits, SignInSecrets.DigitsOf(typed));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("0000000000")]
    public async Task Nothing_is_no_code(string given) => Assert.False(await Secrets.IsOf(
        new(new('a', 64), "unit@justice.example", "/", Sample.Now, Sample.Now), given, default));

    private static bool Is(SignInAsk ask, string given) => Secrets.IsOf(ask, given, default).Result;
}
