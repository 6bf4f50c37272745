using Azure.Data.Tables;
using Hub.Azure;
using Hub.Azure.Tables;
using Hub.Azure.Tables.Register;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Benchmarks;

/// <summary>A register of thousands of authorities, of every State and matter.</summary>
internal static class ManyAuthorities
{
    private const int ChangesACommit = 30;

    /// <summary>Adds authorities until there are as many.</summary>
    public static async Task Fill(string connection, int size)
    {
        var store = new RegisterStore(new HubTables(new TableServiceClient(connection)), TimeProvider.System);
        var ids = new RandomIdentifiers(TimeProvider.System);
        var states = new StateCatalog().All.Where(s => !s.IsJurisdiction).ToList();
        var register = await store.Read(TimeSpan.Zero, CancellationToken.None);
        for (var i = register.Authorities.Count; i < size; i += ChangesACommit)
        {
            var state = states[i / ChangesACommit % states.Count].Alpha3;
            var changes = Enumerable.Range(i, Math.Min(ChangesACommit, size - i)).Select(n => Designate(state, n)).ToList();
            var commit = CommitBuilder.Build(
                register, new($"{state}-{ids.New()}", state, changes, null, true, null, ["bench"]), DateTimeOffset.UtcNow, ids);
            if (await store.Commit(commit, CancellationToken.None) is not CommitResult.Committed)
                throw new InvalidOperationException("Somebody else writes to the benchmark's register.");
            register = register.With(commit.Writes, commit.To);
        }
    }

    private static Change Designate(StateCode state, int n)
    {
        var pair = Pairs.Allowed[n % Pairs.Allowed.Count];
        return new Change.Designate(
            new() { State = state, Website = $"https://office{n}.example" },
            new()
            {
                AuthorityName = new Dictionary<string, string>
                {
                    ["en"] = $"Office of International Cooperation {n}", ["fr"] = $"Bureau {n}",
                },
                AuthorityKind = AuthorityKind.MinistryOfJustice,
                Designations =
                [
                    new() { Instrument = pair.Instrument, Article = pair.Article, Matter = pair.Matter, Scope = $"District {n}" },
                ],
                PostalAddress = new([$"{n} Harbour Road"], "Port Arven", "1000", "Arvenia"),
                Phones = [new($"+999{n:D8}")],
                Emails = [new($"cooperation{n}@justice.example")],
                LanguagesSpoken = ["en", "fr"],
                LanguagesOfRequests = n % 2 == 0 ? ["fr"] : ["en", "fr"],
                OfficeHours = [new(DayOfWeek.Monday, new(8, 30), new(16, 30)), new(DayOfWeek.Tuesday, new(8, 30), new(16, 30))],
                TimeZone = "Europe/Vienna",
                InterpolAccepted = InterpolAcceptance.Yes,
            },
            new());
    }
}
