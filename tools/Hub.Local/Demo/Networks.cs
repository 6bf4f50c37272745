using Hub.Local.Demo.Inputs;
using Hub.LocalProcesses;

namespace Hub.Local.Demo;

/// <summary>The public page of a network, before and after.</summary>
internal sealed class Networks(Session session)
{
    public const string Network = "wacap";

    private static readonly TimeSpan ShownWithin = TimeSpan.FromSeconds(15);

    /// <summary>The role the State does not have now: each run shows a change.</summary>
    public async Task<string> NextRole() => await Role() == "OBSERVER" ? "MEMBER" : "OBSERVER";

    /// <summary>Whether the page shows what the register has.</summary>
    public async Task Show(string role)
    {
        using var http = new HttpClient { BaseAddress = session.Ring.Hub };
        var page = $"networks/en/{Network}.html";
        await Eventually.True(async () => await Role() == role, "", ShownWithin).ContinueWith(_ => { }, TaskScheduler.Default);
        session.Expect(await Role() == role, $"{session.Ring.Hub}api/networks/{Network} tells the new role ({role})");
        using var answer = await http.GetAsync(new Uri(page, UriKind.Relative));
        session.Expect(
            (await answer.Content.ReadAsStringAsync()).Contains("Arvenia", StringComparison.Ordinal),
            $"{session.Ring.Hub}{page} shows Arvenia");
    }

    public async Task<string?> Role()
    {
        var answer = await session.Reader.Get($"api/states/{Forms.State}/networks");
        return answer.IsSuccess
            ? (string?)answer.Required()["networks"]!.AsArray().FirstOrDefault(m => (string?)m!["network"] == Network)?["role"]
            : null;
    }
}
