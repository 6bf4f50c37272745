using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Hub.EndToEnd.Tests.Running;
using Hub.LocalProcesses;

namespace Hub.EndToEnd.Tests.Delivery;

/// <summary>Personal links: from the mail to the page and back, without a key.</summary>
[Collection(SharedHubCollection.Name)]
public sealed class LinkTests(SharedHub shared)
{
    private const string Late = "late@state.example";
    private const string Form = "application/x-www-form-urlencoded";
    private readonly RunningHub _hub = shared.Hub;

    [Fact]
    public async Task The_link_of_a_mail_opens_what_its_reader_is_told_and_saves_it()
    {
        var link = Link((await FirstMail("linked", "RWA")), "links/");

        var page = (await _hub.Nobody.Get(link)).Expect(200);
        Assert.Contains("no-store", page.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("AT_ONCE", await Cadence("linked"));

        (await _hub.Nobody.PostText(link, "cadence=WEEKLY&matters=MLA&states=SEN&states=GHA", Form)).Expect(200);
        Assert.Equal("WEEKLY", await Cadence("linked"));
        (await _hub.Nobody.PostText(link, "cadence=HOURLY", Form)).Expect(400);
        (await _hub.Nobody.PostText(link, "{}")).Expect(400);
    }

    [Fact]
    public async Task An_authority_confirms_its_record_by_a_notice_that_is_reviewed()
    {
        var record = await _hub.Designate(await _hub.Office("MOZ"), SampleNotices.Designation("MOZ"));
        var address = (string)(await _hub.Secretariat.Get($"api/authorities/{record}")).Expect(200).Json["emails"]![0]!["address"]!;
        var link = Token("CONFIRMATION", $"authority-{record}", address, record, days: 3);
        var head = (await _hub.Events()).Count;

        (await _hub.Nobody.Get(link)).Expect(200);
        Assert.Equal("[]", await Confirmations());
        var pressed = (await _hub.Nobody.PostText(link, "", Form)).Expect(200).Text;
        Assert.Equal(pressed, (await _hub.Nobody.PostText(link, "", Form)).Expect(200).Text);

        Assert.Matches("MOZ-[0-9]{4}-[0-9A-Z]{5}", pressed);
        var id = (await Confirmations()).Trim('[', ']');
        await _hub.Reaches(id, "REVIEW");
        Assert.Equal(head, (await _hub.Events()).Count);
        Assert.Equal("COMMITTED", (await _hub.Approve(id))["status"]);
        Assert.Equal("directory.authority.confirmed", (string)(await _hub.Events())[^1]["type"]!);

        async Task<string> Confirmations()
        {
            var notices = (await _hub.Secretariat.Get("api/notices?state=MOZ")).Expect(200).Json["items"]!.AsArray();
            return $"[{string.Join(',', notices.Where(n => (string)n!["kind"]! == "CONFIRMATION_NO_CHANGE").Select(n => n!["id"]))}]";
        }
    }

    [Fact]
    public async Task A_link_that_is_too_old_offers_a_new_one_once()
    {
        await FirstMail("late", "BDI");
        var link = Token("PREFERENCES", "late", Late, "", days: -1);

        (await _hub.Nobody.Get(link)).Expect(410);
        for (var i = 0; i < 3; i++)
            (await _hub.Nobody.PostText(link, "", Form)).Expect(200);

        await Eventually.True(async () => (await Fresh()).Count > 0, "the fresh link has come");
        var fresh = Link(Assert.Single(await Fresh()), "links/");
        (await _hub.Nobody.Get(fresh)).Expect(200);
        Assert.Equal("AT_ONCE", await Cadence("late"));

        async Task<List<string>> Fresh() => [.. (await _hub.Delivered(Late)).Where(m => !m.Contains("<h2>", StringComparison.Ordinal))];
    }

    [Fact]
    public async Task What_is_forged_or_of_nobody_is_answered_alike()
    {
        var forged = Token("PREFERENCES", "late", Late, "", days: 3)[..^2] + "AA";
        var pages = new List<string>();
        foreach (var link in new[]
        {
            forged, "links/nonsense", Token("PREFERENCES", "nobody", Late, "", days: 3), Token("PREFERENCES", "nobody", Late, "", days: -3),
        })
        {
            pages.Add((await _hub.Nobody.Get(link)).Expect(404).Text);
            pages.Add((await _hub.Nobody.PostText(link, "", Form)).Expect(404).Text);
        }
        Assert.Single(pages.Distinct());
    }

    private async Task<string> FirstMail(string reader, string state)
    {
        (await _hub.Secretariat.Put($"api/subscribers/{reader}", SampleNotices.Object(
            $$"""{ "state": "XAA", "address": "{{reader}}@state.example", "language": "en", "name": "Mission" }"""))).Expect(200);
        await _hub.Approve(
            await _hub.Submit(_hub.Secretariat, SampleNotices.Correction("arin-wa", $"For {reader}", state)),
            await _hub.Reviewer("second reviewer"));
        await Eventually.True(async () => (await _hub.Delivered($"{reader}@state.example")).Count > 0, "the mail has come");
        return (await _hub.Delivered($"{reader}@state.example"))[0];
    }

    private async Task<string> Cadence(string reader) =>
        (string)(await _hub.Secretariat.Get($"api/recipients/{reader}/preferences")).Expect(200).Json["cadence"]!;

    private static string Link(string html, string under) =>
        under + Regex.Match(WebUtility.HtmlDecode(html), $"href=\"[^\"]*/{under}([^\"]+)\"").Groups[1].Value;

    private static string Token(string purpose, string reader, string address, string subject, int days)
    {
        var holder = Base64Url.EncodeToString(Signature($"hub-link-holder-1\n{reader}\n{address.ToUpperInvariant()}\n0").AsSpan(0, 12));
        var said = $"hub-link-2\n{purpose}\n{reader}\n{subject}\n{DateTime.UtcNow.AddDays(days):yyyyMMdd}\n{holder}";
        return $"links/{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(said))}.{Base64Url.EncodeToString(Signature(said))}";
    }

    private static byte[] Signature(string said) =>
        HMACSHA256.HashData(Convert.FromBase64String(SharedHub.LinkKey), Encoding.UTF8.GetBytes(said));
}
