using Hub.Delivery.Mail.Errands;

namespace Hub.Rules.Tests.Builders;

/// <summary>Errands, and a place to crash just before or just after each change.</summary>
internal sealed class MemoryErrands : IErrandStore
{
    private readonly SortedDictionary<string, MailErrand> _errands = new(StringComparer.Ordinal);

    public Action Hazard { get; set; } = () => { };

    public bool Any(string mailbox) => _errands.Values.Any(e => e.Mailbox == mailbox);

    public Task<IReadOnlyList<MailErrand>> List(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<MailErrand>>([.. _errands.Values]);

    public Task<IReadOnlyList<MailErrand>> Of(string mailbox, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<MailErrand>>([.. _errands.Values.Where(e => e.Mailbox == mailbox)]);

    public Task Add(MailErrand errand, CancellationToken cancel)
    {
        _errands.TryAdd(errand.Id, errand);
        return Task.CompletedTask;
    }

    public Task Remove(MailErrand errand, CancellationToken cancel)
    {
        Hazard();
        _errands.Remove(errand.Id);
        Hazard();
        return Task.CompletedTask;
    }
}
