using System.Text.Json.Nodes;
using Hub.Local.Demo;

namespace Hub.Local.Tests;

/// <summary>A note with the words marked that something was read from.</summary>
public sealed class MarkedNoteTests
{
    private const string Text = "The Unit has a new number: +999 1 555 0102.";

    [Fact]
    public void The_words_are_marked_and_what_was_read_stands_below()
    {
        var lines = Lines(Word("/changes/0/set/phones/0/number", "+99915550102", 27, 42), Word("/kind", "CHANGE_OF_CONTACT", 4, 8));
        Assert.Equal("The <Unit>[1] has a new number: <+999 1 555 0102>[2].", lines[0].Trim());
        Assert.Equal("[1] kind CHANGE_OF_CONTACT", lines[1].Trim());
        Assert.Equal("[2] phones number +99915550102", lines[2].Trim());
    }

    [Fact]
    public void What_stands_within_another_stretch_or_nowhere_in_the_text_has_no_mark_of_its_own()
    {
        var lines = Lines(Word("/a", "1", 4, 19), Word("/b", "2", 8, 12), Word("/c", "3", 30, 900));
        Assert.Equal("The <Unit has a new >[1]number: +999 1 555 0102.", lines[0].Trim());
        Assert.Equal(4, lines.Count);
    }

    [Fact]
    public void A_record_is_called_by_its_name()
    {
        var word = Word("/changes/0/recordId", "01a22c", 4, 8);
        word["words"] = "Unit";
        Assert.Equal("[1] of the record Unit", Lines(word)[1].Trim());
    }

    [Fact]
    public void A_note_of_which_nothing_was_read_is_shown_as_it_is() => Assert.Equal([Text], Lines().Select(l => l.Trim()));

    private static List<string> Lines(params JsonNode[] words) => [.. MarkedNote.Lines(Text, [.. words], w => $"<{w}>")];

    private static JsonObject Word(string pointer, string value, int start, int end) => new()
    {
        ["pointer"] = pointer, ["value"] = value, ["where"] = "body", ["start"] = start, ["end"] = end,
    };
}
