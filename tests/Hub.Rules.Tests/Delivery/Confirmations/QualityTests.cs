using Hub.Delivery.Confirmations;
using Hub.Register.Json;
using Hub.Register.Laws;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;
using System.Text.Json;

namespace Hub.Rules.Tests.Delivery.Confirmations;

public sealed class QualityTests
{
    private static readonly Authority Whole = Sample.Authority("whole") is var a
        ? a with
        {
            Restricted = a.Restricted with
            {
                Emails = [new("office@justice.example")], Phones = [new("+99915550100")],
                PostalAddress = new(["12 Harbour Road"], "Port Arven"), OfficeHours = [new(DayOfWeek.Monday, new(8, 0), new(16, 0))],
                TimeZone = "Europe/Vienna", LanguagesOfRequests = ["en"],
                UrgentProcedure = new("Call."),
            },
        }
        : null!;

    [Theory]
    [InlineData(LawSource.State, 0, 365, "")]
    [InlineData(LawSource.State, 0, 366, "LawUnconfirmed")]
    [InlineData(LawSource.State, 300, 366, "")]
    [InlineData(LawSource.SecretariatFound, null, 30, "")]
    [InlineData(LawSource.SecretariatFound, null, 31, "LawUnopposed")]
    [InlineData(LawSource.SecretariatFound, null, 366, "LawUnconfirmed LawUnopposed")]
    public void A_law_is_confirmed_each_year_and_one_that_was_found_is_looked_at_when_its_State_was_silent(
        LawSource source, int? confirmed, int day, string kinds)
    {
        var furnished = Sample.Today;
        var law = SampleLaws.Law(source: source) with
        {
            FurnishedOn = furnished,
            LastConfirmed = confirmed is { } days ? new DateTimeOffset(furnished.AddDays(days), default, TimeSpan.Zero) : null,
        };
        Assert.Equal(kinds, string.Join(' ', QualityRules.Of([law], furnished.AddDays(day)).Select(i => i.Kind)));
        Assert.Empty(QualityRules.Of([law with { Listed = false }], furnished.AddDays(day)));
    }

    [Fact]
    public void A_record_that_is_whole_confirmed_and_alone_has_nothing_wrong() => Assert.Empty(QualityRules.Of([Whole], Sample.Today));

    [Fact]
    public void A_record_that_lacks_what_a_request_needs_is_incomplete()
    {
        var lacking = Whole with
        {
            Restricted = Whole.Restricted with { Phones = null, Emails = [new("a.person@mail.example", null, false)] },
        };
        var item = Assert.Single(QualityRules.Of([lacking], Sample.Today));
        Assert.Equal((QualityKind.Incomplete, "whole", "lacks emails (a functional one), phones"), (item.Kind, item.Subject, item.Detail));
    }

    [Fact]
    public void A_record_nobody_confirmed_says_since_when()
    {
        var old = Whole with { Upkeep = Whole.Upkeep with { LastConfirmedOn = Sample.Now.AddMonths(-20) } };
        var item = Assert.Single(QualityRules.Of([old], Sample.Today));
        Assert.Equal((QualityKind.Unconfirmed, Sample.Today.AddMonths(-5)), (item.Kind, item.Since));
    }

    [Fact]
    public void Two_authorities_for_the_same_overlap_unless_a_scope_tells_them_apart()
    {
        var other = Whole with { Id = "other" };
        var item = Assert.Single(QualityRules.Of([Whole, other], Sample.Today));
        Assert.Equal((QualityKind.Overlapping, "other"), (item.Kind, item.Subject));
        Assert.StartsWith("whole too for ", item.Detail, StringComparison.Ordinal);

        Assert.Empty(QualityRules.Of([Whole, Scoped(other, d => d with { Scope = "north" })], Sample.Today));
        Assert.Empty(QualityRules.Of([Whole, Scoped(other, d => d with { EffectiveTo = Sample.Today.AddDays(-1) })], Sample.Today));
    }

    [Fact]
    public void What_is_wrong_is_told_without_any_contact_data_I6()
    {
        var marked = Whole with
        {
            Restricted = Whole.Restricted with
            {
                AuthorityName = new Dictionary<string, string> { ["en"] = Sample.Marker }, Phones = null, TimeZone = null,
            },
        };
        var told = JsonSerializer.Serialize(new StateQuality(Sample.State, [.. QualityRules.Of([marked], Sample.Today)]), HubJson.Public);
        Assert.DoesNotContain(Sample.Marker, told, StringComparison.Ordinal);
    }

    private static Authority Scoped(Authority authority, Func<Designation, Designation> change) =>
        authority with { Restricted = authority.Restricted with { Designations = [.. authority.Restricted.Designations.Select(change)] } };
}
