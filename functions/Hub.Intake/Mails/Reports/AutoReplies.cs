using System.Text.RegularExpressions;

namespace Hub.Intake.Mails.Reports;

/// <summary>Recognises automatic replies (RFC 3834), and those of programs that do not mark them.</summary>
internal static partial class AutoReplies
{
    private static readonly string[] Marks = ["X-Autoreply", "X-Autorespond", "X-Auto-Reply-From", "X-Mail-Autoreply"];

    /// <summary>
    /// Whether a header is an automatic reply's. <c>auto-generated</c> alone proves nothing: a ministry's own system may send its notes so.
    /// It has to answer something, or to say so in its subject.
    /// </summary>
    public static bool IsOne(MailHeader header)
    {
        var submitted = (header["Auto-Submitted"] ?? "no").Split(';', ' ')[0].ToUpperInvariant();
        var precedence = (header["Precedence"] ?? "").ToUpperInvariant();
        return submitted == "AUTO-REPLIED" || precedence == "AUTO_REPLY" || Marks.Any(m => header[m] is not null)
            || ((submitted != "NO" || header["X-Auto-Response-Suppress"] is not null)
                && (Answers(header) || Subjects().IsMatch(header["Subject"] ?? "")));
    }

    private static bool Answers(MailHeader header) => header["In-Reply-To"] is not null || header["References"] is not null;

    [GeneratedRegex(
        @"^\s*(automatic reply|auto(matic)?[- ]?(reply|response)|out of (the )?office|réponse automatique|absence du bureau"
        + @"|respuesta automática|fuera de (la )?oficina|automatische antwort|abwesenheitsnotiz|resposta automática|risposta automatica"
        + @"|автоматический ответ|автоответ|自动(答复|回复)|رد تلقائي)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Subjects();
}
