using System.Diagnostics;
using System.Text;
using Hub.Intake.Mails;
using Hub.Intake.Mails.Parsing;
using Hub.Rules.Tests.Intake.Mails.Scoring;

namespace Hub.Rules.Tests.Intake.Mails;

public sealed class MailParserTests
{
    // Seconds on an idle machine; a busy one takes many times as long, and only what never ends is what is looked for.
    private static readonly TimeSpan TimeForOne = TimeSpan.FromMinutes(2);

    public static TheoryData<string> Hostile => [.. HostileMails.All.Keys];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Whatever_comes_is_answered_soon_and_within_bounds(string name)
    {
        var mime = HostileMails.All[name];
        var clock = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Corpus.Judge(mime);
        Assert.True(clock.Elapsed < TimeForOne, $"took {clock.Elapsed}");
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated < 600L * 1024 * 1024, $"took {allocated / 1024 / 1024} MB");
    }

    [Theory]
    [InlineData("multipart in multipart, a hundred deep", MailDefect.TooDeep)]
    [InlineData("mail in mail, a hundred deep", MailDefect.TooDeep)]
    [InlineData("ten thousand parts", MailDefect.TooMany)]
    [InlineData("ten thousand headers", MailDefect.TooMany)]
    [InlineData("a header of a megabyte", MailDefect.TooMany)]
    [InlineData("winmail.dat that is none", MailDefect.BadTnef)]
    public void What_is_beyond_a_limit_is_said(string name, MailDefect defect) =>
        Assert.Contains(defect, MailParser.Parse(HostileMails.All[name]).Defects);

    [Fact]
    public void A_mail_too_large_is_known_by_its_headers()
    {
        var mime = new byte[MailParser.MostBytes + 1];
        "From: a@b.example\r\nSubject: Large\r\n\r\n"u8.CopyTo(mime);
        var mail = MailParser.Parse(mime);
        Assert.Equal("Large", mail.Subject);
        Assert.Contains(MailDefect.TooLarge, mail.Defects);
    }

    [Fact]
    public void The_files_in_winmail_dat_are_taken_out_of_it()
    {
        var mail = Parse(HostileMails.Attached("winmail.dat", "application/ms-tnef", Tnef.With("note.txt", "The note itself.")));
        var file = Assert.Single(mail.Files);
        Assert.Equal("note.txt", file.Name);
        Assert.Equal("The note itself.", Encoding.UTF8.GetString(file.Content.Span));
    }

    [Theory]
    [InlineData("<p>One</p><p>Two</p>", "One\n\nTwo")]
    [InlineData("<b>a</b><script>b</script><style>c</style>", "a")]
    [InlineData("<div style='display:none'>a</div>b", "b")]
    [InlineData("<span style=\"font-size:0px\">a</span>b", "b")]
    [InlineData("<span style=\"font-size:0.0em\">a</span>b", "b")]
    [InlineData("<span style=\"font-size:0.9em\">a</span>b", "ab")]
    [InlineData("<span style=\"font-size: 0\">a</span>b", "b")]
    [InlineData("a<blockquote>b<br>c</blockquote>d", "a\n> b\n> c\nd")]
    [InlineData("<table><tr><td>Tel</td><td>1</td></tr></table>", "Tel\t1")]
    [InlineData("<p>a<p>b</div></span>c", "a\nb\nc")]
    [InlineData("&lt;script&gt; &eacute;&#x41;", "<script> éA")]
    public void Of_HTML_its_text_is_read_as_a_person_sees_it(string html, string text) =>
        Assert.Equal(text, Parse($"Content-Type: text/html; charset=utf-8\r\n\r\n{html}").Text.Trim());

    [Theory]
    [InlineData("utf-8", "windows-1252", "réunion à Genève")]
    [InlineData("us-ascii", "utf-8", "réunion à Genève")]
    [InlineData("iso-8859-1", "windows-1251", "Министерство юстиции Республики")]
    [InlineData("koi8-r", "koi8-r", "Министерство юстиции")]
    [InlineData("windows-1256", "windows-1256", "وزارة العدل")]
    [InlineData("gb2312", "gb18030", "司法部国际合作司")]
    [InlineData("no-such-set", "utf-8", "司法部")]
    public void A_text_is_read_in_its_character_set_whatever_the_mail_says(string said, string used, string text)
    {
        var body = Convert.ToBase64String(Encoding.GetEncoding(used).GetBytes(text));
        Assert.Equal(
            text, Parse($"Content-Type: text/plain; charset={said}\r\nContent-Transfer-Encoding: base64\r\n\r\n{body}").Text.Trim());
    }

    [Fact]
    public void What_hides_or_turns_characters_is_taken_out_and_said()
    {
        var mail = Parse("Content-Type: text/plain; charset=utf-8\r\n\r\nA\u202Eb\u200Bc");
        Assert.Equal("Abc", mail.Text.Trim());
        Assert.Contains(MailDefect.HiddenCharacters, mail.Defects);
    }

    [Fact]
    public void Two_alternatives_that_differ_are_said_to_and_the_plain_one_is_read()
    {
        var mail = Parse(
            "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nWhere is the office?\r\n--b\r\n"
            + "Content-Type: text/html\r\n\r\n<p>Pay the fee to this account today.</p>\r\n--b--\r\n");
        Assert.Equal("Where is the office?", mail.Text.Trim());
        Assert.Contains(MailDefect.AlternativesDiffer, mail.Defects);
    }

    [Fact]
    public void The_same_in_plain_and_HTML_is_one_text()
    {
        var mail = Parse(
            "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nWhere is the office?\r\n--b\r\n"
            + "Content-Type: text/html\r\n\r\n<p>Where is <b>the office</b>?</p>\r\n--b--\r\n");
        Assert.Equal("Where is the office?", mail.Text.Trim());
        Assert.Empty(mail.Defects);
    }

    [Fact]
    public void Line_ends_in_a_header_smuggle_nothing()
    {
        var mail = Parse("Subject: =?utf-8?q?a=0D=0ABcc:_x=40y.example?=\r\n\r\nx");
        Assert.Equal("a Bcc: x@y.example", mail.Subject);
        Assert.DoesNotContain(mail.Headers, h => h.Name == "Bcc");
    }

    [Fact]
    public void Logos_in_a_signature_are_no_documents()
    {
        var picture = Convert.ToBase64String(new byte[200]);
        var mail = Parse(
            "Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<img src='cid:1'>\r\n--b\r\n"
            + $"Content-Type: image/png\r\nContent-ID: <1>\r\nContent-Transfer-Encoding: base64\r\n\r\n{picture}\r\n--b--\r\n");
        Assert.Empty(mail.Files);
    }

    private static ParsedMail Parse(string mime) => MailParser.Parse(Encoding.UTF8.GetBytes($"From: a@b.example\r\n{mime}"));
}
