using System.Text.Json.Nodes;
using Hub.Pages.Replies;
using Hub.Pages.Texts;
using Hub.Register.States;

namespace Hub.Pages.Tests;

/// <summary>What was understood of a note, as its sender reads it.</summary>
public sealed class ReplyValuesTests
{
    [Theory]
    [InlineData(Language.English, "/changes/0/authority/designations/0/function", "CENTRAL_AUTHORITY", "central authority")]
    [InlineData(Language.French, "/changes/0/authority/designations/0/function", "CENTRAL_AUTHORITY", "autorité centrale")]
    [InlineData(Language.Spanish, "/changes/0/set/languagesOfRequests/0", "fr", "francés")]
    [InlineData(Language.English, "/changes/0/set/phones/0/number", "+99915550102", "+99915550102")]
    [InlineData(Language.English, "/changes/0/set/languagesOfRequests/0", "sw", "Swahili")]
    [InlineData(Language.English, "/changes/0/set/phones/0/number", "+3225426511", "+32 2 542 65 11")]
    [InlineData(Language.French, "/effectiveFrom", "2026-11-26", "26 novembre 2026")]
    [InlineData(Language.English, "/changes/0/set/acceptedFormats/0", "SIGNED_PDF", "signed PDF")]
    public void A_code_is_a_word_of_the_readers_language(Language language, string pointer, string value, string word) =>
        Assert.Equal(word, Of(language, pointer, value), ignoreCase: true);

    [Fact]
    public void A_record_is_called_as_the_note_calls_it() =>
        Assert.Equal("Legal Cooperation Unit", Of(Language.English, "/changes/0/recordId", "01a2b3c4d5"));

    [Fact]
    public void Hours_are_a_day_and_two_times() => Assert.Equal(
        "lundi 08:30–16:30",
        Of(Language.French, "/changes/0/set/officeHours/0", new JsonObject { ["day"] = "MONDAY", ["from"] = "08:30", ["to"] = "16:30" }));

    [Theory]
    [InlineData(true, "Yes")]
    [InlineData(false, "No")]
    public void What_is_so_or_not_is_yes_or_no(bool value, string word) =>
        Assert.Equal(word, Of(Language.English, "/changes/0/set/outOfHoursReach", value), ignoreCase: true);

    [Fact]
    public void What_belongs_to_one_designation_is_one_line()
    {
        const string At = "/changes/0/authority/designations/0";
        var line = Assert.Single(new ReplyValues(new Labels(Language.English)).Lines(
        [
            new($"{At}/instrument", "UNTOC", "the Palermo Convention", "body", 1), new($"{At}/article", "16", "article 16", "body", 1),
            new($"{At}/matter", "EXTRADITION", "extradition", "body", 1),
        ]));
        Assert.Equal(new Labels(Language.English).Field("designations"), line.Label);
        Assert.Equal(
            new Labels(Language.English).Pair(new(Hub.Register.Records.Instrument.Untoc, "16", Hub.Register.Records.Matter.Extradition)).ToText(false),
            line.Value);
        Assert.Equal("the Palermo Convention … article 16 … extradition", line.Words);
    }

    private static string Of(Language language, string pointer, JsonNode value) =>
        new ReplyValues(new Labels(language)).Of(new(pointer, value, "Legal Cooperation Unit", "body", 0.9));
}
