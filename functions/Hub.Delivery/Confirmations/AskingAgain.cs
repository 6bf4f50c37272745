using System.Security.Cryptography;
using System.Text;
using Hub.Notices.Outbox;
using Hub.Notices.Recipients;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Delivery.Confirmations;

/// <summary>A recipient who would be asked once more whether records are right.</summary>
/// <param name="Recipient">The recipient.</param>
/// <param name="Records">The records that its mail names: all that are due, some of them not confirmed for long.</param>
/// <param name="AskedOn">The day it was asked last, UTC; null where it never was.</param>
/// <param name="Stopped">Why no mail goes to its address; null where mails go.</param>
/// <param name="WasAskedToday">Whether it was asked today: it is one mail a day.</param>
public sealed record AskedAgain(
    Recipient Recipient, IReadOnlyList<Authority> Records, DateOnly? AskedOn, string? Stopped, bool WasAskedToday) : Confidential
{
    /// <summary>Whether a mail goes.</summary>
    public bool Goes => Stopped is null && !WasAskedToday;
}

/// <summary>Who would be asked.</summary>
/// <param name="Recipients">Recipients of records that are not confirmed, in the order of their ids.</param>
public sealed record AskingPlan(IReadOnlyList<AskedAgain> Recipients) : Confidential
{
    /// <summary>A mark that changes with who would be asked about what: who says yes has seen it so.</summary>
    public string Mark => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n', Recipients.Where(r => r.Goes).Select(r => $"{r.Recipient.Id} {string.Join(' ', r.Records.Select(a => a.Id))}")))))[..16];

    /// <summary>How many mails go.</summary>
    public int Mails => Recipients.Count(r => r.Goes);
}

/// <summary>Asks, because a person wants it, those who can confirm records that nobody confirmed for long.</summary>
public sealed class AskingAgain(
    RecipientDirectory recipients, IRegisterStore register, IConfirmationRequestStore store, BouncingAddresses bounces, IOutbox outbox,
    TimeProvider clock)
{
    /// <summary>Who would be asked, of one State or of all.</summary>
    public async Task<AskingPlan> Plan(StateCode? state, CancellationToken cancel)
    {
        var snapshot = await register.Read(TimeSpan.FromSeconds(1), cancel);
        var asked = (await store.List(cancel)).ToDictionary(a => a.Recipient, a => a.On);
        var concerned = (await recipients.List(cancel)).Where(r => state is null || r.State == state)
            .Select(r => (Recipient: r, Records: ConfirmableRecords.Of(r, snapshot, Today).Where(IsDue).ToList()))
            .Where(c => c.Records.Exists(a => UpkeepPolicy.IsUnconfirmed(a.Upkeep, Today))).ToList();
        var stopped = await bounces.Stopped(concerned.Select(c => c.Recipient), cancel);
        return new(
        [
            .. from c in concerned.OrderBy(c => c.Recipient.Id, StringComparer.Ordinal)
               let last = asked.TryGetValue(c.Recipient.Id, out var day) ? day : (DateOnly?)null
               select new AskedAgain(c.Recipient, c.Records, last, stopped.GetValueOrDefault(c.Recipient.Id), last == Today),
        ]);
    }

    /// <summary>Asks those of a plan to whom a mail goes; how many.</summary>
    public async Task<int> Ask(AskingPlan plan, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var asked = (await store.List(cancel)).ToDictionary(a => a.Recipient);
        foreach (var (recipient, _, _, _, _) in plan.Recipients.Where(r => r.Goes))
        {
            // The mail first: a crash in between asks again, and it is the same mail.
            await outbox.Add([OutboxMails.Confirmation(recipient.Id, Today, clock.GetUtcNow())], cancel);
            await store.Save(new(recipient.Id, Today) { ETag = asked.GetValueOrDefault(recipient.Id)?.ETag }, cancel);
        }
        return plan.Mails;
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private bool IsDue(Authority record) => UpkeepPolicy.IsDue(record.Upkeep, Today);
}
