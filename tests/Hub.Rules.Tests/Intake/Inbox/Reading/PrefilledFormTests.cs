using System.Text;
using Hub.Intake.Forms.Filling;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Intake.Inbox.Reading;

/// <summary>A form that was filled in with a record comes back by mail.</summary>
public sealed class PrefilledFormTests : InboxCase
{
    [Fact]
    public async Task It_changes_what_differs_from_the_version_that_it_was_filled_in_with()
    {
        var record = Sample.Authority();
        _rig.Register.Put(record);
        var answers = new Dictionary<string, string>(FilledForm.Of(record, Language.French)) { ["C8"] = "Unité 5" };
        _rig.Register.Change(new Hub.Register.Log.Change.Amend(record.Id, Sample.Object("""{"comments":"newer"}""")));
        _rig.Mailbox.Arrive(Mail(answers));
        await _rig.RunToTheEnd();
        var change = Assert.Single(_rig.Notices.All).Form["changes"]![0]!;
        Assert.Equal(record.Id, (string?)change["recordId"]);
        Assert.Equal("""{"unitName":"Unit\u00E9 5"}""", change["set"]!.ToJsonString());
    }

    private static string Mail(IReadOnlyDictionary<string, string> answers) => $"""
        Authentication-Results: mx.hub.example; dmarc=pass header.from=mission.example
        From: {MailroomRig.Mission}
        To: {MailroomRig.Inbox}
        Subject: Formulaire
        Message-ID: <form-1@mission.example>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="b"

        --b
        Content-Type: text/plain

        The form is attached.
        --b
        Content-Type: text/csv; name="form.csv"
        Content-Disposition: attachment; filename="form.csv"
        Content-Transfer-Encoding: base64

        {Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Join("\r\n", answers.Select(Line).Prepend("designation/1,,,"))))}
        --b--
        """;

    private static string Line(KeyValuePair<string, string> answer) =>
        $"{answer.Key},,,\"{answer.Value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
