using Hub.Intake.Inbox;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Colleagues;
using Hub.Notices.Outbox;
using Hub.Notices.Recipients;
using Hub.Operations.Erasures;
using Hub.Register.Log;

namespace Hub.Operations.Erasing;

/// <summary>Finds what an erasure concerns.</summary>
public sealed class ErasureSearch(
    IPersonalData data, INoticeStore notices, IMailStore mails, IOutboxStore outbox, IRegisterStore register, ISubscriberStore subscribers,
    IPartnerStore partners, IKeyStore keys, IFileEraser files, IHandlingStore handlings)
{
    /// <summary>More than this, and what is looked for is no one person.</summary>
    public const int MostItems = 500;

    /// <summary>What it takes something out of; those that are clean by now are not among them.</summary>
    public async Task<IReadOnlyList<ErasureItem>> Find(ErasureRequest request, CancellationToken cancel)
    {
        var found = request switch
        {
            { Notice: { } id } => await OfNotice(id, cancel),
            { Mail: { } id } => await OfMail(id, cancel),
            _ => await OfPerson(new(request), cancel),
        };
        if (request.KeepFiles)
            return found;
        var counted = new List<ErasureItem>();
        // What is too much is refused, and needs no count.
        foreach (var item in found)
            counted.Add(found.Count <= MostItems && FolderOf(item) is { } folder
                ? item with { Files = (await files.List(folder, cancel)).Count } : item);
        return counted;
    }

    /// <summary>What names a person and is for a person to change.</summary>
    public async Task<IReadOnlyList<LeftOver>> Left(ErasureRequest request, CancellationToken cancel)
    {
        if (!request.IsOfPerson())
            return [];
        var terms = new PersonalTerms(request);
        var snapshot = await register.Read(TimeSpan.Zero, cancel);
        return
        [
            .. snapshot.Authorities.Values.Where(a => ErasedRecord.IsNamedAfter(a, terms)).Select(a => new LeftOver(
                $"the name, unit, website or laws of record {a.Id}", "Only its State can change that: ask it for a notice.")),
            .. (await subscribers.List(cancel)).Where(s => terms.Matches(s.Name) || terms.Matches(s.Address)).Select(s => new LeftOver(
                $"the mission {s.Id}", $"Give it another name or address: PUT /api/subscribers/{s.Id}.")),
            .. (await partners.List(cancel)).Where(p => new[] { p.Name, p.Contact?.Name, p.Contact?.Address }.Any(terms.Matches))
                .Select(_ => new LeftOver("a partner's name or contact", "Give it another contact: PUT /api/partners/{name}.")),
            .. (await keys.List(cancel)).Where(k => terms.Matches(k.Caller.Name) || terms.Matches(k.IssuedBy)).Select(k => new LeftOver(
                $"the key {k.Id}", $"Issue another in the name of the office, then DELETE /api/keys/{k.Id}.")),
        ];
    }

    /// <summary>The folder of an item's files; null where it has none.</summary>
    public static string? FolderOf(ErasureItem item) => item.Kind switch
    {
        ErasureKind.Notice => item.Id,
        ErasureKind.Mail => $"mail-{item.Id}",
        ErasureKind.Record => null,
    };

    // A notice and the mail that it came by say the same.
    private async Task<IReadOnlyList<ErasureItem>> OfNotice(string id, CancellationToken cancel)
    {
        if (await notices.Find(id, cancel) is not { } notice)
            return [];
        return notice.Mail is { } mail && await mails.Find(mail, cancel) is { } letter
            ? await OfMail(letter, cancel)
            : [Item(notice)];
    }

    private async Task<IReadOnlyList<ErasureItem>> OfMail(string id, CancellationToken cancel) =>
        await mails.Find(id, cancel) is { } mail ? await OfMail(mail, cancel) : [];

    private async Task<IReadOnlyList<ErasureItem>> OfMail(MailRecord mail, CancellationToken cancel)
    {
        var items = new List<ErasureItem> { await Item(mail, cancel) };
        foreach (var id in mail.Notices)
            if (await notices.Find(id, cancel) is { } notice && notice.Mail == mail.Id)
                items.Add(Item(notice));
        return items;
    }

    private async Task<IReadOnlyList<ErasureItem>> OfPerson(PersonalTerms terms, CancellationToken cancel)
    {
        var (items, ofMails, named) = (new List<ErasureItem>(), new HashSet<string>(), new HashSet<string>());
        var noted = await handlings.All(cancel).Where(d => ErasedHandling.Names(d, terms)).Select(d => d.Id).ToHashSetAsync(null, cancel);
        await foreach (var notice in data.Notices(cancel))
            if (ErasedNotice.Names(notice, terms) || noted.Contains(notice.Id))
            {
                items.Add(Item(notice));
                named.Add(notice.Id);
                if (notice.Mail is { } mail)
                    ofMails.Add(mail);
            }
        await foreach (var mail in data.Mails(cancel))
            if (!ErasedMail.IsClean(mail)
                && (ofMails.Contains(mail.Id) || mail.Notices.Any(named.Contains) || noted.Contains(mail.Id)
                    || ErasedMail.Names(mail, terms)))
                items.Add(await Item(mail, cancel));
        foreach (var record in (await register.Read(TimeSpan.Zero, cancel)).Authorities.Values)
            if (ErasedRecord.Names(record, terms)
                || (await data.EarlierVersions(record.Id, cancel)).Any(v => ErasedRecord.NamesEarlier(v, terms)))
                items.Add(new(ErasureKind.Record, record.Id));
        return [.. items.OrderBy(i => i.Kind).ThenBy(i => i.Id, StringComparer.Ordinal)];
    }

    private static ErasureItem Item(Notice notice) => new(ErasureKind.Notice, notice.Id)
    {
        Waits = ErasedNotice.IsOpen(notice) ? EraseNotice.Open : null,
    };

    private async Task<ErasureItem> Item(MailRecord mail, CancellationToken cancel) => new(ErasureKind.Mail, mail.Id)
    {
        Waits = ErasedMail.IsOpen(mail, await outbox.RepliesTo(mail.Id, cancel)) ? EraseMail.Open : null,
    };
}
