using System.Net;
using System.Text.RegularExpressions;
using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Pages.Tests.Mails;

public sealed class MailMarkupTests : MailWriterCase
{
    [Theory, MemberData(nameof(Languages))]
    public void HTML_and_text_tell_the_same_in_every_language(Language language)
    {
        var mail = Sample.Mail(language, [Designated(), Amended(), .. Declarations()]);
        Assert.Contains($"lang=\"{language.Code()}\" dir=\"{(language == Language.Arabic ? "rtl" : "ltr")}\"", mail.Html);
        var body = mail.Html[mail.Html.IndexOf("<body", StringComparison.Ordinal)..];
        // Where a link leads stands in the text itself, and behind the words in HTML.
        Assert.All(["links/preferences", "links/confirmation"], link => Assert.Contains($"href=\"{Sample.Home}{link}\"", body));
        Assert.Equal(
            Letters(Regex.Replace(mail.Text, "https://directory.example/links/.*", "")),
            Letters(WebUtility.HtmlDecode(Regex.Replace(body, "<[^>]+>", ""))));
        Assert.DoesNotContain("{0}", mail.Text);
    }

    [Fact]
    public void An_Arabic_mail_keeps_names_and_numbers_apart_from_its_direction()
    {
        var mail = Sample.Mail(Language.Arabic, Designated());
        Assert.Contains("\u2068+99915550100\u2069", mail.Text);
        Assert.Contains("\u206812 Harbour Road, 1000, Port Arven, Arvenia\u2069", mail.Text);
        Assert.Contains("<bdi>+99915550100</bdi>", mail.Html.Replace("&#x2B;", "+"));
    }

    [Fact]
    public void What_a_State_wrote_can_neither_be_markup_nor_turn_the_text_nor_begin_a_line()
    {
        var mail = Sample.Mail(Language.English, Designated(name: "<script>alert(1)</script>\"'&\u202Egnp.exe\r\n-- \nForged"));
        Assert.DoesNotContain("<script", mail.Html);
        Assert.Contains("&lt;script&gt;", mail.Html);
        Assert.DoesNotContain('\u202E', mail.Text + mail.Html);
        Assert.DoesNotContain("202E", mail.Html);
        Assert.DoesNotContain("\nForged", mail.Text);
    }

    [Fact]
    public void A_mail_fetches_nothing_and_runs_nothing()
    {
        var html = Sample.Mail(Language.English, Designated()).Html;
        Assert.DoesNotMatch("(?i)<script|<img|<link|<iframe|url\\(|@import|src=", html);
    }

    [Fact]
    public void A_mail_with_nothing_to_tell_is_an_error() => Assert.Throws<ArgumentException>(() => Sample.Mail(Language.English));

    // What is left when layout is taken away: the order of words is the same in both.
    private static string Letters(string text) => Regex.Replace(text.Replace("\n-- \n", "\n"), @"[\s:：=*\u2068\u2069]", "");
}
