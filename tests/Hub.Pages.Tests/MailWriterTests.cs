using System.Net;
using System.Text.RegularExpressions;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Tests;

public sealed class MailWriterTests
{
    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    [Fact]
    public void A_mail_about_one_State_names_it_in_its_subject() =>
        Assert.Equal("Changes in the directory of competent authorities: Arvenia", Sample.Mail(Language.English, Designated()).Subject);

    [Theory, MemberData(nameof(Languages))]
    public void A_record_that_cannot_be_told_holds_up_no_mail_and_the_other_changes_are_told(Language language)
    {
        var holed = Sample.Authority() is var a ? a with { Restricted = a.Restricted with { Emails = [null!] } } : null!;
        var mail = Sample.Mail(language, Sample.Change(EventType.AuthorityDesignated, after: holed), Designated("SEN"));
        Assert.Contains("0195-record", mail.Text, StringComparison.Ordinal);
        Assert.Contains("cooperation@justice.example", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mail_holds_no_character_that_a_mail_cannot_carry()
    {
        var record = Sample.Authority("Office\v\u0001\uFFFF\uD800 of Law");
        var mail = Sample.Mail(Language.English, Sample.Change(EventType.AuthorityDesignated, after: record));
        Assert.All([mail.Subject, mail.Html, mail.Text], part =>
        {
            System.Xml.XmlConvert.VerifyXmlChars(part);
            Assert.DoesNotMatch("&#x(B|1|FFFF);|\uFFFF", part);
        });
        Assert.Contains("of Law", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mail_about_several_States_says_how_many() =>
        Assert.EndsWith("(States: 2)", Sample.Mail(Language.English, Designated(), Designated("SEN")).Subject);

    [Theory, MemberData(nameof(Languages))]
    public void An_edition_is_announced_by_its_name_with_what_it_holds_and_the_recipients_own_link(Language language)
    {
        var mail = Sample.Mail(language, Edition());
        Assert.Contains("2026/1", mail.Subject);
        Assert.All([mail.Html, mail.Text], body => Assert.Contains("https://directory.example/links/edition", body));
        Assert.StartsWith(mail.Subject + "\n", mail.Text);
        Assert.Contains("2026/1", mail.Html.Split("<h1>")[1].Split("</h1>")[0]);
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

    [Fact]
    public void A_new_authority_is_told_with_what_a_recipient_needs_to_reach_it()
    {
        var text = Sample.Mail(Language.English, Designated()).Text;
        Assert.Contains("A new authority was designated: Office of International Legal Cooperation.", text);
        Assert.Contains("mutual legal assistance – Organized Crime Convention, article 18; central authority; from 1 April 2025", text);
        Assert.Contains("Telephone: +99915550100; extension 12; office", text);
        Assert.Contains("12 Harbour Road, 1000, Port Arven, Arvenia", text);
        Assert.Contains("Monday; 08:30–16:30", text);
    }

    [Fact]
    public void An_amended_record_tells_old_and_new_contact_data_and_only_the_names_of_other_fields()
    {
        var text = Sample.Mail(Language.English, Amended()).Text;
        Assert.Contains("before: +99915550100; extension 12; office", text);
        Assert.Contains("now: +99915550199; office", text);
        Assert.Contains("now: none", text);
        Assert.Contains("Also changed: Comments", text);
        Assert.DoesNotContain("a secret remark", text);
    }

    [Fact]
    public void An_amendment_whose_record_is_not_at_hand_is_told_from_the_log()
    {
        var full = Amended();
        var text = Sample.Mail(Language.English, full with { Before = null, After = null }).Text;
        Assert.Contains("The entry of 0195-record changed.", text);
        Assert.Contains("Comments, Fax, Telephone", text);
    }

    [Fact]
    public void A_withdrawal_tells_the_last_day()
    {
        var old = Sample.Authority();
        var designation = old.Restricted.Designations[0] with { EffectiveTo = new(2026, 1, 31) };
        var ended = Sample.Change(
            EventType.AuthorityWithdrawn, old, old with { Restricted = old.Restricted with { Designations = [designation] } });
        Assert.Contains("Last day: 31 January 2026", Sample.Mail(Language.English, ended).Text);
    }

    [Theory, MemberData(nameof(Languages))]
    public void Who_is_competent_until_a_day_to_come_is_not_said_to_be_so_no_more(Language language)
    {
        var old = Sample.Authority();
        var ended = Sample.Change(EventType.AuthorityWithdrawn, old, old);
        var today = DateOnly.FromDateTime(ended.Event.Time.UtcDateTime);
        foreach (var (day, stillIs) in new[] { (today.AddDays(-1), false), (today, true), (today.AddYears(1), true) })
        {
            var designation = old.Restricted.Designations[0] with { EffectiveTo = day };
            var told = Sample.Mail(
                language, ended with { After = old with { Restricted = old.Restricted with { Designations = [designation] } } }).Text;
            var labels = new Labels(language);
            var over = labels.Say("EventType.AuthorityWithdrawn", old.Name(language)).ToText(labels.RightToLeft);
            Assert.Equal(!stillIs, told.Contains(over, StringComparison.Ordinal));
            Assert.Contains(labels.Day(day), told, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_temporary_notice_tells_the_new_one_only()
    {
        var old = Noticed(new TemporaryNotice("strike", "closed", new(2026, 1, 5)));
        var relocation = new TemporaryNotice("relocation", "new address soon", new(2026, 2, 1), new(2026, 2, 28));
        var now = Noticed(old.Restricted.TemporaryNotices![0], relocation);
        var text = Sample.Mail(Language.English, Sample.Change(EventType.TemporaryNoticeAnnounced, old, now)).Text;
        Assert.Contains("relocation; 1 February 2026 – 28 February 2026; new address soon", text);
        Assert.DoesNotContain("strike", text);
    }

    [Fact]
    public void Declarations_and_memberships_are_told()
    {
        var text = Sample.Mail(Language.English, Declarations()).Text;
        Assert.Contains("no authority for this: extradition – Organized Crime Convention, article 16.", text);
        Assert.Contains("Declaration: takes the Convention as the legal basis of extradition", text);
        Assert.Contains("Declared on: 4 August 2025", text);
        Assert.Contains(Sample.Networks.All.Single(n => n.Id == "wacap").Name, text);
        Assert.Contains("Validity: from 1 April 2025", text);
    }

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

    private static DirectoryChange Designated(string state = "XAA", string name = "Office of International Legal Cooperation") =>
        Sample.Change(EventType.AuthorityDesignated, after: Sample.Authority(name, state), state: state);

    private static DirectoryChange Amended()
    {
        var old = Sample.Authority();
        return Sample.Change(EventType.AuthorityAmended, old, old with
        {
            Version = 2,
            Restricted = old.Restricted with { Phones = [new("+99915550199")], Fax = null, Comments = "a secret remark" },
        });
    }

    private static Authority Noticed(params TemporaryNotice[] notices)
    {
        var authority = Sample.Authority();
        return authority with { Restricted = authority.Restricted with { TemporaryNotices = notices } };
    }

    private static DirectoryChange[] Declarations() =>
    [
        Sample.Change(EventType.NilDeclared, facts: new() { NoticeId = "n", Pair = new(Instrument.Untoc, "16", Matter.Extradition) }),
        Sample.Change(EventType.LegalBasisDeclared, facts: new()
        {
            NoticeId = "n", LegalBasis = new(Instrument.Untoc, LegalBasisValue.Yes, new(2025, 8, 4)),
        }),
        Sample.Change(EventType.MembershipChanged, facts: new()
        {
            NoticeId = "n", Network = "wacap", Role = MembershipRole.Member, ValidFrom = new(2025, 4, 1),
        }),
    ];

    // What is left when layout is taken away: the order of words is the same in both.
    private static string Letters(string text) => Regex.Replace(text.Replace("\n-- \n", "\n"), @"[\s:：=*\u2068\u2069]", "");

    private static DirectoryChange Edition() => new(
        new()
        {
            Sequence = 9, Type = EventType.EditionPublished, Time = default, PreviousHash = "",
            Facts = new() { Edition = Sample.Edition, CutOff = new(2026, 6, 30), Authorities = 176, States = 89 },
        },
        null, null);
}
