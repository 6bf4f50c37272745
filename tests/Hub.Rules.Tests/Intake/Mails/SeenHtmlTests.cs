using System.Text;
using Hub.Intake.Mails;
using Hub.Intake.Mails.Classification;
using Hub.Intake.Mails.Kinds;
using Hub.Intake.Mails.Parsing;
using Hub.Intake.Mails.Senders;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Intake.Mails;

/// <summary>Of a page in a mail, the hub reads what a person sees of it; where it cannot tell, a person reads it.</summary>
public sealed class SeenHtmlTests
{
    private const string Mission = "vienna@mfa.example";

    private static readonly Correspondents Known = new(
        ["mx.hub.example"], ["hub.example"], ["directory@hub.example"],
        [new(Sample.State, OfficeRole.Mission, "Permanent Mission of Arvenia", [Mission], [])]);

    [Theory]
    [InlineData("<style>.x{display:none}</style>6<span class=\"x\">9</span>015")]
    [InlineData("6<span class=\"a x\">9</span>015<style>/* */ span.x, b { color: red; DISPLAY : None !important }</style>")]
    [InlineData("<style>#x{visibility:hidden}</style>6<span id=\"x\">9</span>015")]
    [InlineData("<style><!-- * { } @media screen { i { opacity: 0.0 } } --></style>6<i>9</i>015")]
    [InlineData("6<span style=\"color:#fff\">9</span>015")]
    [InlineData("6<font color=\"white\">9</font>015")]
    [InlineData("6<span style=\"color:rgba(0,0,0,0.02)\">9</span>015")]
    [InlineData(
        "<div style=\"background:#123456\"><span style=\"color:white\">6</span><span style=\"color:#123457\">9</span><span style=\"color:white\">015</span></div>"
    )]
    [InlineData("6<span style=\"position:absolute;left:-9999px\">9</span>015")]
    [InlineData("6<span style=\"display:inline-block;text-indent:-999em\">9</span>015")]
    [InlineData("6<span style=\"font-size:0.1px\">9</span>015")]
    [InlineData("6<span style=\"font-size:0\">9</span>015")]
    [InlineData("6<span style=\"font:1px/1px serif\">9</span>015")]
    [InlineData("6<span style=\"max-height:0;overflow:hidden\">9</span>015")]
    [InlineData("6<span style=\"clip-path:inset(100%)\">9</span>015")]
    [InlineData("6<span style=\"transform:scale(0)\">9</span>015")]
    [InlineData("6<span style=\"opacity:0\">9</span>015")]
    [InlineData("6<span style=\"visibility:hidden\">9</span>015")]
    [InlineData("6<span style=\"display/**/:none\">9</span>015")]
    [InlineData("6<span hidden>9</span>015")]
    [InlineData("6<span style=\"display:none\"/>9</span>015")]
    [InlineData("6<s>9</s>015")]
    [InlineData("6015<sup>9</sup>")]
    [InlineData("6015<span style=\"vertical-align:super\">9</span> ")]
    [InlineData("69\u03360\u033615 6015")]
    [InlineData("6015\u2079")]
    public void What_nobody_sees_is_not_read(string html)
    {
        var mail = Parse(html);
        Assert.DoesNotContain("9", mail.Text, StringComparison.Ordinal);
        Assert.Contains("015", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "<style>p.MsoNormal, li.MsoNormal {margin:0cm; font-size:11.0pt; font-family:\"\\5B8B\",serif} a:link, span.H {color:#0563C1; text-decoration:underline} @page W {size:612.0pt} v\\:* {behavior:url(#default#VML)} @font-face {font-family:Calibri}</style><body bgcolor=white lang=EN><p class=\"MsoNormal\">69015</p>"
    )]
    [InlineData("<table bgcolor=\"#003366\"><tr><td style=\"color:white\">69015</td></tr></table>")]
    [InlineData("<td style=\"font-size:0\"><span style=\"font-size:14px\">69015</span></td>")]
    [InlineData("<span style=\"margin-left:-5.4pt;text-indent:-18.0pt;position:relative;top:-1pt\">69015</span>")]
    [InlineData("<p style=\"color:#1F497D;background:white\">69015<br>")]
    [InlineData("<html><head><title>x</title><body>69015")]
    [InlineData("<p style=\"display:none\">x<p>69015")]
    [InlineData("<div dir=\"rtl\">هاتف 69015</div>")]
    [InlineData("\u202D69015\u202C")]
    [InlineData("<style>@media (max-width:480px) {.m{display:none}}</style>69015")]
    public void What_programs_write_as_a_matter_of_course_is_read(string html)
    {
        var mail = Parse(html);
        Assert.Contains("69015", mail.Text, StringComparison.Ordinal);
        Assert.Equal(MailKind.Notice, Judge(html).Kind);
        Assert.NotEmpty(Judge(html).Notices.Single().Proposals);
    }

    [Theory]
    [InlineData("<style>p > .x{display:none}</style>6<span class=\"x\">9</span>015")]
    [InlineData("<style>td span:nth-child(2){color:#fefefe}</style>6<span>9</span>015")]
    [InlineData("<style>.x::after{content:\"9\"}</style>6<span class=\"x\"></span>015")]
    [InlineData("<style>.x{display:none} div .x{display:inline}</style>6<span class=\"x\">9</span>015")]
    [InlineData("<style>@media print {.x{display:none}}</style>6<span class=\"x\">9</span>015")]
    [InlineData("6<span style=\"max-height:0\">9</span>015")]
    [InlineData("6<span style=\"clip-path:polygon(0 0,0 0,0 0)\">9</span>015")]
    [InlineData("6<span style=\"color:hsl(0,0%,100%)\">9</span>015")]
    [InlineData("6<span style=\"dis\\70lay:none\">9</span>015")]
    [InlineData("6<span style=\"float:right\">9</span>015")]
    [InlineData("<bdo dir=\"rtl\">51096</bdo>")]
    [InlineData("<span style=\"unicode-bidi:bidi-override;direction:rtl\">51096</span>")]
    [InlineData("\u202E51096\u202C")]
    [InlineData("\u206790 15\u2069")]
    [InlineData("6<sup>9</sup>015")]
    [InlineData("<details>69015</details>")]
    public void What_nobody_can_tell_is_for_a_person(string html)
    {
        var verdict = Judge(html);
        Assert.Equal(MailKind.Other, verdict.Kind);
        Assert.Empty(verdict.Notices);
    }

    [Fact]
    public void A_text_without_HTML_whose_signs_are_turned_round_is_for_a_person() =>
        Assert.Equal(MailKind.Other, Verdict(MailParser.Parse(Mime("text/plain", Note("\u202E51096\u202C")))).Kind);

    [Fact]
    public void Style_sheets_without_end_take_no_time_without_end()
    {
        var css = string.Concat(Enumerable.Range(0, 5000).Select(i => $"*{{left:{i % 9}px}}\n.a{i}{{}}\n"));
        var mail = Parse($"<style>\n{css}</style>\n{string.Concat(Enumerable.Repeat("<b class='a1 a2 a3'>x</b>\n", 50_000))}");
        Assert.Contains(MailDefect.UnsureText, mail.Defects);
    }

    private static ParsedMail Parse(string html) => MailParser.Parse(Mime("text/html", html));

    private static MailVerdict Judge(string html) => Verdict(MailParser.Parse(Mime("text/html", Note(html))));

    private static MailVerdict Verdict(ParsedMail mail) => Judging.Of(mail, Known, RegisterSnapshot.Empty);

    private static string Note(string html) =>
        "The Permanent Mission of Arvenia presents its compliments to the Office and has the honour to inform it of a new telephone number. "
        + $"Ref. PMV/114/2025 {html}";

    private static byte[] Mime(string type, string body) => Encoding.UTF8.GetBytes(
        $"""
        Authentication-Results: mx.hub.example; dmarc=pass header.from=mfa.example
        From: Permanent Mission <{Mission}>
        To: directory@hub.example
        Subject: Telephone
        Message-ID: <1@mfa.example>
        Content-Type: {type}; charset=utf-8

        {body}
        """.ReplaceLineEndings("\r\n"));
}
