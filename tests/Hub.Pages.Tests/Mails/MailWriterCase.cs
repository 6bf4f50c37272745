using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Tests.Mails;

/// <summary>Changes that a mail tells.</summary>
public abstract class MailWriterCase
{
    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    private protected static DirectoryChange Designated(string state = "XAA", string name = "Office of International Legal Cooperation") =>
        Sample.Change(EventType.AuthorityDesignated, after: Sample.Authority(name, state), state: state);

    private protected static DirectoryChange Amended()
    {
        var old = Sample.Authority();
        return Sample.Change(EventType.AuthorityAmended, old, old with
        {
            Version = 2,
            Restricted = old.Restricted with { Phones = [new("+99915550199")], Fax = null, Comments = "a secret remark" },
        });
    }

    private protected static DirectoryChange[] Declarations() =>
    [
        Sample.Change(EventType.NilDeclared, facts: new() { NoticeId = "n", Pair = new(Instrument.Untoc, "16", Matter.Extradition) }),
        Sample.Change(EventType.LegalBasisDeclared, facts: new()
        {
            NoticeId = "n", LegalBasis = new(Instrument.Untoc, LegalBasisValue.Yes, new(2025, 8, 4)),
        }),
        Sample.Change(EventType.MembershipChanged, facts: new()
        {
            NoticeId = "n", Network = "wacap", Role = MembershipRole.Member, ValidFrom = new(2025, 4, 1),
        }),
    ];
}
