using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Hub.Simulators.Control;
using Hub.Simulators.Mailbox.Store;

namespace Hub.Simulators.Mailbox.Transport;

/// <summary>What comes back from an address.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BounceKind>))]
public enum BounceKind
{
    Failed,
    Delayed,
    Delivered,
    AutoReply,
}

/// <summary>Addresses from which something comes back: <c>*@closed.example</c>, where * is anything.</summary>
public sealed record BounceRule(string Address)
{
    public BounceKind Kind { get; init; } = BounceKind.Failed;

    /// <summary>Enhanced status code (RFC 3463).</summary>
    public string Status { get; init; } = "5.1.10";

    /// <summary>How many mails it answers; null for all.</summary>
    public int? Count { get; init; }
}

/// <summary>Answers mails as other servers do, into the inbox of their sender.</summary>
public sealed class Bounces(MailStore store, TimeProvider time)
{
    private readonly List<(BounceRule Rule, Regex Address, int? Left)> _rules = [];

    public void Map(WebApplication app)
    {
        app.MapPost("/control/bounces", (BounceRule rule) =>
        {
            Add(rule);
            return Results.Json(rule, Json.Web, statusCode: 201);
        });
        app.MapDelete("/control/bounces", () =>
        {
            Clear();
            return Results.NoContent();
        });
    }

    public void Add(BounceRule rule)
    {
        var address = new Regex(
            $"^{Regex.Escape(rule.Address).Replace(@"\*", ".*", StringComparison.Ordinal)}$", RegexOptions.IgnoreCase,
            TimeSpan.FromSeconds(1));
        lock (_rules)
            _rules.Add((rule, address, rule.Count));
    }

    public void Clear()
    {
        lock (_rules)
            _rules.Clear();
    }

    /// <summary>Answers a mail where a rule says so; true where it does not reach its recipient.</summary>
    public bool Answer(MailMessage sent, string recipient)
    {
        if (Take(recipient) is not { } rule)
            return false;
        var answer = BounceReport.Of(rule, sent, recipient, time.GetUtcNow());
        store.Add(sent.Mailbox.ToLowerInvariant(), MailFolder.Inbox, answer);
        return rule.Kind == BounceKind.Failed;
    }

    private BounceRule? Take(string recipient)
    {
        lock (_rules)
        {
            var found = _rules.FindIndex(r => r.Left != 0 && r.Address.IsMatch(recipient));
            if (found < 0)
                return null;
            _rules[found] = (_rules[found].Rule, _rules[found].Address, _rules[found].Left - 1);
            return _rules[found].Rule;
        }
    }
}
