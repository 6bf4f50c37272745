using Hub.Delivery.Mail;
using Hub.Notices.Recipients;
using Hub.Pages.Console.Editions;
using Hub.Register.States;

namespace Hub.Functions.Console.Editions;

/// <summary>What became of an edition's mails, with whom they are for.</summary>
public sealed class EditionMails(MailDeliveries deliveries, RecipientDirectory recipients, StateCatalog states)
{
    /// <summary>The mails, those that failed first and those that wait next.</summary>
    public async Task<IReadOnlyList<DeliveryRow>> Of(long sequence, Language language, CancellationToken cancel)
    {
        var known = (await recipients.List(language, cancel)).DistinctBy(r => r.Id).ToDictionary(r => r.Id);
        return
        [
            .. from mail in await deliveries.Of(sequence, cancel)
               let to = known.GetValueOrDefault(mail.Recipient)
               orderby mail.HasFailed() descending, mail.Status == MailStatus.Queued descending, mail.State.Value, mail.Recipient
               select new DeliveryRow(mail, to?.Name ?? mail.Recipient, NameOf(mail.State, language), to?.Address ?? ""),
        ];
    }

    private string NameOf(StateCode state, Language language) => states.Contains(state) ? states[state].Name(language) : state.Value;
}
