using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Hub.Notices.Recipients;
using Hub.Work.Runner;

namespace Hub.Intake.Mails.Reports;

/// <summary>
/// Recognises reports: those of RFC 3464 and RFC 8098, Exchange's, and the texts of servers that know neither. Pure: a mail that is none of
/// these gives null, because a notice must never be taken for a bounce.
/// </summary>
public static partial class ReportRules
{
    private const int MostReferences = 20;
    private static readonly string[] Saying = ["Status", "Diagnostic-Code", "X-Supplementary-Info"];
    private static readonly string[] Machines = ["mailer-daemon", "postmaster", "mail-daemon", "mdaemon"];

    /// <summary>The report that a mail is; null where it is none.</summary>
    public static DeliveryReport? Read(ReturnedMail mail)
    {
        if (Recipient(mail) is { } recipient)
            return Report(mail, Kind(recipient["Action"]), StatusOf(recipient), AddressOf(recipient)) with
            {
                FinalAddress = Bare(recipient["Final-Recipient"]?.Split(';')[^1]),
                HasReachedOthers = mail.Groups.Any(g => g["Action"] is { } action && Kind(action) == ReportKind.Arrived),
            };
        if (mail.Groups.FirstOrDefault(g => g["Disposition"] is not null) is { } shown)
            return Report(mail, ReportKind.Arrived, null, AddressOf(shown));
        if (IsFromAMachine(mail) && NamesAMail(mail))
            return Report(mail, Delayed().IsMatch(mail.Header["Subject"] ?? "") ? ReportKind.Delayed : ReportKind.Failed, Code(mail.Text),
                Bare(mail.Header["X-Failed-Recipients"]) ?? Bare(mail.Original?["To"]));
        return AutoReplies.IsOne(mail.Header) ? Report(mail, ReportKind.AutoReply, null, Bare(mail.Header["From"])) : null;
    }

    // The worst that happened to a recipient: the hub's mails have one, which a server may have expanded.
    private static MailHeader? Recipient(ReturnedMail mail) =>
        mail.Groups.Where(g => g["Action"] is not null).MinBy(g => Kind(g["Action"]));

    // The word alone: some servers say more behind it, e.g. "delayed (will retry for 3 days)".
    private static ReportKind Kind(string? action) => action?.Split([' ', '\t', '(', ';', ','], 2)[0].ToUpperInvariant() switch
    {
        "DELAYED" => ReportKind.Delayed,
        "DELIVERED" or "RELAYED" or "EXPANDED" => ReportKind.Arrived,
        _ => ReportKind.Failed,
    };

    private static DeliveryReport Report(ReturnedMail mail, ReportKind kind, string? status, string? address) => new(
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            mail.Header["Message-ID"] ?? string.Join('\n', mail.Header.Fields.Select(f => $"{f.Key}: {f.Value}"))))),
        kind, status, address, mail.Original?[DeliveryReport.MailIdHeader] ?? Named(HubId(), mail.Text), References(mail));

    private static IReadOnlyList<string> References(ReturnedMail mail)
    {
        string?[] naming =
        [
            mail.Original?["Message-ID"], .. mail.Groups.Select(g => g["Original-Message-ID"]),
            mail.Header["In-Reply-To"], mail.Header["References"], mail.Original is null ? Named(MessageId(), mail.Text) : null,
        ];
        return [.. naming.OfType<string>().SelectMany(n => AnId().Matches(n)).Select(m => m.Value).Distinct().Take(MostReferences)];
    }

    private static string? StatusOf(MailHeader recipient) => Best(Saying.SelectMany(name => Codes(recipient[name])));

    private static string? Code(string? text) => Best(Codes(text));

    // A code whose detail is 0 (x.y.0: other, or not known) says less than what else the servers said.
    private static string? Best(IEnumerable<string> codes)
    {
        var said = codes.ToList();
        return said.Find(code => !code.EndsWith(".0", StringComparison.Ordinal)) ?? said.FirstOrDefault();
    }

    // The runs of digits and dots that are one: no part of an IPv4 address, no number of a version.
    private static IEnumerable<string> Codes(string? text)
    {
        var (from, said) = (0, text ?? "");
        for (var i = 0; i <= said.Length; i++)
            if (i == said.Length || !(char.IsAsciiDigit(said[i]) || said[i] == '.'))
            {
                if (IsCode(said[from..i].TrimEnd('.')))
                    yield return said[from..i].TrimEnd('.');
                from = i + 1;
            }
    }

    private static bool IsCode(string run) => run.Length <= 9
        && run.Split('.') is [['2' or '4' or '5'], { Length: >= 1 and <= 3 }, { Length: >= 1 and <= 3 }];

    private static string? AddressOf(MailHeader recipient) =>
        Bare((recipient["Original-Recipient"] ?? recipient["Final-Recipient"])?.Split(';')[^1]);

    private static string? Bare(string? text) => Address().Match(text ?? "") is { Success: true, Value: var address } ? address : null;

    private static bool IsFromAMachine(ReturnedMail mail) =>
        mail.Header["X-Failed-Recipients"] is not null || mail.Header["X-MS-Exchange-Message-Is-Ndr"] is not null
        || (Bare(mail.Header["From"]) is { } from
            && (Machines.Contains(from.Split('@')[0].ToLowerInvariant())
                || from.StartsWith("MicrosoftExchange", StringComparison.OrdinalIgnoreCase)));

    private static bool NamesAMail(ReturnedMail mail) =>
        mail.Original is not null || mail.Header["X-Failed-Recipients"] is not null
            || HubId().IsMatch(mail.Text) || MessageId().IsMatch(mail.Text);

    private static string? Named(Regex field, string text) =>
        field.Match(text) is { Success: true } found ? found.Groups[1].Value.Trim() : null;

    [GeneratedRegex(@"[^\s<>;:,""()]+@[^\s<>;:,""()]+", RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    [GeneratedRegex(@"<[^<>\s]{1,250}>", RegexOptions.NonBacktracking)]
    private static partial Regex AnId();

    [GeneratedRegex(
        @"^[\s>]*x-hub-message-id:[ \t]*(\S{1,300})",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex HubId();

    [GeneratedRegex(
        @"^[\s>]*message-id:[ \t]*(<[^<>\s]{1,250}>)",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex MessageId();

    [GeneratedRegex(
        @"\b(delay(ed)?|warning|retard[ée]|retrasad[oa]|still trying)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Delayed();
}
