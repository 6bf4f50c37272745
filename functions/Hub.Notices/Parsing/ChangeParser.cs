using System.Text.Json.Nodes;
using Hub.Notices.Access;
using Hub.Notices.Rules;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Notices.Parsing;

/// <summary>Works out what each change of a form means, by the kind of its notice.</summary>
internal sealed class ChangeParser(
    NoticeForm form, SpeakingFor speaking, Caller sender, Reference reference, DateOnly received, List<Problem> problems)
{
    private StateCode State => speaking.State;

    private LawParser Laws => new(speaking, sender, reference, problems);

    /// <summary>The changes that could be understood, each with its place in the form.</summary>
    public IReadOnlyList<(Change Change, string Pointer)> Read()
    {
        if (form.Changes.Count > NoticeParser.MostChanges && !problems.Any(p => p.Code == ProblemCode.F05 && p.Field == "/changes"))
            problems.Add(Problem.Refuse(ProblemCode.F05, "/changes", $"{form.Changes.Count}", $"{NoticeParser.MostChanges}"));
        if (form.Changes.Count == 0 && form.Kind != NoticeKind.NotANotice && !problems.Any(p => p.IsAt("/changes")))
            problems.Add(Problem.Refuse(ProblemCode.F04, "/changes"));
        if (form.Kind == NoticeKind.Correction && sender.Kind != CallerKind.Secretariat)
            problems.Add(Problem.Refuse(ProblemCode.F07, "/kind", form.Kind.Code()));
        var read = Places().Zip(form.Changes.Take(NoticeParser.MostChanges), (at, change) => (Change: Checked(change, at), Pointer: at));
        return [.. read.Where(c => c.Change is not null).Select(c => (c.Change!, c.Pointer))];
    }

    // What was no change at all was cut out of the form, but keeps its place in what was sent.
    private IEnumerable<string> Places()
    {
        var cut = problems.Select(p => p.Field).ToHashSet();
        return Enumerable.Range(0, int.MaxValue).Select(i => $"/changes/{i}").Where(at => !cut.Contains(at));
    }

    private Change? Checked(ChangeForm change, string at)
    {
        problems.AddRange(KindFields.Surplus(form.Kind, change)
            .Select(f => Problem.Refuse(ProblemCode.F07, $"{at}/{f}", form.Kind.Code())));
        return One(change, at);
    }

    private Change? One(ChangeForm change, string at) => form.Kind switch
    {
        NoticeKind.NewDesignation or NoticeKind.ChangeOfDesignation when KindFields.Accompanies(change) => Correct(change, at),
        NoticeKind.NewDesignation => Designate(change, at),
        NoticeKind.ChangeOfDesignation => change.Authority is null ? Amend(change, at) : Designate(change, at),
        NoticeKind.ChangeOfContact => Amend(change, at),
        NoticeKind.Withdrawal => Withdraw(change, at),
        NoticeKind.ConfirmationNoChange => Record(change, at) is { } id ? new Change.Confirm(id) : null,
        NoticeKind.NilDeclaration => Needed(change.Pair, $"{at}/pair") is { } pair ? new Change.DeclareNil(pair) : null,
        NoticeKind.TemporaryMeasure => Announce(change, at),
        NoticeKind.LegalBasisDeclaration => Needed(change.LegalBasis, $"{at}/legalBasis") is { } basis
            ? new Change.DeclareLegalBasis(basis)
            : null,
        NoticeKind.NetworkMembership => Membership(change, at),
        NoticeKind.Legislation => Laws.Read(change, at),
        NoticeKind.Correction => Correct(change, at),
        NoticeKind.NotANotice => null,
        _ => throw new NotSupportedException(form.Kind.Code()),
    };

    // A correction may do anything: the fields that are there say what.
    private Change? Correct(ChangeForm change, string at) => change switch
    {
        { Law: not null } or { LawId: not null } => Laws.Read(change, at),
        { Authority: not null } => Designate(change, at),
        { Set: not null } => Amend(change, at),
        { Membership: not null } => Membership(change, at),
        { LegalBasis: { } basis } => new Change.DeclareLegalBasis(basis),
        { Pair: { } pair } => new Change.DeclareNil(pair),
        { TemporaryNotice: not null } => Announce(change, at),
        { LastDay: not null } => Withdraw(change, at),
        _ => Record(change, at) is { } id ? new Change.Confirm(id) : null,
    };

    private Change.Designate? Designate(ChangeForm change, string at)
    {
        if (Needed(change.Authority, $"{at}/authority") is not { } json)
            return null;
        // The State is the notice's; a form need not repeat it.
        var authority = (JsonObject)json.DeepClone();
        if (Territory(authority) is { } territory)
            (authority["state"], authority["jurisdiction"]) = (State.Value, authority["jurisdiction"]?.DeepClone() ?? territory.Value);
        authority.TryAdd("state", State.Value);
        if (AuthorityForm.Read(authority, $"{at}/authority", problems) is not { } read)
            return null;
        if (read.Public.State != State)
            problems.Add(Problem.Refuse(ProblemCode.F06, $"{at}/authority/state", read.Public.State.Value));
        problems.AddRange(Jurisdictions.Problems(read.Public.Jurisdiction, State, reference.States, $"{at}/authority/jurisdiction"));
        var replaced = change.Replaces is null or "none" ? null : Existing(change.Replaces, $"{at}/replaces");
        return new(read.Public, Dated(read.Restricted), read.Kept)
        {
            Replaces = replaced, NoneEnds = change.Replaces == "none", PreviousEndsOn = change.LastDay,
        };
    }

    // A territory, named by the notice or by the record, is a jurisdiction of its State.
    private StateCode? Territory(JsonObject authority) =>
        authority["state"] is not JsonValue value || !value.TryGetValue<string>(out var code) || code == State.Value ? speaking.Territory
        : StateCode.IsWellFormed(code) && reference.States[new(code)].Of == State ? new(code)
        : null;

    private AuthorityRestricted Dated(AuthorityRestricted authority) => authority with
    {
        Designations =
        [
            .. authority.Designations.Select(d => d with
            {
                EffectiveFrom = d.EffectiveFrom ?? form.EffectiveFrom,
                NotifiedOn = d.NotifiedOn ?? form.NoteDate,
                NoteRef = d.NoteRef ?? form.OfficialRef,
            }),
        ],
    };

    private Change.Amend? Amend(ChangeForm change, string at)
    {
        var record = Record(change, at);
        if (Needed(change.Set, $"{at}/set") is not { } set || record is null)
            return null;
        var found = new List<Problem>();
        var present = reference.Register.Authorities[record];
        var merged = (JsonObject)MergePatch.Apply(present.Form(), set)!;
        // A field taken away must be one that there is.
        foreach (var (name, _) in set.Where(f => f.Value is null))
            merged.TryAdd(name, null);
        var read = AuthorityForm.Read(merged, $"{at}/set", found);
        // What is wrong with fields that the patch does not touch is not this sender's doing; what it all comes to is.
        var (within, touched) = ($"{at}/set/", set.Select(f => FormParser.Escape(f.Key)).ToHashSet(StringComparer.Ordinal));
        problems.AddRange(found.Where(p => p.Field == $"{at}/set" || (p.Field.StartsWith(within, StringComparison.Ordinal)
            && touched.Contains(p.Field[within.Length..].Split('/')[0]))));
        if (read is { } r && r.Public.State != present.State())
            problems.Add(Problem.Refuse(ProblemCode.F06, $"{at}/set/state", r.Public.State.Value));
        if (set.ContainsKey("jurisdiction"))
            problems.AddRange(Jurisdictions.Problems(read?.Public.Jurisdiction, State, reference.States, $"{at}/set/jurisdiction"));
        return read is null ? null : new(record, set);
    }

    private Change.Withdraw? Withdraw(ChangeForm change, string at)
    {
        if (Record(change, at) is not { } id)
            return null;
        var held = reference.Register.Authorities[id].Restricted.Designations.Select(d => d.Pair()).ToHashSet();
        problems.AddRange((change.Pairs ?? []).Select((pair, i) => (pair, i)).Where(p => !held.Contains(p.pair))
            .Select(p => Problem.Refuse(ProblemCode.F06, $"{at}/pairs/{p.i}", $"{p.pair.Instrument.Code()} {p.pair.Article}")));
        return new(id, change.Pairs, change.LastDay ?? form.EffectiveFrom ?? received);
    }

    private Change.Announce? Announce(ChangeForm change, string at) =>
        (Record(change, at), Needed(change.TemporaryNotice, $"{at}/temporaryNotice")) is ({ } id, { } notice) ? new(id, notice) : null;

    private Change.SetMembership? Membership(ChangeForm change, string at)
    {
        if (Needed(change.Membership, $"{at}/membership") is not { } membership)
            return null;
        if (!reference.Networks.TryFind(membership.Network, out var network))
        {
            problems.Add(Problem.Refuse(ProblemCode.F06, $"{at}/membership/network", membership.Network));
            return null;
        }
        var bySecretariat = sender.Kind == CallerKind.Secretariat;
        var named = membership.State is { } other && (bySecretariat || speaking.Covers(other, reference.States)) ? membership.State : null;
        if (named != membership.State)
            problems.Add(Problem.Refuse(ProblemCode.F07, $"{at}/membership/state", form.Kind.Code()));
        var source = bySecretariat && membership.Source is { } given
            ? given
            // Everybody reads this: the reference is the sender's own words, and may be anything.
            : form.NoteDate is { } date ? $"notice of {State}, {date:yyyy-MM-dd}" : $"notice of {State}";
        return new(new(
            network.Id, named ?? speaking.Territory ?? State, membership.Role, membership.ValidFrom, membership.ValidTo,
            source,
            bySecretariat ? membership.Confidence ?? Confidence.High : Confidence.Medium,
            bySecretariat ? membership.LastVerifiedOn ?? received : received));
    }

    private string? Record(ChangeForm change, string at) =>
        Needed(change.RecordId, $"{at}/recordId") is { } id ? Existing(id, $"{at}/recordId") : null;

    // Whether a record of another State exists is not this sender's to learn (I7).
    private string? Existing(string id, string field)
    {
        if (reference.Register.Authorities.TryGetValue(id, out var authority) && speaking.Covers(authority.State(), reference.States))
            return id;
        problems.Add(Problem.Refuse(ProblemCode.F06, field, id));
        return null;
    }

    private T? Needed<T>(T? value, string field) where T : class
    {
        if (value is null && !problems.Any(p => p.IsAt(field)))
            problems.Add(Problem.Refuse(ProblemCode.F04, field));
        return value;
    }
}
