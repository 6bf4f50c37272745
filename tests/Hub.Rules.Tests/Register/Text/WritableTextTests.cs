using System.Text.Json.Nodes;
using System.Xml;
using FsCheck;
using FsCheck.Fluent;
using Hub.Register.Json;
using Hub.Register.Problems;

namespace Hub.Rules.Tests.Register.Text;

public sealed class WritableTextTests
{
    // Letters, and everything that no document can carry: control characters, non-characters, halves of pairs, marks.
    private static readonly Arbitrary<string> Texts = Gen.OneOf(
            Gen.Elements("a", "é", "中", "م", "😀", " ", "\n", "\t"),
            Gen.Choose(0, 0x1F).Select(c => $"{(char)c}"), Gen.Choose(0x7F, 0x9F).Select(c => $"{(char)c}"),
            Gen.Elements("\uFFFE", "\uFFFF", "\uFDD0", "\U0001FFFE", "\uD800", "\uDC00", "\u0301", new string('\u0301', 40)))
        .ListOf().Select(string.Concat).ToArbitrary();

    [Fact]
    public void Whatever_a_text_holds_what_comes_out_can_be_written_everywhere() => Prop.ForAll(Texts, text =>
    {
        var clean = WritableText.Of(text);
        Assert.Null(UnwritableText.FirstIn(clean));
        XmlConvert.VerifyXmlChars(clean);
        Assert.Equal(clean, WritableText.Of(clean));
        Assert.Equal(clean, System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(clean)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_text_that_can_be_written_is_not_touched() => Prop.ForAll(Texts, text =>
    {
        var clean = WritableText.Of(text);
        Assert.Same(clean, WritableText.Of(clean));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Letters_on_both_sides_stay() => Assert.Equal("a b \uFFFDc\n", WritableText.Of("a\vb\u0001\uFFFFc\n"));

    [Fact]
    public void Every_text_and_every_name_of_a_JSON_value_is_cleaned_and_nothing_else()
    {
        var clean = WritableText.In(JsonNode.Parse("""{ "a\u000b": [ "x\u0001", 1, true, null, { "b": "\uffff" } ] }"""));
        Assert.Equal("""{"a ":["x ",1,true,null,{"b":"�"}]}""", clean!.ToJsonString(HubJson.Options));
    }
}
