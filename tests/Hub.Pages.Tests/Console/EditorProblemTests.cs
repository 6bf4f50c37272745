using System.Text.Json.Nodes;
using Hub.Pages.Console.Editor;
using Hub.Pages.Console.Editor.Fields;
using Hub.Register.Problems;
using Hub.Register.States;

namespace Hub.Pages.Tests.Console;

public sealed class EditorProblemTests : EditorFormCase
{
    [Fact]
    public void Of_a_notice_with_several_changes_only_the_one_that_is_corrected_changes()
    {
        var before = Json("""
            {"state":"JEY","kind":"CHANGE_OF_CONTACT","submittedBy":{"office":"Mission","role":"Counsellor"},"noteDate":5,
             "changes":[{"recordId":"other","set":{"comments":"a"}},{"recordId":"record-1","set":{"comments":"b"}}]}
            """);
        var values = EditorForm.Begun(EditorForm.Read(before, 1, Record), before, 1, Record);
        Assert.True(JsonNode.DeepEquals(before, EditorForm.Write(values, before, 1, Record)));
        var form = EditorForm.Write(values.With("record/comments", "c").With("task", "WITHDRAWAL"), before, 1, Record);
        Assert.Equal(("JEY", "CHANGE_OF_CONTACT", "a"), ((string?)form["state"], (string?)form["kind"], (string?)form["changes"]![0]!["set"]!["comments"]));
    }

    [Theory]
    [InlineData("/changes/0/set/phones/1/number", "record/phones/1/number")]
    [InlineData("/changes/0/authority/postalAddress/lines/3", "record/postalAddress/lines")]
    [InlineData("/changes/0/authority/authorityName/fr", "record/authorityName")]
    [InlineData("/changes/0/set/officeHours", "record/officeHours")]
    [InlineData("/changes/0/recordId", "recordId")]
    [InlineData("/changes/0/lastDay", "change/lastDay")]
    [InlineData("/noteDate", "notice/noteDate")]
    [InlineData("/submittedBy/office", "notice/submittedBy/office")]
    [InlineData("/kind", "task")]
    [InlineData("/changes/0/set/nonsense", null)]
    [InlineData("", null)]
    public void A_problem_stands_at_its_field(string pointer, string? name)
    {
        var values = Begin("WITHDRAWAL").With(EditorForm.Begun(Begin("CHANGE_OF_CONTACT"), [], 0, Record)).With("task", "WITHDRAWAL");
        var view = new EditorView(EditorStep.Fields, values, [], Sample.Networks);
        Assert.Equal(name, EditorProblems.Of([Problem.Refuse(ProblemCode.F04, pointer)], view, new(Language.English)).Single().Field);
    }

    [Fact]
    public void Rows_are_numbered_as_they_stand_in_the_form()
    {
        var values = EditorForm.Numbered(EditorValues.Of(
        [
            new("record/phones/2/number", "+1"), new("record/phones/5/number", ""), new("record/phones/9/number", "+2"),
            new("record/phones/x/number", "+3"), new("record/phones/-1/number", "+4"), new("record/phones/99999999999/number", "+5"),
        ]));
        Assert.Equal(("+1", "+2", ""), (values["record/phones/0/number"], values["record/phones/1/number"], values["record/phones/2/number"]));
    }
}
