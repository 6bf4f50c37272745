using System.Text.RegularExpressions;
using Hub.Functions.Errors;
using Hub.Functions.Site;
using Hub.LocalProcesses;
using Hub.Notices.Access;

namespace Hub.Functions.Tests.Site;

/// <summary>What forms send: one line where a field has one, and nothing but what the form offers where it offers something.</summary>
public sealed class PostedFormTests
{
    private static readonly string[] Offered = ["do", "step", "via", "kind"];

    [Theory]
    [InlineData("Ministry\r\nBcc: all@justice.example", "Ministry Bcc: all@justice.example")]
    [InlineData("\tA\u2028B\u0085C\n", "A B C")]
    [InlineData("\n \r", null)]
    public async Task A_field_of_one_line_has_one_line(string typed, string? line)
    {
        var form = await Form(("office", typed));
        Assert.Equal(line, form.Text("office"));
        Assert.Equal(string.IsNullOrWhiteSpace(typed) ? null : typed.Trim(), form.Lines("office"));
    }

    [Fact]
    public async Task What_a_form_does_not_offer_is_refused()
    {
        var form = await Form(("do", "zzz"), ("kind", "READER"));
        Assert.Equal((400, 400), (Refused(() => form.Choice("do", "take", "back")), Refused(() => form.Choice<CallerKind>("do"))));
        Assert.Equal(("zzz", null, CallerKind.Reader), (form.Choice("do", "zzz"), form.Choice("step", "zzz"), form.Choice<CallerKind>("kind")));
    }

    /// <summary>Read as a text, a value that no form offers is taken for the one that is written last.</summary>
    [Fact]
    public void With_which_button_a_form_was_sent_is_read_as_one_of_those_that_it_offers()
    {
        var reads = from file in System.IO.Directory.GetFiles(Repository.PathTo("functions", "Hub.Functions"), "*.cs", SearchOption.AllDirectories)
                    where Regex.IsMatch(File.ReadAllText(file), $"Text\\(\"({string.Join('|', Offered)})\"\\)")
                    select Path.GetFileName(file);
        // The editor's buttons name a row too; the kind of a key is asked for beside its field.
        Assert.Equal(["EditorRows.cs", "IssueKeyPages.cs"], reads.Order());
    }

    /// <summary>A field of several lines is read as one: what was typed keeps its paragraphs.</summary>
    [Fact]
    public void Fields_of_several_lines_are_read_with_their_lines()
    {
        var fields = from page in System.IO.Directory.GetFiles(Repository.PathTo("functions", "Hub.Pages"), "*.razor", SearchOption.AllDirectories)
                     from Match field in Regex.Matches(File.ReadAllText(page), "<TextField Name=\"([a-z]+)\"[^>]*? Rows=")
                     select field.Groups[1].Value;
        var names = fields.Except(["lines"]).Distinct().ToList();
        Assert.InRange(names.Count, 5, 50);
        var code = string.Concat(System.IO.Directory.GetFiles(Repository.PathTo("functions", "Hub.Functions"), "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText));
        Assert.All(names, name => Assert.Contains($".Lines(\"{name}\")", code, StringComparison.Ordinal));
    }

    private static int Refused(Action act) => Assert.Throws<ApiException>(act).Status;

    private static Task<PostedForm> Form(params (string, string)[] fields) => PostedForm.Of(PageSite.Post("/any", null, fields));
}
