using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Intake.Inbox.ByHand;

/// <summary>What a reader of the directory says is wrong with a record.</summary>
/// <param name="Reader">Who says so.</param>
/// <param name="Address">Where the reader is reached; null where that is not known.</param>
/// <param name="Language">The language that the reader reads.</param>
/// <param name="State">The State of the record.</param>
/// <param name="Record">The record's id.</param>
/// <param name="Name">The office's name.</param>
/// <param name="Text">What is wrong.</param>
/// <param name="Key">What the form brings, so that sent twice it is one report.</param>
public sealed record ErrorReport(
    string Reader, string? Address, Language Language, StateCode State, string Record, string Name, string Text, string Key) : Confidential;

/// <summary>
/// Keeps what readers report as a mail that a person of the Secretariat reads: it becomes a notice, is answered or dismissed, like any
/// other.
/// </summary>
public sealed class ErrorReports(TypedMails mails)
{
    /// <summary>The most signs of a report.</summary>
    public const int Longest = 4000;

    /// <summary>Keeps a report.</summary>
    public Task Keep(ErrorReport report, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(report);
        return mails.Take(
            new(
                report.Reader, report.Address, $"Error reported: {report.Name}", $"{report.Name}\n\n{report.Text}\n\n{report.Reader}\n",
                report.Language)
            {
                Key = report.Key, State = report.State, Asks = new(PageRequestKind.Error, Record: report.Record),
            },
            cancel);
    }
}
