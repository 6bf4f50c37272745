using Hub.Intake.Mails.Senders;
using Hub.Notices.Recipients;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Intake.Inbox.Replies;

/// <summary>Whom the hub knows: the missions and ministries among its subscribers, and the authorities of the register.</summary>
public sealed class CorrespondentList(ISubscriberStore subscribers, IRegisterStore register, MailroomSettings settings, TimeProvider clock)
{
    /// <summary>As they stand now.</summary>
    public async Task<Directory> Read(CancellationToken cancel)
    {
        var snapshot = await register.Read(TimeSpan.FromSeconds(1), cancel);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var offices = (await subscribers.List(cancel)).Select(r => new Office(r.State, r.Role, r.Name, [r.Address], r.Domains ?? [])
        {
            Language = r.Language, SetBy = [.. r.Persons()],
        });
        var authorities = from authority in snapshot.Authorities.Values
                          where authority.Restricted.IsInForce(today)
                          let addresses = (authority.Restricted.Emails ?? []).Select(e => e.Address).ToList()
                          where addresses.Count > 0
                          select new Office(
                              authority.State(), OfficeRole.Authority, authority.Name(Language.English), addresses, []);
        var known = new Correspondents(settings.AuthservIds, settings.OwnHosts, settings.OwnAddresses, [.. offices, .. authorities])
        {
            OwnNetworks = settings.OwnNetworks,
        };
        return new(known, snapshot);
    }
}
