using Hub.Register.Log;
using Hub.Register.Lookup;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Register.Lookup;

public sealed class CompetenceTests
{
    private static readonly RequestFor Mla = new(Sample.State, Matter.Mla);

    private static readonly RegisterSnapshot Register = Sample.Register(
        With("a-competent", DesignationFunction.CompetentAuthority, null),
        With("b-part", DesignationFunction.CentralAuthority, "XA-01"),
        With("c-central", DesignationFunction.CentralAuthority, null),
        With("d-night", DesignationFunction.Contact247, null, r => r with { OutOfHoursReach = true }),
        With("e-french", DesignationFunction.CentralAuthority, null, r => r with { LanguagesOfRequests = ["fr"] }),
        Sample.Authority("f-extradition", null, Sample.Extradition),
        Sample.Authority("g-elsewhere", Sample.OtherState));

    [Fact]
    public void Who_receives_requests_for_the_whole_State_comes_first() =>
        Assert.Equal("c-central e-french b-part a-competent d-night", Order(Competence.Find(Register, Mla, Sample.Today)));

    [Fact]
    public void In_an_urgent_case_who_answers_day_and_night_comes_first_and_among_equals_who_accepts_the_language()
    {
        Assert.Equal("d-night e-french c-central b-part a-competent", ForReaders("fr", isUrgent: true));
        Assert.Equal("e-french c-central b-part a-competent d-night", ForReaders("fr", isUrgent: false));
        Assert.Equal("c-central e-french b-part a-competent d-night", ForReaders(null, isUrgent: false));
    }

    [Fact]
    public void Where_nobody_is_competent_those_that_can_be_reached_come_first_for_readers_and_the_designated_contacts_for_everyone()
    {
        Assert.StartsWith("d-night b-part c-central", string.Join(' ', Competence.Others(Register, Sample.State, Sample.Today).Select(o => o.Id)));
        var register = Register.With(
            [new AuthorityWrite(Register.Authorities["a-competent"] is var b ? b with { Restricted = b.Restricted with { OutOfHoursReach = true } } : null!, b)],
            Head.Empty);
        var midnight = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.StartsWith("d-night a-competent b-part", string.Join(
            ' ', Competence.OthersForReaders(register, Sample.State, Sample.Today, midnight).Select(a => a.Id)));
    }

    [Fact]
    public void The_order_that_everyone_sees_tells_nothing_of_what_a_record_holds()
    {
        var changed = Register.With(
            Register.Authorities.Values.Select(a => new AuthorityWrite(
                a with { Restricted = a.Restricted with { OutOfHoursReach = true, LanguagesOfRequests = ["fr"], UnitName = a.Id[..1] } }, a)),
            Head.Empty);
        Assert.Equal(Order(Competence.Find(Register, Mla, Sample.Today)), Order(Competence.Find(changed, Mla, Sample.Today)));
    }

    [Fact]
    public void Another_instrument_or_article_and_a_designation_that_has_ended_make_nobody_competent()
    {
        Assert.Empty(Competence.Find(Register, Mla with { Instrument = Instrument.Uncac }, Sample.Today));
        Assert.Empty(Competence.Find(Register, Mla with { Instrument = Instrument.Untoc, Article = "16" }, Sample.Today));
        Assert.NotEmpty(Competence.Find(Register, Mla with { Instrument = Instrument.Untoc, Article = "18" }, Sample.Today));
        var ended = Sample.Authority() is var a ? a with
        {
            Restricted = a.Restricted with
            {
                Designations = [Sample.Designation(Sample.Mla) with { EffectiveTo = Sample.Today.AddDays(-1) }],
            },
        } : null!;
        Assert.Empty(Competence.Find(Sample.Register(ended), Mla, Sample.Today));
    }

    [Fact]
    public void Whether_a_language_is_accepted_is_known_only_where_the_State_named_some()
    {
        Assert.True(Competence.Accepts(Register.Authorities["e-french"].Restricted, "FR"));
        Assert.False(Competence.Accepts(Register.Authorities["e-french"].Restricted, "es"));
        Assert.Null(Competence.Accepts(Register.Authorities["a-competent"].Restricted with { LanguagesOfRequests = null }, "fr"));
    }

    [Fact]
    public void An_office_as_everyone_sees_it_says_nothing_in_a_States_own_words()
    {
        var other = new Pair(Instrument.Other, Sample.Marker, Matter.Terrorism);
        var office = PublicOffice.Of(
            With("x", DesignationFunction.CentralAuthority, null, r => r with { Designations = [Sample.Designation(other)] }), Sample.Today);
        Assert.DoesNotContain(Sample.Marker, $"{office} {string.Join(' ', office.Functions)}", StringComparison.Ordinal);
    }

    private static string ForReaders(string? language, bool isUrgent) =>
        string.Join(' ', Competence.ForReaders(Register, Mla, Sample.Today, language, isUrgent).Select(o => o.Record.Id));

    private static string Order(IEnumerable<CompetentOffice> offices) => string.Join(' ', offices.Select(o => o.Office.Id));

    private static Authority With(
        string id, DesignationFunction function, string? part, Func<AuthorityRestricted, AuthorityRestricted>? change = null)
    {
        var authority = Sample.Authority(id);
        var restricted = authority.Restricted with { Designations = [Sample.Designation(Sample.Mla) with { Function = function }] };
        return authority with
        {
            Public = authority.Public with { Jurisdiction = part }, Restricted = change?.Invoke(restricted) ?? restricted,
        };
    }
}
