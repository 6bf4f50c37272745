using System.Text.Json.Nodes;
using Hub.Intake.Inbox;
using Hub.Notices;
using Hub.Notices.Outbox;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Register.States;

namespace Hub.Reading;

/// <summary>The line of JSON that says what the hub would do with a file (docs/reading.md).</summary>
internal static class ReadResult
{
    /// <summary>Of a mail.</summary>
    public static JsonObject Of(string file, ReadMail read, RegisterSnapshot register, TimeSpan took)
    {
        var result = Line(file, Outcome(read));
        result["mail"] = read.Mail.Kind?.Code();
        Fill(result, read.Notices, register);
        if (read.Draft is { } draft)
        {
            result["record"] = ReadFields.RecordOf(draft.Form, register);
            result["proposals"] = Proposals(ReadFields.Of(draft.Form, draft.Proposals, register));
        }
        if (read.Notices.Count == 0)
            result["state"] = (read.Mail.Sender?.State ?? read.Mail.Claimed)?.Value;
        if (read.Mail.Reasons.Count > 0)
            result["reasons"] = new JsonArray([.. read.Mail.Reasons.Select(r => JsonValue.Create(r.Code))]);
        result["mails"] = new JsonArray([.. read.Replies.Select(Sent)]);
        result["ms"] = Math.Round(took.TotalMilliseconds, 1);
        return result;
    }

    /// <summary>Of a notice that came by the API.</summary>
    public static JsonObject Of(string file, Notice notice, RegisterSnapshot register)
    {
        var result = Line(file, notice.Status == NoticeStatus.Duplicate ? "duplicate" : "notice");
        Fill(result, [notice], register);
        return result;
    }

    /// <summary>Of a notice that would not be taken in.</summary>
    public static JsonObject Of(string file, IReadOnlyList<Problem> problems)
    {
        var result = Line(file, "refused");
        result["problems"] = Problems(problems);
        return result;
    }

    private static JsonObject Line(string file, string outcome) => new() { ["file"] = file, ["outcome"] = outcome };

    private static string Outcome(ReadMail read) => read.Mail.Fate switch
    {
        InboundMailStatus.Notice when read.Notices.All(n => n.Status == NoticeStatus.Duplicate) => "duplicate",
        InboundMailStatus.Notice when read.Notices.Any(n => Notice.Amended(n.Form) is not null) => "amendment",
        InboundMailStatus.Notice => "notice",
        InboundMailStatus.Held => "held",
        InboundMailStatus.ToRead => "to_read",
        InboundMailStatus.Repeat => "duplicate",
        InboundMailStatus.NotANotice or InboundMailStatus.Bounce or InboundMailStatus.Dismissed
            or InboundMailStatus.Answered => "not_a_notice",
        InboundMailStatus.Received => throw new InvalidOperationException("The mail was not dealt with."),
    };

    private static void Fill(JsonObject result, IReadOnlyList<Notice> notices, RegisterSnapshot register)
    {
        if (notices.Count == 0)
            return;
        result["state"] = notices[0].State.Value;
        result["status"] = notices[0].Status.Code();
        result["kind"] = (string?)notices[0].Form["kind"];
        result["record"] = notices.Select(n => ReadFields.RecordOf(n.Form, register)).FirstOrDefault(r => r is not null);
        result["proposals"] = Proposals(notices.SelectMany(n => ReadFields.Of(n.Form, n.Words, register)));
        result["problems"] = Problems(notices.SelectMany(n => n.Problems));
        result["files"] = new JsonArray([.. notices.SelectMany(n => n.Files).Select(f => JsonValue.Create(f.Name))]);
    }

    private static JsonArray Proposals(IEnumerable<ReadField> fields) => new([.. fields.Select(Proposal)]);

    private static JsonObject Proposal(ReadField field)
    {
        var proposal = new JsonObject { ["field"] = field.Field, ["value"] = field.Value };
        if (field.Office is { } office)
            proposal["office"] = office;
        var from = field.From;
        proposal["source"] = new JsonObject
        {
            ["text"] = from.Words, ["start"] = from.Start, ["end"] = from.End, ["part"] = from.Where,
        };
        proposal["rule"] = from.Rule;
        return proposal;
    }

    private static JsonArray Problems(IEnumerable<Problem> problems) => new([
        .. problems.Select(p => new JsonObject
        {
            ["code"] = p.Code.ToString(), ["field"] = p.Field, ["text"] = ProblemTexts.Of(p, Language.English).Title,
        }),
    ]);

    private static JsonObject Sent(MailMessage message) => new()
    {
        ["to"] = message.To, ["kind"] = message.Id.Split(':')[0], ["text"] = message.Text,
    };
}
