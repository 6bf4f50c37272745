using Hub.Register.States;

namespace Hub.Pages.Tests.Mails;

public sealed class LongMailTests : MailWriterCase
{
    [Fact]
    public void It_ends_with_the_event_it_reaches_and_how_to_answer()
    {
        var text = Sample.Mail(Language.English, Designated()).Text;
        Assert.Contains("up to number 1 in the log", text);
        Assert.Contains("sent by Directory of competent national authorities", text);
        Assert.Contains("write to directory@hub.example", text);
    }

    [Fact]
    public void After_sixty_changes_the_rest_is_counted_State_by_State()
    {
        var changes = Enumerable.Range(1, 70).Select(i => Designated(i <= 62 ? "XAA" : "SEN", $"Office {i:D3}"));
        var text = Sample.Mail(Language.English, [.. changes]).Text;
        Assert.Contains("Office 060", text);
        Assert.DoesNotContain("Office 061", text);
        Assert.Contains("Arvenia: Changes: 2", text);
        Assert.Contains("Senegal: Changes: 8", text);
    }

    [Fact]
    public void States_stand_in_the_order_of_the_language()
    {
        var text = Sample.Mail(Language.French, Designated("EGY"), Designated("ZAF"), Designated("EST"), Designated("FRA")).Text;
        var names = text.Split('\n').Where(l => l is "Afrique du Sud" or "Égypte" or "Estonie" or "France");
        Assert.Equal(["Afrique du Sud", "Égypte", "Estonie", "France"], names);
    }
}
