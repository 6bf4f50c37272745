using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Parsing;
using Hub.Register.Json;
using Hub.Register.Laws;
using Hub.Register.Log;
using Hub.Register.States;

namespace Hub.Intake.Submissions;

/// <summary>
/// Puts the laws that come with the hub into a library that has none, once, as found by the Secretariat. Broken off, it goes on at the next
/// start; afterwards the library is kept by notices alone.
/// </summary>
public sealed class LawSeeder(OwnNotices own, INoticeStore notices, IRegisterStore register, StateCatalog states)
{
    private const string Reason = "The laws that come with the hub, each with its public source.";

    /// <summary>Seeds what is to be seeded; how many laws that were.</summary>
    public async Task<int> Seed(CancellationToken cancel)
    {
        var laws = (await register.Read(TimeSpan.Zero, cancel)).Laws.Values.ToList();
        var found = FoundLaws.Of(states);
        if (laws.Count >= found.Sum(s => s.Laws.Count) || !await AreOwn(laws, cancel))
            return 0;
        var missing = found.Where(s => laws.Count(l => l.State == s.State) < s.Laws.Count).ToList();
        foreach (var (state, ofState) in missing)
            foreach (var form in ofState.Chunk(NoticeParser.MostChanges).Select((chunk, i) => Form(state, chunk, i + 1)))
                await own.Commit(form, Reason, cancel);
        return missing.Sum(s => s.Laws.Count);
    }

    // Whoever put a law there, or changed one, keeps the library from then on.
    private async Task<bool> AreOwn(IReadOnlyList<Law> laws, CancellationToken cancel)
    {
        if (laws.Any(l => l is not { Version: 1, Source: LawSource.SecretariatFound }))
            return false;
        foreach (var id in laws.Select(l => l.NoticeId).Distinct())
            if ((await notices.Find(id, cancel))?.Sender.Name != Caller.Hub.Name)
                return false;
        return true;
    }

    private static JsonObject Form(StateCode state, IEnumerable<JsonObject> laws, int number) => new()
    {
        ["state"] = state.Value,
        ["kind"] = NoticeKind.Legislation.Code(),
        ["officialRef"] = $"LAWS/{number}",
        ["quiet"] = true,
        ["changes"] = new JsonArray([.. laws.Select(l => new JsonObject { ["law"] = l.DeepClone() })]),
    };
}
