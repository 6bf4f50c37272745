using Hub.Core.Channels.Mail.Bounces;
using Hub.Core.Correspondence;
using Hub.Core.Correspondence.Kinds;
using Hub.Core.Correspondence.Mails;
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
    DeliveryReport? Read(ReadOnlyMemory<byte> mime);
}

/// <summary>Reads mails.</summary>
public sealed class LetterReader(IMailParser parser, MailJudge judge)
{
    /// <summary>A mail that was kept, read as on the day it came in.</summary>
    public Letter Read(FreshMail fresh, Directory directory)
    {
        var parsed = parser.Parse(fresh.Original);
        return new(parsed, judge.Judge(parsed, Known(fresh.Mail, parsed, directory), directory.Register, fresh.Mail.ReceivedAt));
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
