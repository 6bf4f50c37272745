using System.Text.Json.Nodes;
using Hub.Pages.Console.Editor;
using Hub.Pages.Console.Editor.Fields;
using Hub.Register.Json;
using Hub.Register.Records;

namespace Hub.Pages.Tests.Console;

/// <summary>Between what stands in the editor and the form of a notice.</summary>
public sealed class EditorFormTests : EditorFormCase
{
    [Fact]
    public void A_record_that_nobody_touched_has_no_difference() =>
        Assert.Equal("{}", Set(Begin("CHANGE_OF_DESIGNATION")).ToJsonString());

    [Fact]
    public void Boxes_that_are_ticked_as_they_were_change_nothing_in_whichever_order_a_page_sends_them()
    {
        var record = Record with { Restricted = Record.Restricted with { AcceptedFormats = [RequestFormat.SignedPdf, RequestFormat.Pdf] } };
        var begun = EditorForm.Begun(
            EditorValues.Empty.With("task", "CHANGE_OF_CONTACT").With("state", "XAA").With("recordId", record.Id), [], 0, record);
        var sent = begun.With("record/acceptedFormats", string.Join('\n', RequestFormat.Pdf.Code(), RequestFormat.SignedPdf.Code()));
        Assert.Equal("{}", EditorForm.Write(sent, [], 0, record)["changes"]![0]!["set"]!.ToJsonString());

        var more = sent.With("record/acceptedFormats", $"{RequestFormat.PaperOriginal.Code()}\n{sent["record/acceptedFormats"]}");
        Assert.Equal(
            [RequestFormat.SignedPdf.Code(), RequestFormat.Pdf.Code(), RequestFormat.PaperOriginal.Code()],
            EditorForm.Write(more, [], 0, record)["changes"]![0]!["set"]!["acceptedFormats"]!.AsArray().Select(f => (string?)f));
    }

    [Fact]
    public void A_correction_keeps_the_order_in_which_the_sender_named_them()
    {
        var before = Json("""
            {"state":"XAA","kind":"NEW_DESIGNATION","changes":[{"authority":{"authorityName":{"en":"a"},"acceptedFormats":["SIGNED_PDF","PDF"]}}]}
            """);
        var values = EditorForm.Read(before, 0, null).With("record/acceptedFormats", "PDF\nSIGNED_PDF");
        Assert.True(JsonNode.DeepEquals(before, EditorForm.Write(values, before, 0, null)));
    }

    [Fact]
    public void What_was_found_of_one_authority_is_not_filled_in_for_another()
    {
        var found = Json("""{"changes":[{"recordId":"other","set":{"emails":[{"address":"new@justice.example"}]}}]}""");
        var values = EditorForm.Read(found, 0, null).With("task", "CHANGE_OF_CONTACT").With("recordId", Record.Id);
        Assert.Equal("a@justice.example", EditorForm.Begun(values, found, 0, Record)["record/emails/0/address"]);
    }

    [Fact]
    public void What_was_found_is_told_from_what_the_record_says_already()
    {
        var found = FoundValues.Of(
            Json("""{"changes":[{"set":{"phones":[{"number":"+99915550777"},{"number":"+99915550100"}]}}]}"""), 0, Record.Form());
        Assert.True(found.Has("record/phones/4/number", "+99915550777"));
        Assert.False(found.Has("record/phones/1/number", "+99915550100"));
    }

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
