using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Functions.Tests.Site;
using Hub.Pages.Portal.Events;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;

namespace Hub.Functions.Tests.Portal;

/// <summary>What partners are told, how they check it, and what they may read of the records behind it.</summary>
public sealed partial class EventPagesTests : PortalCase
{
    [Fact]
    public async Task Every_type_of_event_is_listed_with_its_fields_and_one_of_it_though_none_has_happened()
    {
        var page = PageSite.Text(await Open("/partners/events", r => Events.List(r, default)));
        var samples = Sources().Matches(page).Select(m => JsonNode.Parse(WebUtility.HtmlDecode(m.Groups[1].Value))!).ToList();
        foreach (var (type, sample) in Enum.GetValues<EventType>().Zip(samples))
        {
            var promised = EventsPage.Fields(type).Split(", ").ToHashSet();
            Assert.Contains($"href=\"#{EventsPage.Id(type)}\"", page, StringComparison.Ordinal);
            Assert.All(sample["data"]!.AsObject(), field => Assert.Contains(field.Key, promised));
            Assert.Equal(EventExamples.Of(type).ComputeHash(), (string?)sample["hash"]);
        }
        Assert.Contains("made up: there was none of late", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_everybody_may_read_of_a_record_is_its_State_functions_days_and_status_and_no_contact()
    {
        var record = Sample.Authority();
        Register.Put(record);
        var page = PageSite.Text(await Open($"/records/{record.Id}", r => Events.Record(r, record.Id, default)));
        Assert.All([Sample.State.Value, "Mutual legal assistance", "Where it stands", "Last change"], text =>
            Assert.Contains(text, page, StringComparison.OrdinalIgnoreCase));
        Assert.Contains($"href=\"/directory/authorities/{record.Id}\"", page, StringComparison.Ordinal);
        Assert.All(
            [record.Restricted.Phones![0].Number, record.Restricted.Emails![0].Address, record.Restricted.AuthorityName.Values.First()],
            secret => Assert.DoesNotContain(secret, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task How_a_signature_is_checked_stands_in_programs_on_a_page_of_its_own()
    {
        var page = WebUtility.HtmlDecode(PageSite.Text(await Open("/partners/signatures", Events.Signatures)));
        Assert.All(["public static bool IsGenuine(", "def is_genuine(", "export function isGenuine(", "openssl dgst"], text =>
            Assert.Contains(text, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_a_test_event_no_page_says_that_nothing_was_sent()
    {
        var sent = await Send(r => Actions.Test(r, "mine", default));
        Assert.Equal(303, sent.Status);
        var page = PageSite.Text(await Open($"{sent.Headers.Location}", r => Actions.Show(r, "mine", default)));
        Assert.Single(Got);
        Assert.Contains("The test event arrived", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing was sent", page, StringComparison.Ordinal);
        Assert.Contains("test events are not counted", page, StringComparison.Ordinal);
    }

    [GeneratedRegex("<pre[^>]*>(.*?)</pre>", RegexOptions.Singleline)]
    private static partial Regex Sources();
}
