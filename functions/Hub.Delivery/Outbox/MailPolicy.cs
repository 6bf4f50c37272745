using Hub.Register.Log;

namespace Hub.Delivery.Outbox;

/// <summary>Which events recipients are told of by mail.</summary>
public static class MailPolicy
{
    /// <summary>
    /// Everything that changes what a recipient would do; not that all remains as it was, nor what recipients already have.
    /// </summary>
    public static bool IsMailed(DirectoryEvent e) => e.Facts.Quiet != true && e.Type switch
    {
        // That a State confirms a law as it stands changes no field of it.
        EventType.LawPublished => e.Facts.Changed is not [],
        EventType.AuthorityConfirmed or EventType.DataErased => false,
        EventType.AuthorityDesignated or EventType.AuthorityAmended or EventType.AuthorityWithdrawn or EventType.TemporaryNoticeAnnounced
            or EventType.NilDeclared or EventType.LegalBasisDeclared or EventType.MembershipChanged or EventType.EditionPublished => true,
    };
}
