using Hub.InMemory;
using Hub.Notices.Recipients;

namespace Hub.Rules.Tests.Builders.Memory;

/// <summary>What recipients chose, in memory, and a place to crash just before or just after each save.</summary>
internal sealed class MemoryChoices : IChoiceStore
{
    private readonly MemoryRows<RecipientChoice> _choices = new(c => c.Recipient, c => c.ETag, (c, mark) => c with { ETag = mark });

    public Action Hazard { get; set; } = () => { };

    public Task<IReadOnlyList<RecipientChoice>> List(CancellationToken cancel) => Task.FromResult(_choices.All);

    public Task<RecipientChoice> Find(string recipient, CancellationToken cancel) =>
        Task.FromResult(_choices.Find(recipient) ?? new RecipientChoice(recipient));

    public Task<bool> Save(RecipientChoice choice, CancellationToken cancel)
    {
        Hazard();
        if (_choices.Save(choice) is null)
            return Task.FromResult(false);
        Hazard();
        return Task.FromResult(true);
    }
}
