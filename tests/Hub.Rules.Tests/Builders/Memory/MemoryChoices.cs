using Hub.Notices.Recipients;

namespace Hub.Rules.Tests.Builders.Memory;

/// <summary>What recipients chose, with optimistic concurrency, and a place to crash just before or just after each save.</summary>
internal sealed class MemoryChoices : IChoiceStore
{
    private readonly Dictionary<string, RecipientChoice> _choices = [];
    private int _version;

    public Action Hazard { get; set; } = () => { };

    public Task<IReadOnlyList<RecipientChoice>> List(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<RecipientChoice>>([.. _choices.Values]);

    public Task<RecipientChoice> Find(string recipient, CancellationToken cancel) =>
        Task.FromResult(_choices.GetValueOrDefault(recipient) ?? new RecipientChoice(recipient));

    public Task<bool> Save(RecipientChoice choice, CancellationToken cancel)
    {
        Hazard();
        if (_choices.GetValueOrDefault(choice.Recipient)?.ETag != choice.ETag)
            return Task.FromResult(false);
        _choices[choice.Recipient] = choice with { ETag = $"{++_version}" };
        Hazard();
        return Task.FromResult(true);
    }
}
