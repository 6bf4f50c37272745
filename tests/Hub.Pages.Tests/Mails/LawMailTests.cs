using Hub.Notices.Outbox;
using Hub.Register.Laws;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Tests.Mails;

public sealed class LawMailTests : MailWriterCase
{
    private const string Title = "Loi relative à l'entraide judiciaire";

    [Theory, MemberData(nameof(Languages))]
    public void A_new_law_is_told_with_its_title_its_address_and_the_articles_that_it_carries_out(Language language)
    {
        var mail = Sample.Mail(language, Published(Law()));
        Assert.All([mail.Text, System.Net.WebUtility.HtmlDecode(mail.Html)], text =>
        {
            Assert.Contains(Title, text, StringComparison.Ordinal);
            Assert.Contains("https://laws.arvenia.example/1", text, StringComparison.Ordinal);
            Assert.Contains("18(3)(a)", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Law.", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Of_a_new_version_what_changed_is_told_and_nothing_else()
    {
        var (old, changed) = (Law(), Law() with { Version = 2, Status = LawStatus.Repealed, RepealedBy = LawContent.NoSuccessor });
        var text = Sample.Mail(Language.English, Published(changed, old)).Text;
        Assert.Contains("In force", text, StringComparison.Ordinal);
        Assert.Contains("Repealed", text, StringComparison.Ordinal);
        Assert.DoesNotContain("https://laws.arvenia.example/1", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_Secretariat_found_says_until_when_its_State_can_object()
    {
        var found = Law() with { Source = LawSource.SecretariatFound, FurnishedOn = new(2026, 3, 1) };
        Assert.Contains("31 March 2026", Sample.Mail(Language.English, Published(found)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("object", Sample.Mail(Language.English, Published(Law())).Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Languages))]
    public void A_dead_address_is_told_with_the_law_it_was_of(Language language)
    {
        var links = new RecipientLinks(new("https://hub.example/p"), null, new Dictionary<EditionId, Uri>())
        {
            Dead = [new(Title, "https://laws.arvenia.example/gone")],
        };
        var mail = new MailWriter(Sample.States, Sample.Networks, Sample.Origin).Changes("id", Sample.Recipient(language), [Designated()], links);
        Assert.All([mail.Text, System.Net.WebUtility.HtmlDecode(mail.Html)], text =>
        {
            Assert.Contains(Title, text, StringComparison.Ordinal);
            Assert.Contains("https://laws.arvenia.example/gone", text, StringComparison.Ordinal);
        });
        Assert.DoesNotContain("https://laws.arvenia.example/gone", Sample.Mail(language, Designated()).Text, StringComparison.Ordinal);
    }

    private static Law Law() => new()
    {
        LawId = "law-1", Version = 1, State = new("XAA"), TitleOriginal = Title, Language = "fr", Type = LawType.Act, Status = LawStatus.InForce,
        OfficialUrl = "https://laws.arvenia.example/1", Dates = new(new(2019, 3, 14)),
        Provisions = [new("art. 12", [new(Instrument.Untoc, "18", "3(a)")], Topics: [LawTopic.Mla])],
        Languages = [new("en", LawTextKind.Machine, TranslatedFrom: "fr", By: "a machine")],
    };

    private static DirectoryChange Published(Law law, Law? old = null) => Sample.Change(EventType.LawPublished, facts: new()
    {
        NoticeId = "n", LawId = law.LawId, LawVersion = law.Version, Changed = old is null ? null : Hub.Register.Laws.Law.ChangedFields(old, law),
    }) with { Law = law, LawBefore = old };
}
