using Hub.Register.Log;
using Hub.Register.States;

namespace Hub.Pages.Tests.Mails;

public sealed class EditionMailTests : MailWriterCase
{
    [Theory, MemberData(nameof(Languages))]
    public void An_edition_is_announced_by_its_name_with_what_it_holds_and_the_recipients_own_link(Language language)
    {
        var mail = Sample.Mail(language, Edition());
        Assert.Contains("2026/1", mail.Subject);
        Assert.StartsWith(mail.Subject + "\n", mail.Text);
        Assert.Contains("2026/1", mail.Html.Split("<h1>")[1].Split("</h1>")[0]);
        Assert.All([mail.Html, mail.Text], body => Assert.Contains("https://directory.example/links/edition", body));
        Assert.All(["176", "89"], number => Assert.Contains(number, mail.Text));
    }

    [Fact]
    public void An_edition_and_changes_go_out_in_one_mail_and_only_changes_are_counted()
    {
        var mail = Sample.Mail(Language.English, Designated(), Edition());
        Assert.Equal("Directory of competent national authorities: edition 2026/1", mail.Subject);
        Assert.Contains("Changes: 1. States: 1.", mail.Text);
        Assert.DoesNotContain("Changes:", Sample.Mail(Language.English, Edition()).Text);
    }

    private static DirectoryChange Edition() => new(
        new()
        {
            Sequence = 9, Type = EventType.EditionPublished, Time = default, PreviousHash = "",
            Facts = new() { Edition = Sample.Edition, CutOff = new(2026, 6, 30), Authorities = 176, States = 89 },
        },
        null, null);
}
