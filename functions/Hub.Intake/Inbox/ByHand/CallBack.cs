using Hub.Intake.Files.Reading;
using Hub.Intake.Mails;
using Hub.Register.Contacts;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Intake.Inbox.ByHand;

/// <summary>
/// Whether a number that was called proves who wrote a mail: one that the directory had before the mail came does, one that the mail itself
/// brings, in whatever part and script, never.
/// </summary>
public sealed class CallBack(CallBackNumbers numbers, MailArchive archive, IMailParser parser, IFileReader files)
{
    private const int MostFiles = 20;

    // Fewer digits of a text may be anything.
    private const int Digits = 7;

    // Of such a mail a person may see, or find in it, something else than the hub.
    private static readonly MailDefect[] Hiding =
    [
        MailDefect.Unreadable, MailDefect.TooLarge, MailDefect.TooDeep, MailDefect.TooMany, MailDefect.BadTnef,
        MailDefect.AlternativesDiffer, MailDefect.UnsureText,
    ];

    /// <summary>What is wrong with a number that was called for a mail of a State; null where nothing is.</summary>
    public async Task<MailFault?> Fault(MailRecord mail, StateCode state, string? number, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(number))
            return MailFault.Number;
        if (TelephoneNumbers.Read(number) is not { } called)
            return MailFault.NoNumber;
        if ((await numbers.Of(state, mail.ReceivedAt, cancel)).Any(n => IsOf(n.Phone, called)))
            return null;
        return await Texts(mail, cancel) is not { } texts ? MailFault.Unread
            : texts.Any(t => Brings(t, called.Number)) ? MailFault.OwnNumber
            : null;
    }

    // Another extension of a number on file may be whoever wrote the mail.
    private static bool IsOf(Phone phone, TelephoneNumber called) =>
        phone.Number == called.Number && (called.Extension is null || called.Extension == phone.Extension);

    private static bool Brings(string text, string number) =>
        TelephoneNumbers.DigitsOf(text).Contains(TelephoneNumbers.DigitsOf(number)[^Digits..], StringComparison.Ordinal);

    private async Task<IReadOnlyList<string>?> Texts(MailRecord mail, CancellationToken cancel)
    {
        try
        {
            var original = await archive.Open(mail, cancel);
            var read = await parser.Parse(original, cancel);
            return original.IsEmpty || IsHiding(read) || read.Files.Count > MostFiles
                ? null
                : [.. OfMail(read), .. await OfFiles(read.Files, cancel)];
        }
        catch (Exception e) when (e is InvalidDataException or FileReaderUnavailableException)
        {
            return null;
        }
    }

    private static bool IsHiding(ParsedMail mail) => mail.Defects.Any(Hiding.Contains) || mail.Forwarded.Any(IsHiding);

    private static IEnumerable<string> OfMail(ParsedMail mail) => [mail.Subject, mail.Text, .. mail.Forwarded.SelectMany(OfMail)];

    // A file without a text of its own, as a scan, says nothing here: whoever called has read it.
    private async Task<IReadOnlyList<string>> OfFiles(IEnumerable<MailFile> brought, CancellationToken cancel)
    {
        var texts = new List<string>();
        foreach (var file in brought)
        {
            texts.Add(file.Name);
            using var content = file.Open();
            if (await files.Inspect(file.Name, content, cancel) is { Refused: null, Kind: { } kind })
                texts.Add((await files.Text(kind, content, cancel)).Text);
        }
        return texts;
    }
}
