using Hub.Register.Laws;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Register.Log;

/// <summary>Turns an approved notice into a commit: a pure function of the register, the notice, the time and the ids handed in.</summary>
public sealed class CommitBuilder
{
    private readonly ApprovedNotice _notice;
    private readonly DateTimeOffset _now;
    private readonly IIdentifiers _ids;
    private readonly List<RecordWrite> _writes = [];
    private readonly List<DirectoryEvent> _events = [];
    private readonly RegisterSnapshot _start;
    private RegisterSnapshot _register;

    private CommitBuilder(RegisterSnapshot register, ApprovedNotice notice, DateTimeOffset now, IIdentifiers ids)
    {
        (_start, _register, _notice, _ids) = (register, register, notice, ids);
        _now = register.Head.TimeOfNext(now);
    }

    /// <summary>Prepares the commit of a notice on a register.</summary>
    public static RegisterCommit Build(RegisterSnapshot register, ApprovedNotice notice, DateTimeOffset now, IIdentifiers ids)
    {
        var builder = new CommitBuilder(register, notice, now, ids);
        foreach (var change in notice.Changes)
            builder.Apply(change);
        return new(notice.Id, builder._start.Head, builder._writes, builder._events);
    }

    private void Apply(Change change)
    {
        switch (change)
        {
            case Change.Designate designate:
                Designate(designate);
                break;
            case Change.Amend amend:
                Amend(amend);
                break;
            case Change.Withdraw withdraw:
                Withdraw(withdraw.RecordId, withdraw.Pairs, withdraw.LastDay);
                break;
            case Change.Confirm confirm:
                Revise(confirm.RecordId, r => r, RecordStatus.Confirmed, EventType.AuthorityConfirmed);
                break;
            case Change.Announce announce:
                Revise(
                    announce.RecordId, r => r with { TemporaryNotices = [.. r.TemporaryNotices ?? [], announce.Notice] },
                    RecordStatus.Amended, EventType.TemporaryNoticeAnnounced);
                break;
            case Change.DeclareNil nil:
                DeclareNil(nil.Pair);
                break;
            case Change.DeclareLegalBasis legalBasis:
                DeclareLegalBasis(legalBasis.Declaration);
                break;
            case Change.SetMembership set:
                SetMembership(set.Membership);
                break;
            case Change.PublishLaw publish:
                Publish(publish);
                break;
            default:
                throw new NotSupportedException(change.GetType().Name);
        }
    }

    private void Designate(Change.Designate change)
    {
        if (change.Replaces is { } replaced)
        {
            var pairs = change.Restricted.Designations.Select(d => d.Pair()).ToList();
            var held = _register.Authorities[replaced].Restricted.Designations;
            Withdraw(
                replaced, held.All(d => pairs.Contains(d.Pair())) ? null : pairs, change.PreviousEndsOn ?? FirstDay(change).AddDays(-1));
        }
        var authority = new Authority
        {
            Id = _ids.New(),
            Version = 1,
            Public = change.Public,
            Restricted = change.Restricted,
            Upkeep = new() { Status = RecordStatus.Active, LastChangedOn = _now, LastConfirmedOn = _now, Salt = _ids.NewSalt() },
            Secretariat = Provenance(change.Kept),
        };
        Write(authority, null, EventType.AuthorityDesignated);
    }

    private DateOnly FirstDay(Change.Designate change) => change.Restricted.Designations.Min(d => d.EffectiveFrom) ?? Today;

    private void Amend(Change.Amend change)
    {
        var old = _register.Authorities[change.RecordId];
        var (changed, kept) = AuthorityForm.Amend(old, change.Set, sawAll: _notice.SetBy is null);
        Write(Next(old, RecordStatus.Amended) with
        {
            Public = changed.Public,
            Restricted = changed.Restricted,
            Secretariat = Provenance(kept),
        }, old, EventType.AuthorityAmended);
    }

    private void Withdraw(string recordId, IReadOnlyList<Pair>? pairs, DateOnly lastDay)
    {
        var ends = (Designation d) => (pairs is null || pairs.Contains(d.Pair())) && (d.EffectiveTo is null || d.EffectiveTo > lastDay);
        var old = _register.Authorities[recordId].Restricted.Designations;
        var left = old.Select(d => ends(d) ? d with { EffectiveTo = lastDay } : d).ToList();
        var allEnd = left.All(d => d.EffectiveTo <= lastDay);
        Revise(
            recordId, r => r with { Designations = left },
            // A record whose last day is still to come is in force until then.
            allEnd && lastDay < Today ? RecordStatus.Withdrawn : RecordStatus.Amended,
            allEnd ? EventType.AuthorityWithdrawn : EventType.AuthorityAmended);
    }

    private void Revise(string recordId, Func<AuthorityRestricted, AuthorityRestricted> revise, RecordStatus status, EventType type)
    {
        var old = _register.Authorities[recordId];
        Write(Next(old, status) with { Restricted = revise(old.Restricted), Secretariat = Provenance(old.Secretariat) }, old, type);
    }

    private Authority Next(Authority old, RecordStatus status) => old with
    {
        Version = old.Version + 1,
        Upkeep = old.Upkeep with
        {
            Status = status,
            LastChangedOn = status == RecordStatus.Confirmed ? old.Upkeep.LastChangedOn : _now,
            LastConfirmedOn = _now,
            Salt = _ids.NewSalt(),
        },
    };

    private AuthoritySecretariat Provenance(AuthoritySecretariat kept) => kept with
    {
        SourceNotice = _notice.Id,
        NoteDate = kept.NoteDate > _notice.NoteDate ? kept.NoteDate : _notice.NoteDate ?? kept.NoteDate,
        SetBy = _notice.SetBy,
        Reviewers = _notice.Reviewers,
    };

    private void Write(Authority revised, Authority? old, EventType type)
    {
        var changed = old is null ? null : AuthorityForm.ChangedFields(old, revised);
        // Nothing but a designation brings back what was withdrawn.
        var withdrawn = old?.Upkeep.Status == RecordStatus.Withdrawn && !changed!.Contains("designations");
        var authority = revised with
        {
            Upkeep = withdrawn ? revised.Upkeep with { Status = RecordStatus.Withdrawn } : revised.Upkeep,
            Secretariat = revised.Secretariat with { LastFields = changed },
        };
        var pairs = (old?.Restricted.Designations ?? []).Concat(authority.Restricted.Designations).ToList();
        Add(new AuthorityWrite(authority, old), type, authority.State(), new()
        {
            NoticeId = _notice.Id,
            RecordId = authority.Id,
            RecordVersion = authority.Version,
            RecordHash = authority.Hash(),
            Changed = changed,
            Matters = [.. pairs.Select(d => d.Matter).Distinct().Order()],
            Instruments = [.. pairs.Select(d => d.Instrument).Distinct().Order()],
        });
    }

    private void DeclareNil(Pair pair)
    {
        var facts = _register.FactsOf(_notice.State);
        var others = facts.NilDeclarations.Where(n => n.Pair != pair);
        var declared = facts with { NilDeclarations = [.. others, new(pair, _notice.NoteDate ?? Today)] };
        Add(new StateWrite(declared), EventType.NilDeclared, _notice.State, new() { NoticeId = _notice.Id, Pair = pair });
    }

    private void DeclareLegalBasis(LegalBasis declaration)
    {
        var facts = _register.FactsOf(_notice.State);
        var others = facts.LegalBasis.Where(l => l.Instrument != declaration.Instrument);
        var dated = declaration with { DeclaredOn = declaration.DeclaredOn ?? _notice.NoteDate ?? Today };
        Add(new StateWrite(facts with { LegalBasis = [.. others, dated] }), EventType.LegalBasisDeclared, _notice.State,
            new() { NoticeId = _notice.Id, LegalBasis = dated });
    }

    private void SetMembership(Membership membership) =>
        Add(new MembershipWrite(membership), EventType.MembershipChanged, membership.State, new()
        {
            NoticeId = _notice.Id,
            Network = membership.Network,
            Role = membership.Role,
            ValidFrom = membership.ValidFrom,
            ValidTo = membership.ValidTo,
        });

    private void Publish(Change.PublishLaw change)
    {
        var old = change.LawId is { } id ? _register.Laws[id] : null;
        var byState = _notice.SetBy is not null;
        var changed = old is null ? null : Law.ChangedFields(old, change.Content);
        var law = new Law(change.Content)
        {
            LawId = old?.LawId ?? $"{Law.IdPrefix}{_ids.New()}",
            Version = (old?.Version ?? 0) + 1,
            State = _notice.State,
            // What a State has furnished stays the State's, whoever corrects it.
            Source = byState || old?.Source == LawSource.State ? LawSource.State : LawSource.SecretariatFound,
            NoticeId = _notice.Id,
            FurnishedOn = old?.FurnishedOn ?? Today,
            LastUpdated = changed is [] ? old!.LastUpdated : _now,
            LastConfirmed = byState ? _now : old?.LastConfirmed,
        };
        Add(new LawWrite(law, old), EventType.LawPublished, law.State, new()
        {
            NoticeId = _notice.Id,
            LawId = law.LawId,
            LawVersion = law.Version,
            LawHash = law.Hash(),
            Changed = changed,
            Instruments = [.. law.Provisions.SelectMany(p => p.Articles).Select(a => a.Instrument).Distinct().Order()],
        });
    }

    private void Add(RecordWrite write, EventType type, StateCode state, EventFacts facts)
    {
        var before = _register.Head;
        var next = new DirectoryEvent
        {
            Sequence = before.Sequence + 1,
            Type = type,
            Time = _now,
            State = state,
            Facts = facts with { Quiet = _notice.Quiet ? true : null },
            PreviousHash = before.Hash,
        }.Sealed();
        _writes.Add(write);
        _events.Add(next);
        _register = _register.With([write], Head.At(next));
    }

    private DateOnly Today => DateOnly.FromDateTime(_now.UtcDateTime);
}
