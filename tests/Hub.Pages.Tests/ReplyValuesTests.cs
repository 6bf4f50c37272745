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
    [InlineData(Language.English, "/changes/0/set/languagesOfRequests/0", "sw", "sw")]
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

    private static string Of(Language language, string pointer, JsonNode value) =>
        new ReplyValues(new Labels(language)).Of(new(pointer, value, "Legal Cooperation Unit", "body", 0.9));
}
