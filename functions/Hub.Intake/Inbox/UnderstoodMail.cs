using Hub.Intake.Mails;
using Hub.Intake.Mails.Classification;
using Hub.Intake.Mails.Kinds;
using Hub.Intake.Mails.Senders;
using Hub.Intake.Notes;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.States;

namespace Hub.Intake.Inbox;

/// <summary>A mail that was read.</summary>
/// <param name="Mail">Its parts.</param>
/// <param name="Verdict">What the hub makes of it.</param>
public sealed record UnderstoodMail(ParsedMail Mail, MailVerdict Verdict) : Confidential
{
    private static readonly MailDefect[] Closed = [MailDefect.Unreadable, MailDefect.TooLarge];

    /// <summary>Whether it could be taken apart.</summary>
    public bool IsReadable => !Mail.Defects.Any(Closed.Contains);

    /// <summary>The domain it says it is from; empty where it says none.</summary>
    public string Domain => Mail.From.Count > 0 ? Mail.From[0].Domain : "";

    /// <summary>Whether a person or a machine that wants an answer may have written it: what is none of these is never answered.</summary>
    public bool IsAnswerable => Verdict.Kind switch
    {
        MailKind.Notice or MailKind.Reply or MailKind.Other or MailKind.Empty => Mail.From is [{ Domain.Length: > 0 }],
        MailKind.AutoReply or MailKind.Bounce or MailKind.Calendar or MailKind.Newsletter or MailKind.Thanks => false,
    };

    /// <summary>The language that its sender is answered in: the mail's, else the one that the office reads.</summary>
    public Language Language => Verdict.Language ?? (Verdict.Sender switch
    {
        SenderVerdict.Known known => known.Office.Language,
        SenderVerdict.Held held => held.Claimed?.Language,
        _ => null,
    }) ?? Language.English;

    /// <summary>What its sender wrote, without what it quotes.</summary>
    public string OwnWords => string.Join('\n', Mail.Text.Split('\n').Where(l => !l.StartsWith('>'))).Trim();
}

/// <summary>Reads mails.</summary>
public sealed class MailUnderstanding(IMailParser parser, OpenedFiles files, MailClassifier judge)
{
    private const int LongestHead = 64 * 1024;

    /// <summary>A mail that was kept, read as on the day it came in.</summary>
    public async Task<UnderstoodMail> Read(MailRecord mail, ReadOnlyMemory<byte> original, Directory directory, CancellationToken cancel)
    {
        var parsed = await parser.Parse(original, cancel);
        var known = Known(mail, parsed, directory);
        // To hold a mail, nobody needs to look into its files.
        var opened = MailClassifier.IsOfKnown(parsed, known) ? await files.Of(parsed, cancel) : [];
        return new(parsed, judge.Judge(parsed, opened, known, directory.Register, mail.ReceivedAt));
    }

    /// <summary>A notice begun of what is found in a mail of a known office; null where nothing is.</summary>
    public async Task<UnderstoodNotice?> Draft(
        MailRecord mail, ReadOnlyMemory<byte> original, Directory directory, CancellationToken cancel)
    {
        var read = await Read(mail, original, directory, cancel);
        return read.Verdict.Sender is SenderVerdict.Known known
            ? judge.Draft(read.Mail, await files.Of(read.Mail, cancel), known.Office, directory.Register, mail.ReceivedAt)
            : null;
    }

    /// <summary>
    /// The head of a mail that cannot be read: short and plain, it says who wrote. Null where it is not certain who did, or no answer is
    /// wanted.
    /// </summary>
    public async Task<UnderstoodMail?> Head(MailRecord mail, ReadOnlyMemory<byte> original, Directory directory, CancellationToken cancel)
    {
        var parsed = await parser.Parse(HeadOf(original), cancel);
        var known = Known(mail, parsed, directory);
        var head = new UnderstoodMail(parsed, judge.Judge(parsed, [], known, directory.Register, mail.ReceivedAt));
        return head is { IsAnswerable: true, Verdict.Sender: SenderVerdict.Known } ? head : null;
    }

    private static ReadOnlyMemory<byte> HeadOf(ReadOnlyMemory<byte> original)
    {
        var start = original[..Math.Min(original.Length, LongestHead)];
        return start.Span.IndexOf("\r\n\r\n"u8) is >= 0 and var end ? start[..(end + 4)] : start;
    }

    // Whom the Secretariat called back is an office like any other for this mail.
    private static Correspondents Known(MailRecord mail, ParsedMail parsed, Directory directory) =>
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
