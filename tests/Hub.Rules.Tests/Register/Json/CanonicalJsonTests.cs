using System.Text.Json.Nodes;
using Hub.Register.Json;

namespace Hub.Rules.Tests.Register.Json;

public sealed class CanonicalJsonTests
{
    // RFC 8785 §3.2.3, without its array of fractions.
    [Fact]
    public void Strings_are_escaped_as_the_RFC_shows()
    {
        const string json = """
            { "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false] }
            """;
        Assert.Equal("""{"literals":[null,true,false],"string":"€$\u000f\nA'B\"\\\\\"/"}""", Canonical(json));
    }

    // RFC 8785 §3.2.3: names sort by UTF-16 code units, so that an emoji stands before a Hebrew presentation form.
    [Fact]
    public void Names_sort_by_UTF16_code_units_as_the_RFC_shows()
    {
        const string json = """
            {
              "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew UnderstoodMail Dalet With Dagesh", "1": "One",
              "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small UnderstoodMail O With Diaeresis"
            }
            """;
        var values = new[]
        {
            "Carriage Return", "One", "Control", "Latin Small UnderstoodMail O With Diaeresis", "Euro Sign", "Emoji: Grinning Face",
            "Hebrew UnderstoodMail Dalet With Dagesh",
        };
        var canonical = Canonical(json);
        Assert.Equal(values, values.OrderBy(v => canonical.IndexOf(v, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("""{"b":[1,{"d":2,"c":-3}],"a":""}""", """{"a":"","b":[1,{"c":-3,"d":2}]}""")]
    [InlineData(""" [ ] """, "[]")]
    [InlineData("""{"a":"\b\t\f\u001f\u007f"}""", "{\"a\":\"\\b\\t\\f\\u001f\u007f\"}")]
    [InlineData("9007199254740991", "9007199254740991")]
    [InlineData("-0", "0")]
    public void White_space_goes_and_order_is_fixed(string json, string canonical) => Assert.Equal(canonical, Canonical(json));

    [Theory]
    [InlineData("1.5")]
    [InlineData("1e3")]
    public void A_fraction_is_refused_rather_than_printed_another_way(string json) => Assert.ThrowsAny<Exception>(() => Canonical(json));

    [Fact]
    public void Whatever_the_order_of_names_the_hash_is_the_same() => Assert.Equal(
        CanonicalJson.Sha256(JsonNode.Parse("""{"a":1,"b":{"c":2,"d":3}}""")),
        CanonicalJson.Sha256(JsonNode.Parse("""{"b":{"d":3,"c":2},"a":1}""")));

    [Fact]
    public void The_hash_is_SHA256_of_UTF8() =>
        Assert.Equal("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a", CanonicalJson.Sha256(new JsonObject()));

    private static string Canonical(string json) => CanonicalJson.Write(JsonNode.Parse(json));
}
