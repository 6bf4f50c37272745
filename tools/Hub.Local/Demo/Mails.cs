using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Local.Running;
using Hub.Local.Terminal;
using Hub.LocalProcesses;

namespace Hub.Local.Demo;

/// <summary>The mails that readers got.</summary>
internal sealed partial class Mails(Session session)
{
    private const double Fast = 30;
    private const int Shown = 3;
    private const int FirstLetters = 320;
    private const int APart = 30;
    private const string Header = "x-hub-message-id";
    private static readonly TimeSpan FirstWithin = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AllWithin = TimeSpan.FromSeconds(120);
    private int _before;

    public async Task Prepare() => _before = (await All()).Count;

    public async Task Show()
    {
        var fast = session.Ring.Speed >= Fast;
        if (fast)
            await Within(async () => await Behind() == 0, AllWithin);
        else
            await Within(async () => (await All()).Count > _before, FirstWithin + BetweenRounds / session.Ring.Speed);
        var sent = (await All()).Skip(_before).ToList();
        session.Expect(sent.Count > 0, $"{sent.Count} mails went out so far, to {sent.Select(To).Distinct().Count()} readers");
        if (fast)
            session.Expect(await Behind() == 0, "every reader has been told of all that is committed");
        session.Expect(sent.Select(Id).Distinct().Count() == sent.Count, "one each: no mail went twice");
        foreach (var mail in sent.DistinctBy(To).Take(Shown))
            Show(mail);
        if (!fast)
            await Forecast();
        session.Note($"All of them: {session.Ring.Mailbox}");
    }

    private void Show(JsonNode mail)
    {
        session.Screen.Line($"   {session.Screen.In(Colour.Cyan, To(mail))}: {mail["subject"]}");
        var words = Tag().Replace(Hidden().Replace((string)mail["body"]!["content"]!, " "), " ");
        var text = Space().Replace(WebUtility.HtmlDecode(words), " ").Trim();
        session.Note(text.Length <= FirstLetters ? text : $"{text[..FirstLetters]} …");
    }

    private async Task Forecast()
    {
        var missions = (await session.First.Get("api/subscribers")).Required()["items"]!.AsArray().Count;
        var authorities = (await session.Reader.Get("api/authorities?limit=500")).Required()["items"]!.AsArray().Count;
        var minutes = (missions + authorities) / (APart * session.Ring.Speed);
        session.Note(
            $"A mailbox sends {APart} mails a minute (times {session.Ring.Speed:0.#}): "
            + $"the {missions + authorities} readers are through in about {Math.Ceiling(minutes):0} minutes a round.");
    }

    private async Task<long> Behind() => (long)(await RunningHub.Health(session.Ring.Hub))!["eventsBehind"]!["mail"]!;

    private async Task<List<JsonNode>> All() => [.. (await session.Mailbox.GetFromJsonAsync<JsonArray>("control/sent"))!.Select(m => m!)];

    private static string To(JsonNode mail) => mail["to"]![0]!.ToString();

    private static string? Id(JsonNode mail) => (string?)mail["internetMessageHeaders"]?[Header];

    private static Task Within(Func<Task<bool>> condition, TimeSpan time) =>
        Eventually.True(condition, "", time).ContinueWith(_ => { }, TaskScheduler.Default);

    [GeneratedRegex("<(style|head|title)[^>]*>.*?</\\1>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Hidden();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
