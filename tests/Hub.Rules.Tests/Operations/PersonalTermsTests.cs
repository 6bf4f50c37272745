using Hub.Operations.Erasures;

namespace Hub.Rules.Tests.Operations;

/// <summary>A person is found however a text writes the name, and nobody else is.</summary>
public sealed class PersonalTermsTests
{
    [Theory]
    [InlineData("José Núñez", "Mr. JOSE NUNEZ, Head", "Mr. [erased], Head")]
    [InlineData("José Núñez", "NÚÑEZ, José", "[erased]")]
    [InlineData("Adaeze Nwosu-Okafor", "NWOSU OKAFOR, Adaeze; Okafor Nwosu", "[erased]; Okafor Nwosu")]
    [InlineData("Jose Nunez", "Señor Josè  Nun\u0303ez.", "Señor [erased].")]
    [InlineData("Anna Bell", "Anna Belloc and Joanna Bell", "Anna Belloc and Joanna Bell")]
    [InlineData("Иван Петров", "г-н ИВАН ПЕТРОВ", "г-н [erased]")]
    [InlineData("张伟", "联系人张伟处长", "联系人[erased]处长")]
    [InlineData("Ali", "Ali met Alice, ALI!", "[erased] met Alice, [erased]!")]
    public void A_name_is_found_in_every_spelling(string name, string text, string left) =>
        Assert.Equal(left, new PersonalTerms(new() { Names = [name] }).Without(text));

    [Theory]
    [InlineData("a.bell@state.example", "Write to A.Bell@State.Example.", "Write to [erased].")]
    [InlineData("a.bell@state.example", "<a.bell@state.example>", "<[erased]>")]
    [InlineData("a.bell@state.example", "da.bell@state.example", "da.bell@state.example")]
    [InlineData("a.bell@state.example", "a.bell@state.example.org", "a.bell@state.example.org")]
    public void An_address_is_found_whole(string address, string text, string left) =>
        Assert.Equal(left, new PersonalTerms(new() { Addresses = [address] }).Without(text));

    [Theory]
    [InlineData("+999 1 555 7788", "tel. +99915557788, fax", "tel. [erased], fax")]
    [InlineData("01 555 77 88", "+999 (1) 555-77-88", "[erased]")]
    [InlineData("+99915557788", "\u0669\u0669\u0669\u0661\u0665\u0665\u0665\u0667\u0667\u0668\u0668", "[erased]")]
    [InlineData("+99915557788", "99915557780", "99915557780")]
    public void A_number_is_found_however_it_is_grouped(string number, string text, string left) =>
        Assert.Equal(left, new PersonalTerms(new() { Numbers = [number] }).Without(text));

    [Theory]
    [InlineData("a")]
    [InlineData("..")]
    [InlineData("12345")]
    [InlineData("")]
    [InlineData("\uD83D\u200B\u0301")]
    public void What_would_find_everybody_is_refused(string term)
    {
        Assert.NotNull(new ErasureRequest { Names = [term] }.Refusal());
        Assert.NotNull(new ErasureRequest { Addresses = [term] }.Refusal());
        Assert.NotNull(new ErasureRequest { Numbers = [term] }.Refusal());
    }

    [Fact]
    public void A_request_is_about_a_person_or_one_thing()
    {
        Assert.NotNull(new ErasureRequest().Refusal());
        Assert.NotNull(new ErasureRequest { Names = ["Anna Bell"], Notice = "XAA-1" }.Refusal());
        Assert.NotNull(new ErasureRequest { Mail = "m", Notice = "XAA-1" }.Refusal());
        Assert.NotNull(new ErasureRequest { Names = [.. Enumerable.Repeat("Anna Bell", ErasureRequest.MostTerms + 1)] }.Refusal());
        Assert.NotNull(new ErasureRequest { Names = [new string('x', 100_000)] }.Refusal());
        Assert.Null(new ErasureRequest { Names = ["Anna Bell"], Addresses = ["a@b.example"], Numbers = ["+999155577"] }.Refusal());
    }

    [Fact]
    public void Texts_of_strangers_do_no_harm()
    {
        var terms = new PersonalTerms(
            new()
            {
                Names = ["Anna Bell"],
                Addresses = ["a@b.example"],
                Numbers = ["5557788"],
            });
        foreach (
            var text in new[] { "\uD800\uFFFE", new string('\u0301', 100_000), "++++((((", new string('1', 200_000), "@@@@a@b.exampl" })
            Assert.Equal(text, terms.Without(text));
        Assert.Equal($"{new string('-', 50_000)}[erased]", terms.Without($"{new string('-', 50_000)}Anna\u00A0Bell"));
    }
}
