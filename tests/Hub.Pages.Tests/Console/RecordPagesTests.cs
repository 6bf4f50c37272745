using System.Collections;
using System.Globalization;
using System.Resources;
using Hub.Delivery.Confirmations;
using Hub.Notices.Access;
using Hub.Notices.Recipients;
using Hub.Pages.Console.Records;
using Hub.Pages.Console.Records.Quality;
using Hub.Pages.Editions;
using Hub.Pages.Site;
using Hub.Pages.Texts;
using Hub.Register.Log;
using Hub.Register.Lookup;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Work.Runner;

namespace Hub.Pages.Tests.Console;

public sealed class RecordPagesTests
{
    private const string Hostile = "<script>alert(1)</script>";
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Each_field_of_a_record_stands_in_one_section() => Assert.Equal(
        AuthorityFacts.Fields.Order(StringComparer.Ordinal),
        RecordSections.All.SelectMany(s => s.Fields).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Records")]
    [InlineData("Numbers")]
    public void English_and_French_have_the_same_texts(string name)
    {
        var texts = new ResourceManager($"Hub.Pages.Console.Texts.{name}", typeof(Labels).Assembly);
        var (english, french) = (Keys(texts, CultureInfo.InvariantCulture), Keys(texts, new CultureInfo("fr")));
        Assert.Equal(english, french);
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.French)]
    public void Everything_that_is_written_in_a_record_stands_as_text_and_no_page_has_a_script_or_a_style_of_its_own(Language language)
    {
        var record = Sample.Authority(Hostile) is var a
            ? a with { Version = 2, Secretariat = new() { ContactPerson = new(Hostile, Hostile), NoteDate = new(2026, 1, 2) } }
            : null!;
        var events = Enum.GetValues<EventType>().Select((t, i) => new RecordEvent(i + 1, t, Now, i + 1, ["phones"], "XAA-1")).ToList();
        var mails = Enum.GetValues<ReportKind>().Select(k => new Attempt("mail", "a", "m", 1, Now, "x", 1) { Report = new("r", k) })
            .Append(new("mail", "a", "m", 1, Now, Attempt.Delivered, 1)).Append(new("mail", "a", "m", 1, Now, "refused", 1));
        var quality = Enum.GetValues<QualityKind>().Where(k => k != QualityKind.Bounced).Select(k => new QualityItem(k, record.Id, "")
        {
            Missing = ["emails", "phones"], Others = ["other"], Pair = new(Instrument.Untoc, "18", Matter.Mla),
        });
        var html = RecordsHtml.Record(Visit(language), new(record, Hostile, RecordStatus.NonConfirmed, events)
        {
            Mails = [.. mails], Quality = [.. quality],
            Editions = [(new DirectoryEvent
            {
                Sequence = 4, Type = EventType.EditionPublished, Time = Now, PreviousHash = "", Facts = new() { Edition = new(2026, 1) },
            }, 1)],
        });

        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/console/notices/new?record=0195-record\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SecretariatRoles.Reviewer, true)]
    [InlineData(SecretariatRoles.Editor, true)]
    [InlineData(SecretariatRoles.Administrator, false)]
    public void A_correction_is_offered_to_those_who_may_enter_one(SecretariatRoles roles, bool isOffered)
    {
        var visit = Visit(Language.English) with { Visitor = new("Clerk", roles) };
        string[] pages =
        [
            RecordsHtml.Record(visit, new(Sample.Authority(), "Arvenia", RecordStatus.Active, [])),
            ConsoleHtml.Notices(visit, new(new() { IsOpen = true }, new(1, 50, 0, "/console/notices"), [], [])),
        ];
        Assert.All(pages, page => Assert.Equal(isOffered, page.Contains("/console/notices/new", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_list_for_spreadsheets_has_no_line_breaks_in_its_cells()
    {
        var record = Sample.Authority("One name");
        var names = new Dictionary<string, string> { ["en"] = "One name", ["fr"] = "Un nom" };
        var several = record with { Restricted = record.Restricted with { AuthorityName = names } };
        var table = System.Text.Encoding.UTF8.GetString(RecordsHtml.Csv([new ListedRecord(several, RecordStatus.Active)]));
        Assert.Contains("\"One name; Un nom\"", table, StringComparison.Ordinal);
        Assert.Equal(3, table.Split('\n').Length);
    }

    [Fact]
    public void Languages_are_named_in_the_readers_own()
    {
        Assert.Equal(
            ["Albanian", "albanais", "Portuguese (pt-BR)", "qxx"],
            [
                LanguageNames.Of("sq", Language.English), LanguageNames.Of("sq", Language.French),
                LanguageNames.Of("pt-BR", Language.English), LanguageNames.Of("qxx", Language.English),
            ]);
    }

    [Fact]
    public void Why_mails_come_back_is_said_in_the_readers_language()
    {
        Assert.Equal("cette boîte n’existe pas", QualityWords.Cause(BounceCause.Of("5.1.1"), new(Language.French)));
        Assert.Equal("it was not delivered", QualityWords.Cause(BounceCause.Of(null), new(Language.English)));
    }

    [Fact]
    public void Before_anybody_is_asked_the_page_says_how_many_mails_go_to_whom_and_to_whom_none()
    {
        var record = Sample.Authority();
        Recipient Office(string id) => new(id, Sample.Arvenia, $"{id}@mission.example", Language.French, $"Office {id}", 0);
        var plan = new AskingPlan(
        [
            new(Office("one"), [record], null, null, false), new(Office("two"), [record], new(2026, 3, 1), null, true),
            new(Office("three"), [record], null, "5.1.1: there is no such mailbox", false),
        ]);

        var html = RecordsHtml.Ask(Visit(Language.English), plan, Sample.States[Sample.Arvenia], []);

        Assert.Contains("Mails that would go now: 1 (Arvenia).", html, StringComparison.Ordinal);
        Assert.Contains("none: already asked today", html, StringComparison.Ordinal);
        Assert.Contains("none: mails to this address come back", html, StringComparison.Ordinal);
        Assert.DoesNotContain("mission.example", html, StringComparison.Ordinal);
    }

    private static Visit Visit(Language language) => new(language, "/console/records", Now)
    {
        Visitor = new("Clerk", SecretariatRoles.All), FormToken = "token",
    };

    private static List<string> Keys(ResourceManager texts, CultureInfo culture) =>
        [
            .. texts.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>()
                .Select(e => (string)e.Key).Order(StringComparer.Ordinal),
        ];
}
