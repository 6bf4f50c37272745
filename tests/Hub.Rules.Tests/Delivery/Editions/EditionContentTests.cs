using Hub.Delivery.Editions;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Delivery.Editions;

public sealed class EditionContentTests
{
    private static readonly EditionId Id = new(2025, 1);
    private static readonly string[] States = ["SEN", "SWE", "CIV", "ESP"];

    [Fact]
    public void The_same_register_and_closing_day_give_the_same_bytes_I9()
    {
        var (one, other) = (Sample.Authority("a"), Sample.Authority("b", Sample.OtherState));
        var names = new Dictionary<string, string> { ["fr"] = "Bureau", ["en"] = "Office" };
        var turned = new Dictionary<string, string> { ["en"] = "Office", ["fr"] = "Bureau" };
        Assert.Equal(
            Of(Sample.Register(Named(one, names), other)).ToBytes(), Of(Sample.Register(other, Named(one, turned))).ToBytes());
    }

    [Fact]
    public void What_was_frozen_is_read_back_as_it_was()
    {
        var edition = Of(Sample.Register(Sample.Authority(), Sample.Authority("b", Sample.OtherState)));
        Assert.Equal(edition.ToBytes(), Edition.Read(edition.ToBytes()).ToBytes());
    }

    [Fact]
    public void An_authority_that_ended_is_not_listed_and_one_that_begins_later_is()
    {
        var later = Sample.Authority("later");
        later = later with
        {
            Restricted = later.Restricted with
            {
                Designations = [Sample.Designation(Sample.Mla) with { EffectiveFrom = Sample.Today.AddDays(9) }],
            },
        };
        var withdrawn = Sample.Authority("gone") is var gone
            ? gone with { Upkeep = gone.Upkeep with { Status = RecordStatus.Withdrawn } }
            : null;
        var state = Assert.Single(Of(Sample.Register(Sample.Withdrawn(), later, withdrawn!)).States);
        Assert.Equal(["later"], state.Authorities.Select(a => a.RecordId));
    }

    [Fact]
    public void What_is_the_Secretariats_is_in_no_edition()
    {
        var authority = Sample.Authority() with { Secretariat = new() { ContactPerson = new("MARK-OF-SECRETARIAT") } };
        Assert.DoesNotContain(
            "MARK-OF-SECRETARIAT", System.Text.Encoding.UTF8.GetString(Of(Sample.Register(authority)).ToBytes()), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_State_with_anything_to_say_stands_in_it_once_and_jurisdictions_are_not_counted()
    {
        var register = Sample.Register(Sample.Authority("a"), Sample.Authority("b"), Sample.Authority("c", new("HKG")))
            .With(
                [new MembershipWrite(new("wacap", Sample.OtherState, MembershipRole.Member, null, null, "s", Confidence.High, null))],
                Head.Empty);
        var edition = Of(register);
        Assert.Equal(["HKG", "SEN", "XAA"], edition.States.Select(s => s.State.Value));
        Assert.Equal((3, 1), (edition.Authorities(), edition.StatesWithAuthorities()));
    }

    [Fact]
    public void A_nil_declaration_is_listed_until_an_authority_is_designated_for_the_pair()
    {
        var nil = new StateWrite(
            new() { State = Sample.State, NilDeclarations = [new(Sample.Mla, Sample.Today), new(Sample.Extradition, Sample.Today)] });
        Assert.Equal([Sample.Extradition], Nils(Sample.Authority()));
        Assert.Equal([Sample.Extradition, Sample.Mla], Nils(Sample.Withdrawn()));

        IEnumerable<Pair> Nils(Authority authority) =>
            Assert.Single(Of(Sample.Register(authority).With([nil], Head.Empty)).States).NilDeclarations.Select(n => n.Pair);
    }

    [Theory]
    [InlineData(Language.English, "Côte d’Ivoire", "Senegal", "Spain", "Sweden")]
    [InlineData(Language.French, "Côte d’Ivoire", "Espagne", "Sénégal", "Suède")]
    [InlineData(Language.Russian, "Испания", "Кот-д’Ивуар", "Сенегал", "Швеция")]
    public void Each_language_has_its_own_order_of_States(Language language, params string[] names)
    {
        var edition = Of(Sample.Register([.. States.Select(c => Sample.Authority(c, new(c)))]));
        Assert.Equal(names, edition.StatesIn(language).Select(s => s.Name(language)));
    }

    private static Edition Of(RegisterSnapshot register) => new EditionContent(register, Sample.Today, Sample.Data).Of(Id);

    private static Authority Named(Authority authority, Dictionary<string, string> names) =>
        authority with { Restricted = authority.Restricted with { AuthorityName = names } };
}
