using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Register.Log;

/// <summary>A register and what is committed to it.</summary>
public abstract class CommitCase
{
    private protected RegisterSnapshot _register = Sample.Register(Sample.Authority());

    private protected Authority Record => _register.Authorities[Sample.Record];

    private protected static Change.Designate Designating(params Pair[] pairs)
    {
        var authority = Sample.Authority(pairs: pairs);
        return new(authority.Public, authority.Restricted, new());
    }

    private protected static ApprovedNotice Notice(DateOnly? noteDate, params Change[] changes) =>
        new("n", Sample.State, changes, noteDate, false, OfficeRole.Mission, ["r"]);

    private protected RegisterCommit Apply(Change change, DateOnly? noteDate = null)
    {
        var commit = CommitBuilder.Build(_register, Notice(noteDate, change), Sample.Now, new FixedIdentifiers());
        _register = _register.With(commit.Writes, commit.To);
        return commit;
    }
}
