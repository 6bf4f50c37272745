using System.Text;
using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Notices.AccessLinks;
using Hub.Notices.Recipients;
using Hub.Register.Json;
using Hub.Register.Records;

namespace Hub.Intake.Submissions;

/// <summary>
/// An authority that confirms its own record, or a mission one of its State, by a personal link. It says so by a notice, as everyone does
/// (I2), with the rights that it has (R7, I7): the Secretariat reviews it.
/// </summary>
public sealed class SelfConfirmation(NoticeIntake intake)
{
    /// <summary>
    /// Submits the confirmation; the id of its notice. Pressed again, the same. Null where the record is not the recipient's or is gone.
    /// </summary>
    public async Task<string?> Submit(AccessLink link, Recipient recipient, Authority? record, CancellationToken cancel)
    {
        if (record?.Id != link.Subject || !ConfirmableRecords.MayConfirm(recipient, record))
            return null;
        var form = new JsonObject
        {
            ["state"] = recipient.State.Value,
            ["kind"] = NoticeKind.ConfirmationNoChange.Code(),
            ["language"] = recipient.Language.Code(),
            ["changes"] = new JsonArray(new JsonObject { ["recordId"] = link.Subject }),
        };
        var sender = recipient.Sender();
        var key = $"confirmation-{recipient.Id}-{link.Subject}-{link.Expires:yyyyMMdd}";
        return await intake.Accept(new(sender, form, Encoding.UTF8.GetBytes(form.ToJsonString(HubJson.Options)), [], key), cancel) switch
        {
            SubmissionResult.Accepted(var notice) => notice.Id,
            SubmissionResult.Repeated(var notice) => notice.Id,
            SubmissionResult.Refused or SubmissionResult.KeyReused or SubmissionResult.ForeignState => null,
            var other => throw new NotSupportedException(other.GetType().Name),
        };
    }
}
