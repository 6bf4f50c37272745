using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Hub.Local.Demo.Editions;

/// <summary>Strangers who write while an edition goes out: each is to be told at once that the mail came in.</summary>
internal sealed class Correspondence(Session session, double speed)
{
    // As many as a mailbox keeps places for.
    private static readonly TimeSpan Distance = TimeSpan.FromMinutes(1);
    private readonly Dictionary<string, DateTimeOffset> _written = [];

    /// <summary>How many wrote.</summary>
    public int Written => _written.Count;

    /// <summary>One writes every minute of the mailbox's clock.</summary>
    public async Task Write(CancellationToken cancel)
    {
        for (var n = 1; !cancel.IsCancellationRequested; n++)
        {
            var address = $"clerk@court-{n}.example";
            var mail = new JsonObject
            {
                ["from"] = address, ["to"] = LocalHub.Inbox, ["subject"] = $"Next edition ({session.Run}-{n})",
                ["body"] = "Dear colleagues, when will the next edition of the directory come out? With kind regards",
            };
            (await session.Mailbox.PostAsJsonAsync("control/mail", mail, CancellationToken.None)).EnsureSuccessStatusCode();
            _written[address] = TimeProvider.System.GetUtcNow();
            await Task.Delay(Distance / speed, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>How long each waited for a reply, on the mailbox's clock, which tells whole seconds; the shortest wait first.</summary>
    public IReadOnlyList<TimeSpan> Waits(IEnumerable<SentMail> sent) =>
    [
        .. sent.Where(m => _written.ContainsKey(m.To)).DistinctBy(m => m.To)
            .Select(m => TimeSpan.FromTicks(Math.Max(0, (m.At - _written[m.To]).Ticks)) * speed).Order(),
    ];
}
