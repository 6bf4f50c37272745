using Hub.Delivery.Confirmations;
using Hub.Notices;
using Hub.Notices.Recipients;
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
    private static readonly NoticeStatus[] Done =
        [NoticeStatus.Committed, NoticeStatus.Rejected, NoticeStatus.Duplicate, NoticeStatus.Superseded, NoticeStatus.Closed];

    /// <summary>What is shown of a State.</summary>
    public async Task<StateDetail> Of(State state, Language language, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(state);
        var (snapshot, code) = (await register.Read(TimeSpan.Zero, cancel), state.Alpha3);
        var records = new RecordQuery { State = code, Scope = RecordScope.All }.Find(snapshot, states, language, Today);
        return new(code, state.Name(language), [.. records.Select(r => new ListedRecord(r, UpkeepPolicy.StatusOn(r.Upkeep, Today)))])
        {
            Facts = snapshot.FactsOf(code),
            Memberships =
            [
                .. snapshot.Memberships.Values.Where(m => m.State == code)
                    .Select(m => (networks.TryFind(m.Network, out var network) ? network.Name : m.Network, m)).OrderBy(m => m.Item1),
            ],
            Offices = await Offices(code, snapshot, cancel),
            Notices =
            [
                .. (await notices.Summaries(cancel)).Where(n => n.State == code && !Done.Contains(n.Status)).OrderBy(n => n.ReceivedAt),
            ],
        };
    }

    // The mission and the ministries first.
    private async Task<IReadOnlyList<StateOffice>> Offices(StateCode state, RegisterSnapshot snapshot, CancellationToken cancel)
    {
        var asked = (await requests.List(cancel)).ToDictionary(a => a.Recipient, a => (DateOnly?)a.On);
        return
        [
            .. (await recipients.List(cancel)).Where(r => r.State == state)
                .OrderBy(r => r.RecordId() is not null).ThenBy(r => r.Name, StringComparer.Ordinal)
                .Select(r => new StateOffice(
                    r, asked.GetValueOrDefault(r.Id),
                    ConfirmableRecords.Of(r, snapshot, Today).Count(a => UpkeepPolicy.IsDue(a.Upkeep, Today)))),
        ];
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
