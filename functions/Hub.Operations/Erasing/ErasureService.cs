using System.Text.Json;
using Hub.Notices.Access;
using Hub.Operations.Erasures;
using Hub.Register.Json;
using Hub.Register.Log;

namespace Hub.Operations.Erasing;

/// <summary>Plans an erasure, and takes the order for exactly what was planned.</summary>
public sealed class ErasureService(ErasureSearch finder, IErasureStore erasures, IIdentifiers ids, TimeProvider clock)
{
    private const int ConfirmationLength = 32;

    /// <summary>What an erasure would do; null where the request cannot be planned, with why.</summary>
    public async Task<(ErasurePlan? Plan, string? Why)> Plan(ErasureRequest request, Caller by, CancellationToken cancel)
    {
        if (request.Refusal() is { } wrong)
            return (null, wrong);
        var items = await finder.Find(request, cancel);
        if (items.Count > ErasureSearch.MostItems)
            return (null, $"That stands in {items.Count} places, so it is hardly one person: give a fuller name, or an address or number.");
        if (items.Count == 0 && !request.IsOfPerson())
            return (null, "There is no such notice or mail.");
        return (new(items, await finder.Left(request, cancel), Confirmation(request, by, items)), null);
    }

    /// <summary>Orders it, where it still is what its plan said.</summary>
    public async Task<ErasureResult> Order(ErasureRequest request, Caller by, string confirmation, CancellationToken cancel)
    {
        var (plan, why) = await Plan(request, by, cancel);
        if (plan is null)
            return new ErasureResult.Refused(why!);
        if (plan.Confirmation != confirmation)
            return new ErasureResult.PlanChanged();
        if (plan.Items.Count == 0)
            return new ErasureResult.Refused("Nothing names that person, apart from what its plan says is left: nothing is to be erased.");
        var erasure = new Erasure
        {
            Id = ids.New(), By = by.Name, OrderedAt = clock.GetUtcNow(), Request = request, Items = plan.Items, DueAt = clock.GetUtcNow(),
        };
        await erasures.Add(erasure, cancel);
        return new ErasureResult.Ordered(erasure);
    }

    // Who was shown what: another person, another request or another list has another one. It is no secret.
    private static string Confirmation(ErasureRequest request, Caller by, IReadOnlyList<ErasureItem> items)
    {
        var seen = JsonSerializer.SerializeToNode(
            new { by.Name, Request = request, Items = items.Select(i => new { i.Kind, i.Id, i.Files }) }, HubJson.Options);
        return CanonicalJson.Sha256(seen)[..ConfirmationLength];
    }
}
