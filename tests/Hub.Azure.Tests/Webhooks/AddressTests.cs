using System.Net;
using Hub.Azure.Webhooks;
using Hub.Delivery.Webhooks;
using Hub.LocalProcesses;
using Hub.Work.Runner;

namespace Hub.Azure.Tests.Webhooks;

/// <summary>Where webhooks may go: each line of addresses.txt, and resolvers that change their minds.</summary>
public sealed class AddressTests
{
    private static readonly IReadOnlyList<string[]> Lines =
        [.. File.ReadLines(Repository.PathTo("tests", "Hub.Azure.Tests", "Webhooks", "addresses.txt"))
            .Where(l => l[0] != '#').Select(l => l.Split(' '))];

    public static TheoryData<bool, string> Addresses => Of(l => l.Length == 2, l => l[1]);

    public static TheoryData<bool, string> Urls => Of(l => l[1] == "url", l => l[2]);

    public static TheoryData<bool, string> Names => Of(l => l[1] == "name", l => string.Join(' ', l[2..]));

    [Fact]
    public void There_are_more_than_two_hundred() => Assert.InRange(Lines.Count, 200, int.MaxValue);

    [Theory, MemberData(nameof(Addresses))]
    public void An_address_is_open_or_closed(bool open, string address) =>
        Assert.Equal(open, PublicAddress.IsPublic(IPAddress.Parse(address)));

    [Theory, MemberData(nameof(Addresses))]
    public async Task A_closed_address_is_not_connected_to(bool open, string address)
    {
        // What is open would be connected to in earnest.
        if (!open)
            Assert.Contains("not of the public Internet", (await Post("partner.example", address))!.Reason, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Urls))]
    public void A_webhooks_address_is_taken_or_refused_however_it_is_written(bool open, string url) =>
        Assert.Equal(open, WebhookAddress.Problem(url, allowLoopback: false) is null);

    [Theory, MemberData(nameof(Names))]
    public async Task A_name_of_a_closed_address_is_not_connected_to(bool open, string line)
    {
        var parts = line.Split('=');
        Assert.False(open);
        Assert.Contains("not of the public Internet", (await Post(parts[0].Trim(), parts[1].Trim()))!.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:7082/hooks/x")]
    [InlineData("http://localhost:7082/hooks/x")]
    [InlineData("https://[::1]/hook")]
    public void In_development_this_machine_is_allowed_and_nothing_else_behind_the_walls(string url)
    {
        Assert.Null(WebhookAddress.Problem(url, allowLoopback: true));
        Assert.NotNull(WebhookAddress.Problem(url, allowLoopback: false));
        Assert.NotNull(WebhookAddress.Problem("https://10.0.0.1/", allowLoopback: true));
        Assert.NotNull(WebhookAddress.Problem("http://partner.example/", allowLoopback: true));
    }

    [Fact]
    public async Task The_address_that_was_checked_is_connected_to_and_nobody_is_asked_again()
    {
        await using var receiver = await Receiver.Start(204);
        var asked = 0;
        using var http = WebhookHttp.Create(true, new LoggedNetwork(_ => [++asked == 1 ? "127.0.0.1" : "10.0.0.1"]));
        Assert.Null(await Post(http, $"http://rebinding.example:{receiver.Port}/hook"));
        Assert.Equal((1, 1), (asked, receiver.Requests));
    }

    [Fact]
    public async Task Every_new_connection_is_checked_again()
    {
        await using var receiver = await Receiver.Start(http =>
        {
            http.Response.Headers.Connection = "close";
            return Task.CompletedTask;
        });
        var asked = 0;
        using var http = WebhookHttp.Create(true, new LoggedNetwork(_ => [++asked == 1 ? "127.0.0.1" : "169.254.169.254"]));
        var url = $"http://rebinding.example:{receiver.Port}/hook";
        Assert.Null(await Post(http, url));
        Assert.Contains("not of the public Internet", (await Post(http, url))!.Reason, StringComparison.Ordinal);
        Assert.Equal((2, 1), (asked, receiver.Requests));
    }

    private static async Task<Step.Failed?> Post(string host, string addresses)
    {
        var network = new LoggedNetwork(_ => addresses.Split(',', StringSplitOptions.RemoveEmptyEntries));
        using var http = WebhookHttp.Create(allowLoopback: false, network);
        var failed = await Post(http, $"https://{host}/hook");
        Assert.Empty(network.Connected);
        return failed;
    }

    private static Task<Step.Failed?> Post(HttpClient http, string url) => new HttpWebhookSender(http).Post(
        new(url, "evt-000000000001", Receiver.Now, "v1,a", "sha-256=:AAAA:", "hub=()", "hub=:AAAA:", "{}"u8.ToArray()), default);

    private static TheoryData<bool, string> Of(Func<string[], bool> which, Func<string[], string> text)
    {
        var data = new TheoryData<bool, string>();
        foreach (var line in Lines.Where(which))
            data.Add(line[0] == "open", text(line));
        return data;
    }
}
