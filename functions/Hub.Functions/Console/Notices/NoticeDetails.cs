using Hub.Intake.Files.Reading;
using Hub.Intake.Inbox;
using Hub.Intake.Mails;
using Hub.Intake.Translation;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Flow;
using Hub.Notices.Rules;
using Hub.Pages.Console.Notices;
using Hub.Register.Log;
using Hub.Register.Networks;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Functions.Console.Notices;

/// <summary>Gathers everything that is shown of a notice.</summary>
public sealed class NoticeDetails(
    NoticePreview preview, IRegisterStore register, IDocumentWorkStore works, MailTexts mails, NetworkCatalog networks, StateCatalog states)
{
    /// <summary>What is shown of a notice to somebody.</summary>
    public async Task<NoticeDetail> Of(Notice notice, Caller caller, Language language, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var snapshot = await register.Read(TimeSpan.Zero, cancel);
        var isDone = notice.Sequence is not null || notice.ErasedAt is not null || notice.EmptiedAt is not null;
        var (mail, body) = await mails.Of(notice.Mail, cancel);
        return new(
            notice, states.Contains(notice.State) ? states[notice.State].Name(language) : notice.State.Value,
            isDone ? [] : await preview.Of(notice, cancel), networks)
        {
            Mail = mail,
            Body = body,
            CommittedAt = await CommittedAt(notice, cancel),
            Works = notice.Files.Count == 0 ? [] : await works.Of(notice.Id, cancel),
            WhyNot = caller.HasOneOf(SecretariatRoles.Reviewer)
                ? Enum.GetValues<DecisionKind>().ToDictionary(k => k, k => Decisions.WhyNot(notice, caller, k))
                : new Dictionary<DecisionKind, NoticeRefusal?>(),
            Moved = isDone ? [] : await Moved(notice, snapshot, cancel),
            Versions = notice.BasedOn.Keys.Where(snapshot.Authorities.ContainsKey)
                .ToDictionary(id => id, id => snapshot.Authorities[id].Version),
        };
    }

    private async Task<DateTimeOffset?> CommittedAt(Notice notice, CancellationToken cancel) => notice.Sequence is { } sequence
        && await register.ReadEvents(sequence - 1, 1, cancel) is [var change] ? change.Time : null;

    private async Task<IReadOnlyList<(Authority?, Authority?)>> Moved(
        Notice notice, RegisterSnapshot snapshot, CancellationToken cancel)
    {
        var moved = new List<(Authority?, Authority?)>();
        foreach (var id in NoticeFlow.StaleRecords(notice, snapshot))
            moved.Add((await register.ReadVersion(id, notice.BasedOn[id], cancel), snapshot.Authorities.GetValueOrDefault(id)));
        return moved;
    }
}

/// <summary>The texts of mails, as they are shown beside what was read in them.</summary>
public sealed class MailTexts(IMailStore mails, MailArchive archive, IMailParser parser)
{
    /// <summary>A mail, and its text; null where there is none, or where it cannot be read any more.</summary>
    public async Task<(MailRecord? Mail, string? Body)> Of(string? id, CancellationToken cancel)
    {
        if (id is null || await mails.Find(id, cancel) is not { } mail)
            return (null, null);
        if (mail.EmptiedAt is not null)
            return (mail, null);
        try
        {
            return (mail, (await parser.Parse(await archive.Open(mail, cancel), cancel)).Text);
        }
        catch (Exception e) when (e is InvalidDataException or FileReaderUnavailableException)
        {
            return (mail, null);
        }
    }
}
