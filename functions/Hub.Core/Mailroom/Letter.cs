using Hub.Core.Channels.Mail.Bounces;
using Hub.Core.Correspondence;
using Hub.Core.Correspondence.Kinds;
using Hub.Core.Correspondence.Mails;
using Hub.Core.Correspondence.Notes;
using Hub.Core.Correspondence.Senders;
using Hub.Core.Json;
using Hub.Core.Register;

namespace Hub.Core.Mailroom;

/// <summary>A mail that was read.</summary>
/// <param name="Mail">Its parts.</param>
/// <param name="Verdict">What the hub makes of it.</param>
public sealed record Letter(ReceivedMail Mail, MailVerdict Verdict) : Confidential
{
    private static readonly MailDefect[] Closed = [MailDefect.Unreadable, MailDefect.TooLarge];

    /// <summary>Whether it could be taken apart.</summary>
    public bool IsReadable => !Mail.Defects.Any(Closed.Contains);

    /// <summary>The domain it says it is from; empty where it says none.</summary>
    public string Domain => Mail.From.Count > 0 ? Mail.From[0].Domain : "";

    /// <summary>Whether a person or a machine that wants an answer may have written it: what is none of these is never answered.</summary>
    public bool IsAnswerable => Verdict.Kind switch
    {
        MailKind.Notice or MailKind.Reply or MailKind.Other => Mail.From is [{ Domain.Length: > 0 }],
        MailKind.AutoReply or MailKind.Bounce or MailKind.Calendar or MailKind.Newsletter or MailKind.Thanks or MailKind.Empty => false,
    };

    /// <summary>What its sender wrote, without what it quotes.</summary>
    public string OwnWords => string.Join('\n', Mail.Text.Split('\n').Where(l => !l.StartsWith('>'))).Trim();
}

/// <summary>Reads reports on the delivery of mails.</summary>
public interface IReportReader
{
    /// <summary>The report that a mail is; null where it is none.</summary>
    Task<DeliveryReport?> Read(ReadOnlyMemory<byte> mime, CancellationToken cancel);
}

/// <summary>Reads mails.</summary>
public sealed class LetterReader(IMailParser parser, OpenedFiles files, MailJudge judge)
{
    /// <summary>A mail that was kept, read as on the day it came in.</summary>
    public async Task<Letter> Read(KeptMail mail, ReadOnlyMemory<byte> original, Directory directory, CancellationToken cancel)
    {
        var parsed = await parser.Parse(original, cancel);
        var known = Known(mail, parsed, directory);
        // To hold a mail, nobody needs to look into its files.
        var opened = MailJudge.IsOfKnown(parsed, known) ? await files.Of(parsed, cancel) : [];
        return new(parsed, judge.Judge(parsed, opened, known, directory.Register, mail.ReceivedAt));
    }

    // Whom the Secretariat called back is an office like any other for this mail.
    private static Correspondents Known(KeptMail mail, ReceivedMail parsed, Directory directory) =>
        mail.Sender is { State: { } state, Role: { } role } sender
            ? directory.Correspondents with
            {
                Offices = [new(state, role, sender.Name, [.. parsed.From.Select(f => f.Address)], [])],
            }
            : directory.Correspondents;
}

/// <summary>What mails are read against.</summary>
/// <param name="Correspondents">Whom the hub knows.</param>
/// <param name="Register">The register.</param>
public sealed record Directory(Correspondents Correspondents, RegisterSnapshot Register) : Confidential;
