using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Recipients;
using Hub.Register.Laws;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Office;

/// <summary>
/// What is an office's own: of a mission or ministry the records and notices of its State, of an authority its own record and the notices
/// that touch it. Anything else is not there for it, whether it exists or not.
/// </summary>
public sealed class OfficeAccess(IRegisterStore register, INoticeStore notices, TimeProvider clock)
{
    private const int MostOfState = 500;

    /// <summary>The office that has signed in: of all at its address, those of the kind that was let in, of one State.</summary>
    public static IReadOnlyList<Recipient> Offices(HttpRequest request)
    {
        var caller = request.Caller();
        return
        [
            .. request.Visiting().Holders.Where(h => h.Caller.Kind == caller.Kind && h.Caller.State == caller.State)
                .Select(h => h.Recipient).OfType<Recipient>(),
        ];
    }

    /// <summary>The State that it is of.</summary>
    public static StateCode State(HttpRequest request) => request.Caller().State!.Value;

    /// <summary>The records that it may confirm and have changed, in the order of a language.</summary>
    public async Task<IReadOnlyList<Authority>> Records(HttpRequest request, Language language, CancellationToken cancel)
    {
        var snapshot = await register.Read(TimeSpan.FromSeconds(1), cancel);
        var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return
        [
            .. Offices(request).SelectMany(o => ConfirmableRecords.Of(o, snapshot, day)).DistinctBy(r => r.Id)
                .OrderBy(r => r.Name(language), StringComparer.Create(language.Culture(), false)),
        ];
    }

    /// <summary>All records of its State, by their ids, for the names of what its notices are about.</summary>
    public async Task<IReadOnlyDictionary<string, Authority>> Known(HttpRequest request, CancellationToken cancel) =>
        (await register.Read(TimeSpan.FromSeconds(1), cancel)).Authorities.Where(a => a.Value.State() == State(request))
            .ToDictionary(a => a.Key, a => a.Value);

    /// <summary>Whether a notice waits for the answer or the word of the office.</summary>
    public static bool IsWaiting(HttpRequest request, Notice notice) => notice.Status == NoticeStatus.Query
        || (notice.AwaitsOffice() && Offices(request).Any(o => o.MayConfirm(notice)));

    /// <summary>One of these records, and the office whose it is.</summary>
    public async Task<(Authority Record, Recipient Office)> Record(HttpRequest request, string id, CancellationToken cancel)
    {
        var records = await Records(request, Language.English, cancel);
        return records.FirstOrDefault(r => r.Id == id) is { } record
            && Offices(request).FirstOrDefault(o => ConfirmableRecords.MayConfirm(o, record)) is { } office
                ? (record, office)
                : throw Unknown();
    }

    /// <summary>The laws of its State in the library, in the order of a language.</summary>
    public async Task<IReadOnlyList<Law>> Laws(HttpRequest request, Language language, CancellationToken cancel) =>
    [
        .. (await register.Read(TimeSpan.FromSeconds(1), cancel)).Laws.Values.Where(l => l.State == State(request))
            .OrderBy(l => l.Title(language), StringComparer.Create(language.Culture(), false)),
    ];

    /// <summary>One of them.</summary>
    public async Task<Law> Law(HttpRequest request, string id, CancellationToken cancel) =>
        (await Laws(request, Language.English, cancel)).FirstOrDefault(l => l.LawId == id) ?? throw Unknown();

    /// <summary>The notices that are its own: those first that wait for it, then the newest.</summary>
    public async Task<IReadOnlyList<Notice>> Notices(HttpRequest request, int limit, CancellationToken cancel) =>
        [.. (await notices.List(State(request), null, MostOfState, cancel)).Where(n => IsOwn(request, n))
            .OrderByDescending(n => IsWaiting(request, n)).Take(limit)];

    /// <summary>One of them.</summary>
    public async Task<Notice> Notice(HttpRequest request, string id, CancellationToken cancel) =>
        Hub.Notices.Notice.StateOf(id) == State(request) && await notices.Find(id, cancel) is { } notice && IsOwn(request, notice)
            ? notice
            : throw Unknown();

    /// <summary>As whom an office sends a notice.</summary>
    public static Caller Sender(Recipient office) => office.Sender() with { SignedIn = true };

    private static bool IsOwn(HttpRequest request, Notice notice) => notice.State == State(request)
        && (request.Caller().Kind == CallerKind.State
            || Offices(request).Any(o => notice.Sender.Name == o.Id || (o.RecordId() is { } own && notice.BasedOn.ContainsKey(own))));

    private static ApiException Unknown() => new(404, "Not yours", "There is no such record, law or notice of this office.");
}
