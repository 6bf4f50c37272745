using Hub.Delivery.Confirmations;
using Hub.Notices;
using Hub.Notices.Recipients;
using Hub.Pages.Console.Lists;
using Hub.Pages.Console.Records;
using Hub.Register.Log;
using Hub.Register.Lookup;
using Hub.Register.Networks;
using Hub.Register.States;

namespace Hub.Functions.Console.Records;

/// <summary>Gathers everything that is shown of a State.</summary>
public sealed class StateDetails(
    IRegisterStore register, INoticeStore notices, RecipientDirectory recipients, IConfirmationRequestStore requests,
    NetworkCatalog networks, StateCatalog states, TimeProvider clock)
{
    private const int PageSize = 50;
    private const int MostNotices = 20;

    private static readonly NoticeStatus[] Done =
        [NoticeStatus.Committed, NoticeStatus.Rejected, NoticeStatus.Duplicate, NoticeStatus.Superseded, NoticeStatus.Closed];

    /// <summary>What is shown of a State.</summary>
    public async Task<StateDetail> Of(State state, int page, Language language, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(state);
        var (snapshot, code) = (await register.Read(TimeSpan.Zero, cancel), state.Alpha3);
        var all = new RecordQuery { State = code, Scope = RecordScope.All }.Find(snapshot, states, language, Today).ToList();
        var (range, records) = PageRange.Of(all, page, PageSize, $"/console/states/{code}");
        var open = (await notices.Summaries(cancel)).Where(n => n.State == code && !Done.Contains(n.Status))
            .OrderBy(n => n.ReceivedAt).ToList();
        var offices = (await recipients.List(language, cancel)).Where(r => r.State == code).ToList();
        return new(
            code, state.Name(language), range, [.. records.Select(r => new ListedRecord(r, UpkeepPolicy.StatusOn(r.Upkeep, Today)))])
        {
            Facts = snapshot.FactsOf(code),
            Memberships =
            [
                .. snapshot.Memberships.Values.Where(m => m.State == code)
                    .Select(m => (networks.TryFind(m.Network, out var network) ? network.NameIn(language) : m.Network, m))
                    .OrderBy(m => m.Item1),
            ],
            Offices = await Offices(offices, snapshot, cancel),
            AllOffices = offices.Count,
            Notices = [.. open.Take(MostNotices)],
            AllNotices = open.Count,
        };
    }

    // The mission and the ministries first.
    private async Task<IReadOnlyList<StateOffice>> Offices(
        IEnumerable<Recipient> offices, RegisterSnapshot snapshot, CancellationToken cancel)
    {
        var asked = (await requests.List(cancel)).ToDictionary(a => a.Recipient, a => (DateOnly?)a.On);
        return
        [
            .. offices.OrderBy(r => r.RecordId() is not null).ThenBy(r => r.Name, StringComparer.Ordinal).Take(PageSize)
                .Select(r => new StateOffice(
                    r, asked.GetValueOrDefault(r.Id),
                    ConfirmableRecords.Of(r, snapshot, Today).Count(a => UpkeepPolicy.IsDue(a.Upkeep, Today)))),
        ];
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
