using Hub.Pages.Console.Editor;

namespace Hub.Pages.Tests.Console;

public sealed class EditorKindTests : EditorFormCase
{
    [Fact]
    public void What_was_found_in_a_mail_stands_in_the_fields_of_the_record_that_is_chosen()
    {
        var found = Json("""{"changes":[{"set":{"emails":[{"address":"new@justice.example"}]}}]}""");
        var values = EditorForm.Read(found, 0, null).With("task", "CHANGE_OF_CONTACT").With("recordId", Record.Id);
        var begun = EditorForm.Begun(values, found, 0, Record);
        Assert.Equal(("new@justice.example", "+99915550100"), (begun["record/emails/0/address"], begun["record/phones/0/number"]));
        // What is typed afterwards is not put back.
        var typed = begun.With("record/comments", "typed");
        Assert.Equal("typed", EditorForm.Begun(typed, found, 0, Record)["record/comments"]);
    }

    [Theory]
    [InlineData("WITHDRAWAL", "change/lastDay", "2027-01-31", """{"recordId":"record-1","pairs":[{"instrument":"UNTOC","article":"18","matter":"MLA"}],"lastDay":"2027-01-31"}""")]
    [InlineData("NIL_DECLARATION", "change/article", "16", """{"pair":{"article":"16"}}""")]
    [InlineData("TEMPORARY_MEASURE", "change/text", "Closed", """{"recordId":"record-1","temporaryNotice":{"text":"Closed"}}""")]
    [InlineData("LEGAL_BASIS_DECLARATION", "change/value", "YES", """{"legalBasis":{"value":"YES"}}""")]
    [InlineData("NETWORK_MEMBERSHIP", "change/network", "wacap", """{"membership":{"network":"wacap"}}""")]
    [InlineData("CONFIRMATION_NO_CHANGE", "notice/officialRef", "A/1", """{"recordId":"record-1"}""")]
    public void Each_kind_says_what_its_change_needs(string task, string name, string value, string change)
    {
        var values = Begin(task).With(name, value).With("pairs", "UNTOC|18|MLA\nUNTOC|99|MLA");
        var form = EditorForm.Write(values, [], 0, Record);
        Assert.Equal(task, (string?)form["kind"]);
        Assert.Equal(change, form["changes"]![0]!.ToJsonString());
    }

    [Fact]
    public void A_replacement_brings_the_new_record_and_names_the_one_that_ends()
    {
        var values = Begin("REPLACEMENT").With("replaces", Record.Id).With("lastDay", "2027-01-31")
            .With("record/authorityName/0/key", "en").With("record/authorityName/0/text", "New Office")
            .With("record/designations/0/article", "18").With("record/designations/0/instrument", "UNTOC");
        var form = EditorForm.Write(values, [], 0, null);
        Assert.Equal("CHANGE_OF_DESIGNATION", (string?)form["kind"]);
        Assert.Equal(
            """{"authority":{"authorityName":{"en":"New Office"},"designations":[{"instrument":"UNTOC","article":"18"}]},"replaces":"record-1","lastDay":"2027-01-31"}""",
            form["changes"]![0]!.ToJsonString());
    }
}
