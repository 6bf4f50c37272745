using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Register.Records;

namespace Hub.Notices.Rules;

/// <summary>Who is designated for what, under which article, and beside whom.</summary>
internal static class DesignationRules
{
    /// <summary>
    /// The instrument and article must allow the matter (V03). An article that the instrument does not have, and another has for the
    /// matter, is taken from that (V04).
    /// </summary>
    public static IEnumerable<Problem> V03V04PairNotAllowed(RuleContext c) =>
        from p in Proposed(c).Select(d => (Pair: d.Designation.Pair(), d.Pointer)).Concat(Nil(c))
        where !Pairs.IsAllowed(p.Pair)
        let isItsOwn = Pairs.Allowed.Any(a => a.Instrument == p.Pair.Instrument && a.Article == p.Pair.Article)
        let ofAnother = !isItsOwn && Pairs.Allowed.Any(a => a.Matter == p.Pair.Matter && a.Article == p.Pair.Article)
        select Problem.Query(
            ofAnother ? ProblemCode.V04 : ProblemCode.V03, p.Pointer, Text(p.Pair), string.Join(", ", Pairs.Instead(p.Pair).Select(Text)));

    /// <summary>
    /// An article is a number, so that nothing else goes into the public log. What a designation under another instrument names is shown
    /// to the directory's readers alone.
    /// </summary>
    public static IEnumerable<Problem> F03NoArticle(RuleContext c) =>
        from p in Proposed(c).Where(d => d.Designation.Instrument != Instrument.Other)
            .Select(d => (Pair: d.Designation.Pair(), d.Pointer)).Concat(Nil(c))
        where !Pairs.IsArticle(p.Pair.Article)
        select Problem.Refuse(ProblemCode.F03, $"{p.Pointer}/article", "18, 13 bis, 7(2)(a)");

    /// <summary>A State that says it has nobody for a pair, and has somebody: one of the two is not so.</summary>
    public static IEnumerable<Problem> V06NilThoughDesignated(RuleContext c) =>
        from nil in Nil(c)
        from other in c.Register.Of(c.State)
        where other.Restricted.Holds(nil.Pair, c.Effective) && !Ends(c, other.Id, nil.Pair)
        select Problem.Warn(ProblemCode.V06, nil.Pointer, Text(nil.Pair), other.Id);

    /// <summary>A State that is no party designates nobody, and a declaration does not change in passing.</summary>
    public static IEnumerable<Problem> V05ContradictsDepositary(RuleContext c)
    {
        foreach (var d in Proposed(c))
            if (c.Reference.Parties.IsKnownNotToBeParty(c.State, d.Designation.Instrument))
                yield return Problem.Query(ProblemCode.V05, $"{d.Pointer}/instrument", d.Designation.Instrument.Code());
        foreach (var (declared, pointer) in c.Of<Change.DeclareLegalBasis>())
        {
            var known = c.Register.FactsOf(c.State).LegalBasis.FirstOrDefault(l => l.Instrument == declared.Declaration.Instrument);
            if (known is not null && known.Value != LegalBasisValue.NotStated && known.Value != declared.Declaration.Value)
                yield return Problem.Query(ProblemCode.V05, $"{pointer}/legalBasis/value", known.Value.Code());
        }
    }

    /// <summary>Two authorities for one pair, scope and part of the State: the note must say which one ends.</summary>
    public static IEnumerable<Problem> V06TwoAuthoritiesForOnePair(RuleContext c) =>
        from d in Proposed(c)
        where !d.NoneEnds
        from other in c.Register.Of(c.State)
        where other.Id != d.Replaces && other.Id != d.Record
        where AreOne(other.Public.Jurisdiction, d.Jurisdiction)
        where other.Restricted.HoldingOn(c.Effective).Any(h => IsTheSame(h, d.Designation)) && !Ends(c, other.Id, d.Designation.Pair())
        select Problem.Query(ProblemCode.V06, d.Pointer, Text(d.Designation.Pair()), other.Id);

    /// <summary>The same within one notice: two new authorities for one pair and scope.</summary>
    public static IEnumerable<Problem> V06TwiceInOneNotice(RuleContext c)
    {
        var proposed = Proposed(c).Where(d => !d.NoneEnds).ToList();
        return from later in proposed
               let first = proposed.First(d => AreOne(d.Jurisdiction, later.Jurisdiction) && IsTheSame(d.Designation, later.Designation))
               where first.Pointer != later.Pointer
               select Problem.Query(ProblemCode.V06, later.Pointer, Text(later.Designation.Pair()), first.Pointer);
    }

    /// <summary>Different authorities for different groups of offences make requests go astray.</summary>
    public static IEnumerable<Problem> V07SplitByOffence(RuleContext c) =>
        from d in Proposed(c)
        where d.Designation.Scope is { Length: > 0 } scope && Scopes.IsByOffence(scope, c.Reference.States)
        select Problem.Warn(ProblemCode.V07, $"{d.Pointer}/scope", d.Designation.Scope!);

    /// <summary>A withdrawal that leaves nobody: a nil declaration would say so positively.</summary>
    public static IEnumerable<Problem> V31NobodyLeft(RuleContext c) =>
        from w in c.Of<Change.Withdraw>()
        from ended in c.Register.Authorities[w.Change.RecordId].Restricted.HoldingOn(w.Change.LastDay)
        where w.Change.Pairs?.Contains(ended.Pair()) ?? true
        let after = w.Change.LastDay.AddDays(1)
        where !c.Register.Of(c.State).Any(a => a.Restricted.Holds(ended.Pair(), after) && !Ends(c, a.Id, ended.Pair()))
        where !IsDeclaredNil(c, ended) && Proposed(c).All(d => d.Designation.Pair() != ended.Pair())
        select Problem.Warn(ProblemCode.V31, w.Pointer, Text(ended.Pair()));

    // A nil declared before the authority was designated speaks of an earlier time.
    private static bool IsDeclaredNil(RuleContext c, Designation ended) =>
        c.Of<Change.DeclareNil>().Any(n => n.Change.Pair == ended.Pair())
        || c.Register.FactsOf(c.State).NilDeclarations.Any(n => n.Pair == ended.Pair() && !(n.DeclaredOn < ended.EffectiveFrom));

    private static IEnumerable<(Pair Pair, string Pointer)> Nil(RuleContext c) =>
        c.Of<Change.DeclareNil>().Select(n => (n.Change.Pair, $"{n.Pointer}/pair"));

    private static bool Ends(RuleContext c, string record, Pair pair) =>
        c.Of<Change.Withdraw>().Any(w => w.Change.RecordId == record && (w.Change.Pairs?.Contains(pair) ?? true));

    private static bool IsTheSame(Designation one, Designation other) =>
        one.Pair() == other.Pair() && Scopes.AreTheSame(one.Scope, other.Scope);

    private static bool AreOne(string? jurisdiction, string? other) =>
        string.Equals(jurisdiction ?? "", other ?? "", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Proposal> Proposed(RuleContext c)
    {
        foreach (var (change, pointer) in c.Of<Change.Designate>())
            for (var i = 0; i < change.Restricted.Designations.Count; i++)
                yield return new(
                    change.Restricted.Designations[i], change.Public.Jurisdiction, $"{pointer}/authority/designations/{i}", null,
                    change.Replaces, change.NoneEnds);
        foreach (var (change, pointer) in c.Of<Change.Amend>().Where(a => a.Change.Set.ContainsKey("designations")))
        {
            var amended = AuthorityForm.Amend(c.Register.Authorities[change.RecordId], change.Set).Changed;
            for (var i = 0; i < amended.Restricted.Designations.Count; i++)
                yield return new(
                    amended.Restricted.Designations[i], amended.Public.Jurisdiction, $"{pointer}/set/designations/{i}", change.RecordId,
                    null, false);
        }
    }

    private static string Text(Pair pair) => $"{pair.Instrument.Code()} {pair.Article} ({pair.Matter.Code()})";

    private sealed record Proposal(
        Designation Designation, string? Jurisdiction, string Pointer, string? Record, string? Replaces, bool NoneEnds);
}
