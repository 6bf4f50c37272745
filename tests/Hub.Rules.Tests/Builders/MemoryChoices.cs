using Hub.Notices.Recipients;

namespace Hub.Rules.Tests.Builders;

/// <summary>What readers chose, with optimistic concurrency, and a place to crash just before or just after each save.</summary>
internal sealed class MemoryChoices : IChoiceStore
{
    private readonly Dictionary<string, ReaderChoice> _choices = [];
    private int _version;

    public Action Hazard { get; set; } = () => { };

    public Task<IReadOnlyList<ReaderChoice>> List(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<ReaderChoice>>([.. _choices.Values]);

    public Task<ReaderChoice> Find(string reader, CancellationToken cancel) =>
        Task.FromResult(_choices.GetValueOrDefault(reader) ?? new ReaderChoice(reader));

    public Task<bool> Save(ReaderChoice choice, CancellationToken cancel)
    {
        Hazard();
        if (_choices.GetValueOrDefault(choice.Reader)?.ETag != choice.ETag)
            return Task.FromResult(false);
        _choices[choice.Reader] = choice with { ETag = $"{++_version}" };
        Hazard();
        return Task.FromResult(true);
    }
}
