using System.Net;
using System.Text.RegularExpressions;
using Hub.Notices.Outbox;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Tests;

public sealed class ConfirmationMailTests
{
    private static readonly RecordToConfirm[] Asked =
    [
        new(Record("Parquet <b>g</b>énéral"), new(2025, 1, 2), new(2026, 4, 2), new("https://hub.example/links/one")),
        new(Record("مكتب التعاون"), new(2025, 1, 3), new(2026, 4, 3), new("https://hub.example/links/two")),
    ];

    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    [Theory, MemberData(nameof(Languages))]
    public void It_names_each_record_once_with_its_days_and_its_link_in_the_readers_language(Language language)
    {
        var (mail, labels) = (Mail(language), new Labels(language));
        Assert.StartsWith(
            $"<!DOCTYPE html>\n<html lang=\"{language.Code()}\" dir=\"{language.Direction()}\">",
            mail.Html.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal(labels["Upkeep.Subject"], mail.Subject);
        var html = WebUtility.HtmlDecode(mail.Html);
        foreach (var record in Asked)
        {
            Assert.Single(Regex.Matches(html, $"<h2><bdi>{Regex.Escape(record.Record.Name(language))}</bdi></h2>"));
            Assert.Single(Regex.Matches(mail.Html, $"href=\"{record.Link}\""));
            Assert.Contains(labels.Day(record.UnconfirmedFrom), html, StringComparison.Ordinal);
            Assert.Contains($"{record.Link}\n", mail.Text, StringComparison.Ordinal);
            Assert.All([html, mail.Text], text => Assert.Contains("12 Harbour Road", text, StringComparison.Ordinal));
            Assert.All([html, mail.Text], text => Assert.Contains("cooperation@justice.example", text, StringComparison.Ordinal));
        }
        Assert.DoesNotContain("<b>", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("{0}", mail.Html, StringComparison.Ordinal);
    }

    private static Authority Record(string name) => Sample.Authority(name);

    private static MailMessage Mail(Language language) =>
        new MailWriter(Sample.States, Sample.Networks, new("directory@hub.example"))
            .Confirmation("m:confirmation-1", new("m", new("XAA"), "mission@state.example", language, "Mission", 0), Asked);
}
