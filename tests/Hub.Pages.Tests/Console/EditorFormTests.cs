using System.Text.Json.Nodes;
using Hub.Pages.Console.Editor;
using Hub.Pages.Console.Editor.Fields;

namespace Hub.Pages.Tests.Console;

/// <summary>Between what stands in the editor and the form of a notice.</summary>
public sealed class EditorFormTests : EditorFormCase
{
    [Fact]
    public void A_record_that_nobody_touched_has_no_difference() =>
        Assert.Equal("{}", Set(Begin("CHANGE_OF_DESIGNATION")).ToJsonString());

    [Fact]
    public void Only_what_differs_is_sent()
    {
        var set = Set(Begin("CHANGE_OF_CONTACT").With("record/comments", "New").With("record/postalAddress/postcode", ""));
        Assert.Equal("""{"comments":"New","postalAddress":{"postcode":null}}""", Ordered(set));
    }

    [Fact]
    public void A_list_of_which_a_row_changes_is_sent_whole_and_an_empty_row_is_none()
    {
        var set = Set(Begin("CHANGE_OF_CONTACT").With("record/phones/7/number", "+99915550199").With("record/phones/3/purpose", "OFFICE"));
        Assert.Equal(
            ["+99915550100", "+99915550101", "+99915550190", "+99915550199"], set["phones"]!.AsArray().Select(p => (string?)p!["number"]));
    }

    [Fact]
    public void What_readers_do_not_see_of_a_record_goes_along_where_its_list_changes_and_not_otherwise()
    {
        Assert.DoesNotContain("phones", Set(Begin("CHANGE_OF_CONTACT").With("record/comments", "x")).Select(f => f.Key));
        var set = Set(Begin("CHANGE_OF_CONTACT").With("record/contactPerson/office", "Head"));
        Assert.Equal(("A. Person", "Head"), ((string?)set["contactPerson"]!["name"], (string?)set["contactPerson"]!["office"]));
    }

    private static JsonObject Set(EditorValues values) =>
        (JsonObject)EditorForm.Write(EditorForm.Numbered(values), [], 0, Record)["changes"]![0]!["set"]!;

    private static string Ordered(JsonObject json) =>
        new JsonObject(json.OrderBy(f => f.Key).Select(f => KeyValuePair.Create(f.Key, f.Value?.DeepClone()))).ToJsonString();
}
