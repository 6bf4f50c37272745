using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Register.Lookup;

/// <summary>With what somebody wants to turn to a State.</summary>
/// <param name="State">The State.</param>
/// <param name="Matter">For what.</param>
/// <param name="Instrument">Under which instrument; null where that is open.</param>
/// <param name="Article">Under which of its articles; null where that is open.</param>
public sealed record RequestFor(StateCode State, Matter Matter, Instrument? Instrument = null, string? Article = null)
{
    /// <summary>Whether a designation covers it.</summary>
    public bool IsFor(PublicFunction function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return function.Matter == Matter && (Instrument is null || Instrument == function.Instrument)
            && (Article is null || Article == function.Article);
    }
}

/// <summary>An office that is competent, and the designations that make it so.</summary>
/// <param name="Office">The office.</param>
/// <param name="For">Those of its designations that cover the request.</param>
public sealed record CompetentOffice(PublicOffice Office, IReadOnlyList<PublicFunction> For) : IPublic;

/// <summary>Which offices of a State are competent for a request.</summary>
public static class Competence
{
    // Who receives requests comes before who executes them or only helps on the way.
    private static readonly DesignationFunction[] Order =
    [
        DesignationFunction.CentralAuthority, DesignationFunction.CompetentAuthority, DesignationFunction.FocalPoint,
        DesignationFunction.Liaison, DesignationFunction.Contact247, DesignationFunction.Prevention,
    ];

    /// <summary>
    /// The competent offices in the order in which to turn to them, as everyone may see them: whoever cannot see a record must not learn
    /// from its place either.
    /// </summary>
    public static IReadOnlyList<CompetentOffice> Find(RegisterSnapshot register, RequestFor request, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(request);
        return
        [
            .. register.Of(request.State).Select(a => PublicOffice.Of(a, day))
                .Select(o => new CompetentOffice(o, [.. o.Functions.Where(request.IsFor).OrderBy(Rank)])).Where(o => o.For.Count > 0)
                .OrderBy(o => Rank(o.For[0])).ThenBy(o => o.Office.Record.Jurisdiction is null ? 0 : 1)
                .ThenBy(o => o.Office.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// The same for who may see the records: in an urgent case those that answer day and night come first, and among equals those that
    /// accept the language.
    /// </summary>
    public static IReadOnlyList<(Authority Record, CompetentOffice Competent)> ForReaders(
        RegisterSnapshot register, RequestFor request, DateOnly day, string? language, bool isUrgent)
    {
        ArgumentNullException.ThrowIfNull(register);
        return
        [
            .. Find(register, request, day).Select(o => (Record: register.Authorities[o.Office.Id], Competent: o))
                .OrderBy(o => isUrgent && Opening.IsReachedAroundTheClock(o.Record.Restricted) ? 0 : 1)
                .ThenBy(o => Rank(o.Competent.For[0])).ThenBy(o => o.Competent.Office.Record.Jurisdiction is null ? 0 : 1)
                .ThenBy(o => language is not null && Accepts(o.Record.Restricted, language) == true ? 0 : 1),
        ];
    }

    /// <summary>
    /// Where nobody is competent: the State's other offices, those that are designated as contacts day and night first.
    /// </summary>
    public static IReadOnlyList<PublicOffice> Others(RegisterSnapshot register, StateCode state, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(register);
        return
        [
            .. register.Of(state).Select(a => PublicOffice.Of(a, day)).Where(o => o.Functions.Count > 0)
                .OrderBy(o => o.Functions.Any(f => f.Function == DesignationFunction.Contact247) ? 0 : 1)
                .ThenBy(o => o.Functions.Min(Rank)).ThenBy(o => o.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>The same for who may see the records: those that can be reached at the moment first.</summary>
    public static IReadOnlyList<Authority> OthersForReaders(RegisterSnapshot register, StateCode state, DateOnly day, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(register);
        return
        [
            .. Others(register, state, day).Select(o => register.Authorities[o.Id])
                .OrderBy(a => Opening.IsReachedAroundTheClock(a.Restricted) ? 0 : Opening.IsOpen(a.Restricted, at) ? 1 : 2),
        ];
    }

    /// <summary>Whether requests in a language are accepted; null where that is not known.</summary>
    public static bool? Accepts(AuthorityRestricted record, string language)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.LanguagesOfRequests is { Count: > 0 } accepted ? accepted.Contains(language, StringComparer.OrdinalIgnoreCase) : null;
    }

    /// <summary>The pairs under which a matter is handled, of instruments to which none of some States is known to be no party.</summary>
    public static IReadOnlyList<Pair> Bases(Matter matter, PartyList parties, params StateCode?[] states)
    {
        ArgumentNullException.ThrowIfNull(parties);
        return
        [
            .. Pairs.Allowed.Where(p => p.Matter == matter
                && !states.Any(s => s is { } state && parties.IsKnownNotToBeParty(state, p.Instrument))),
        ];
    }

    private static int Rank(PublicFunction function) => Array.IndexOf(Order, function.Function);
}
