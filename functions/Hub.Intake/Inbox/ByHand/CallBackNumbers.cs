using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Intake.Inbox.ByHand;

/// <summary>A number that the directory had before a mail came.</summary>
/// <param name="Record">The record that has it.</param>
/// <param name="Phone">The number.</param>
/// <param name="Since">Since when at least the directory has it, UTC.</param>
/// <param name="IsStill">Whether the directory has it now, of a record that is not withdrawn.</param>
public sealed record CallBackNumber(Authority Record, Phone Phone, DateTimeOffset Since, bool IsStill) : Confidential;

/// <summary>
/// The numbers at which whoever is said to have written a mail can be called back: those that the directory had before it came, never one
/// that the mail itself may have brought.
/// </summary>
public sealed class CallBackNumbers(IRegisterStore register)
{
    private const int MostVersions = 20;

    /// <summary>The numbers of a State's authorities, those first that have stood longest.</summary>
    public async Task<IReadOnlyList<CallBackNumber>> Of(StateCode state, DateTimeOffset before, CancellationToken cancel)
    {
        var snapshot = await register.Read(TimeSpan.FromSeconds(1), cancel);
        var found = new List<CallBackNumber>();
        foreach (var record in snapshot.Of(state))
            found.AddRange(Numbers(record, await Versions(record, cancel), before));
        return [.. found.OrderBy(n => n.Since)];
    }

    private async Task<IReadOnlyList<Authority>> Versions(Authority present, CancellationToken cancel)
    {
        var versions = new List<Authority> { present };
        for (var v = present.Version - 1; v >= 1 && versions.Count < MostVersions; v--)
            if (await register.ReadVersion(present.Id, v, cancel) is { } earlier)
                versions.Add(earlier);
        return versions;
    }

    // From the version that stood when the mail came back to the first that had the number as well.
    private static IEnumerable<CallBackNumber> Numbers(Authority present, IReadOnlyList<Authority> versions, DateTimeOffset before)
    {
        // Nobody answers for a State at the number of a withdrawn record.
        var day = DateOnly.FromDateTime(before.UtcDateTime);
        var stood = versions.SkipWhile(v => v.Upkeep.LastChangedOn >= before).ToList();
        return from phone in stood.Take(1).Where(v => v.Restricted.IsInForce(day)).SelectMany(v => v.Restricted.Phones ?? [])
               let since = stood.TakeWhile(v => Has(v, phone)).Last().Upkeep.LastChangedOn
               select new CallBackNumber(present, phone, since, present.Restricted.IsInForce(day) && Has(present, phone));
    }

    private static bool Has(Authority record, Phone phone) => record.Restricted.Phones?.Any(p => p.Number == phone.Number) == true;
}
