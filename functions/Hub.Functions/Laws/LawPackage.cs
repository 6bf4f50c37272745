using System.Text.Json.Nodes;
using Hub.Delivery.NetworkPages;
using Hub.Register.Laws;
using Hub.Register.Log;
using Hub.Register.States;

namespace Hub.Functions.Laws;

/// <summary>
/// The whole library, for use without a connection: it says until when it holds. Made once for a day and a state of the register, so that
/// whoever has it is told that it is still the same.
/// </summary>
public sealed class LawPackage(LawSearch search, TimeProvider clock)
{
    private const int DaysItHolds = 30;
    private volatile Made? _made;

    /// <summary>The package of a register.</summary>
    internal Page Of(RegisterSnapshot register, IReadOnlyDictionary<string, LinkCheck> checks)
    {
        var (now, sequence) = (clock.GetUtcNow(), register.Head.Sequence);
        var looked = checks.Values.Max(c => c.CheckedOn);
        if (_made is not { } made || made.Sequence != sequence || made.Looked != looked || made.At.UtcDateTime.Date != now.UtcDateTime.Date)
            _made = made = new(sequence, looked, now, Write(register, checks, now));
        return made.Page;
    }

    private Page Write(RegisterSnapshot register, IReadOnlyDictionary<string, LinkCheck> checks, DateTimeOffset now) =>
        new("laws/package", "application/json; charset=utf-8", LawJson.Write(new()
    {
        ["generatedAt"] = Time(now),
        ["expiresAt"] = Time(now.AddDays(DaysItHolds)),
        ["sequence"] = register.Head.Sequence,
        ["laws"] = LawJson.Of(search.Find(register.Laws.Values, new(), Language.English), checks),
    }));

    private static JsonNode Time(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Made(long Sequence, DateTimeOffset? Looked, DateTimeOffset At, Page Page);
}
