using Hub.Intake.Files.Reading;
using Hub.Notices.Documents;
using Hub.SampleFiles;

namespace Hub.Rules.Tests.Intake.Files.Seen;

public sealed class SeenOpenDocumentTests
{
    private const string Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    [Theory]
    [InlineData(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>+999 1 555 0100</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>Telephone:<text:s text:c=\"2\"/>+999 1 555 0301<text:change/></text:p>",
        "Telephone:  +999 1 555 0301"
    )]
    [InlineData("<text:p>a<office:annotation><text:p>old.box@justice.example?</text:p></office:annotation>b</text:p>", "ab")]
    [InlineData("<text:p>a<text:span text:style-name=\"T1\">+999 1 555 0100</text:span>b</text:p>", "ab")]
    [InlineData("<text:p>a<text:hidden-text>+999 1 555 0100</text:hidden-text>b</text:p>", "ab")]
    [InlineData("<text:section text:display=\"none\"><text:p>gone</text:p></text:section><text:p>ab</text:p>", "ab")]
    [InlineData("<text:p>0301<text:span text:style-name=\"T2\">2</text:span></text:p>", "0301")]
    [InlineData("<text:p>0301<text:span text:style-name=\"T3\"><text:span>12</text:span></text:span>, 4</text:p>", "0301, 4")]
    [InlineData("<text:p>H<text:span text:style-name=\"T4\">2</text:span>O<text:span/>4</text:p>", "H2O4")]
    [InlineData(
        "<text:p>0301<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>by day</text:p></text:note-body></text:note></text:p>",
        "by day\n0301"
    )]
    [InlineData("<text:p>0301<text:span text:style-name=\"T5\">2</text:span></text:p>", "0301")]
    [InlineData("<text:p>030<text:span text:style-name=\"T6\">1</text:span></text:p>", "0301")]
    [InlineData(
        "<text:p>a<text:span text:style-name=\"T2\"><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>+999 1 555</text:p></text:note-body></text:note></text:span></text:p>",
        "+999 1 555\na"
    )]
    public void Of_an_OpenDocument_text_changes_notes_in_the_margin_hidden_text_and_marks_are_not_read(string body, string seen)
    {
        var odt = Package.Odt().Part("content.xml", $"""
            <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="{Text}"><office:automatic-styles><style:style style:family="text" style:name="T1"><style:text-properties style:text-line-through-style="solid"/></style:style><style:style style:family="text" style:name="T2"><style:text-properties style:text-position="super 58%"/></style:style><style:style style:family="text" style:name="T3"><style:text-properties style:text-position="33% 58%"/></style:style><style:style style:family="text" style:name="T4"><style:text-properties style:text-position="-33% 58%"/></style:style><style:style style:family="text" style:name="T5" style:parent-style-name="T2"/><style:style style:family="text" style:name="T6"><style:text-properties style:text-position="5% 100%"/></style:style></office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>
            """.Trim());
        Assert.Equal(seen, Read(DocumentKind.Odt, odt.Bytes()).Trim());
    }

    private static string Read(DocumentKind kind, byte[] bytes) => FileReader.Text(kind, new MemoryStream(bytes)).Text;
}
