using Hub.Intake.Files.Reading;
using Hub.Intake.Inbox;
using Hub.Intake.Inbox.ByHand;
using Hub.Intake.Mails;
using Hub.Notices;
using Hub.Notices.Colleagues;
using Hub.Notices.Outbox;
using Hub.Pages.Console.Mails;
using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Functions.Console.Mails;

/// <summary>Finds mails as people look for them, and gathers what is shown of one.</summary>
public sealed class MailViews(
    IMailStore mails, INoticeStore notices, IOutboxStore outbox, MailArchive archive, IMailParser parser, CallBackNumbers numbers,
    MailroomSettings settings, IHandlingStore handlings, StateCatalog states)
{
    private static readonly InboundMailStatus[] Waiting = [InboundMailStatus.Held, InboundMailStatus.ToRead];

    /// <summary>The mails that were chosen: those that wait by their age, all others with the newest first.</summary>
    public async Task<IReadOnlyList<MailRecord>> Find(MailChoice choice, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(choice);
        var found = new List<MailRecord>();
        foreach (var fate in Fates(choice))
            found.AddRange((await mails.List(fate, int.MaxValue, cancel)).Where(m => Fits(m, choice)));
        return choice.Fate == MailChoice.Waiting || (Codes.TryParse<InboundMailStatus>(choice.Fate, out var one) && Waiting.Contains(one))
            ? [.. found.OrderBy(m => m.ReceivedAt)]
            : [.. found.OrderByDescending(m => m.ReceivedAt)];
    }

    /// <summary>What is shown of a mail.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="state">The State whose numbers are shown; null for the one that it seems to be of.</param>
    /// <param name="language">The language of the page.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<MailDetail> Of(MailRecord mail, StateCode? state, Language language, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var made = new List<Notice>();
        foreach (var id in mail.Notices)
            if (await notices.Find(id, cancel) is { } notice)
                made.Add(notice);
        var of = state ?? mail.Sender?.State ?? mail.Claimed;
        return new(mail, await Parsed(mail, cancel), Names(language))
        {
            Notices = made,
            Handling = await handlings.Find(mail.Id, cancel),
            Replies = await outbox.RepliesTo(mail.Id, cancel),
            Numbers = Waiting.Contains(mail.Fate) && of is { } known ? await numbers.Of(known, mail.ReceivedAt, cancel) : [],
            NumbersOf = of,
            OwnServers = settings.AuthservIds,
        };
    }

    /// <summary>The States by their names.</summary>
    public IReadOnlyList<(string Code, string Name)> Names(Language language) =>
    [
        .. states.All.Where(s => !s.IsJurisdiction).Select(s => (s.Alpha3.Value, s.Name(language)))
            .OrderBy(s => s.Item2, StringComparer.Create(language.Culture(), false)),
    ];

    private static IEnumerable<InboundMailStatus?> Fates(MailChoice choice) => choice.Fate switch
    {
        MailChoice.Waiting => Waiting.Select(f => (InboundMailStatus?)f),
        _ => [Codes.TryParse<InboundMailStatus>(choice.Fate, out var one) ? one : null],
    };

    private static bool Fits(MailRecord mail, MailChoice choice) =>
        (choice.State is not { } state || state == (mail.Sender?.State ?? mail.Claimed))
        && (choice.Text is not { } text
            || mail.Id == text
            || new[] { mail.From, mail.Subject }.Any(t => t?.Contains(text, StringComparison.OrdinalIgnoreCase) == true));

    // Whatever is the matter with its content, the rest of it is shown.
    private async Task<ParsedMail?> Parsed(MailRecord mail, CancellationToken cancel)
    {
        if (mail.EmptiedAt is not null)
            return null;
        try
        {
            return await parser.Parse(await archive.Open(mail, cancel), cancel);
        }
        catch (Exception e) when (e is InvalidDataException or FileReaderUnavailableException)
        {
            return null;
        }
    }
}
