using System.Net;
using System.Text.RegularExpressions;
using Hub.EndToEnd.Tests.Console;
using Hub.EndToEnd.Tests.Running;

namespace Hub.EndToEnd.Tests.Canaries;

/// <summary>What an office or a partner sees after signing in by mail: every page that its own pages lead to.</summary>
internal sealed partial class SignedInPlaces(RunningHub hub) : IDisposable
{
    private const int MostPages = 80;
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = true }) { BaseAddress = hub.Local.Address };

    /// <summary>
    /// What a mission sees of its State's records and notices, and another State's mission and a partner, who see nothing of them: each
    /// page with the State that it is shown for, and whose business may stand on it.
    /// </summary>
    public static async Task<IReadOnlyList<(SeenPage Page, string State, Seen Seen)>> All(
        RunningHub hub, CanaryYear year, Cage cage, string record)
    {
        var all = new List<(SeenPage, string, Seen)>();
        foreach (var (address, home, state, seen) in new[]
        {
            (year.Mission(CanaryYear.ByApi), "/office", CanaryYear.ByApi, Seen.Directory | Seen.Notice | Seen.Recipient | Seen.KeyHolder),
            (year.Mission(CanaryYear.Onlooker), "/office", CanaryYear.Onlooker, Seen.Recipient),
            (year.Partner, "/partners", "XAA", Seen.Recipient),
        })
        {
            using var places = new SignedInPlaces(hub);
            await places.SignIn(address, home);
            var pages = await places.Below(home, $"/records/{record}");
            // What is looked for must be there to be found.
            Assert.Equal(
                state == CanaryYear.ByApi,
                pages.Any(p => cage.All.Any(c => c is { State: CanaryYear.ByApi, Seen: Seen.Directory } && c.StandsIn(new(p.Text)))));
            Assert.Contains(pages, p => p.Address.StartsWith($"{home}/", StringComparison.Ordinal));
            all.AddRange(pages.Select(p => (p, state, seen)));
        }
        return all;
    }

    private async Task SignIn(string address, string home)
    {
        await Send(await Page(home), "/sign-in/mail", ("address", address));
        var code = (await hub.SignInMail(address)).Code;
        await Send(await Page("/sign-in/code"), "/sign-in/code", ("code", code));
    }

    private async Task<IReadOnlyList<SeenPage>> Below(string home, string record)
    {
        var (pages, queue, seen) = (new List<SeenPage>(), new Queue<string>([home, record]), new HashSet<string> { home, record });
        while (queue.TryDequeue(out var path) && pages.Count < MostPages)
        {
            using var response = await _http.GetAsync(path);
            var html = await response.Content.ReadAsStringAsync();
            Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode}");
            pages.Add(new(path, Title().Match(html).Groups[1].Value, response.Headers.CacheControl?.NoStore == true, html));
            foreach (var link in Links().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)))
                if (link.StartsWith(home, StringComparison.Ordinal) && !link.Contains("/form/", StringComparison.Ordinal) && seen.Add(link))
                    queue.Enqueue(link);
        }
        return pages;
    }

    public void Dispose() => _http.Dispose();

    private async Task<string> Page(string path) => await _http.GetStringAsync(path);

    private async Task Send(string page, string path, (string Name, string Value) typed)
    {
        var form = Forms().Matches(page).Select(m => m.Value).First(f => f.Contains($"action=\"{path}\"", StringComparison.Ordinal));
        var fields = Hidden().Matches(form).Select(m => KeyValuePair.Create(m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)))
            .Append(KeyValuePair.Create(typed.Name, typed.Value));
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Origin", hub.Local.Address.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var response = await _http.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode}");
    }

    [GeneratedRegex("<title>(.*?)</title>", RegexOptions.Singleline)]
    private static partial Regex Title();

    [GeneratedRegex("href=\"(/[^\"#?]*)\"")]
    private static partial Regex Links();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}

/// <summary>A page that somebody saw.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Title">Its title.</param>
/// <param name="IsUnkept">Whether nothing on the way may keep it.</param>
/// <param name="Text">All of it.</param>
internal sealed record SeenPage(string Address, string Title, bool IsUnkept, string Text);
