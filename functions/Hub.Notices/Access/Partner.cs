using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Notices.Access;

/// <summary>A partner network as the Secretariat has registered it.</summary>
/// <param name="Name">Its name: that of its keys and endpoints.</param>
/// <param name="Contact">Whom to write to; null where nobody is named.</param>
/// <param name="RevokedAt">When its access was withdrawn: nothing is sent to it any more.</param>
public sealed record Partner(string Name, PartnerContact? Contact = null, DateTimeOffset? RevokedAt = null) : Confidential
{
    /// <summary>Why its cursors stop.</summary>
    public const string Revoked = "the partner's access was withdrawn";
}

/// <summary>Whom to write to at a partner.</summary>
/// <param name="Address">A functional mailbox.</param>
/// <param name="Language">The language it reads.</param>
/// <param name="Name">How it is addressed.</param>
public sealed record PartnerContact(string Address, Language Language, string Name) : Confidential;

/// <summary>Where partners are kept.</summary>
public interface IPartnerStore
{
    /// <summary>A partner; null where the Secretariat registered none of the name.</summary>
    Task<Partner?> Find(string name, CancellationToken cancel);

    /// <summary>All of them.</summary>
    Task<IReadOnlyList<Partner>> List(CancellationToken cancel);

    /// <summary>Keeps a partner.</summary>
    /// <param name="partner">As it is to be.</param>
    /// <param name="before">As it was read; null where there was none.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>False where it stands otherwise by now: then nothing is kept.</returns>
    Task<bool> Save(Partner partner, Partner? before, CancellationToken cancel);
}
