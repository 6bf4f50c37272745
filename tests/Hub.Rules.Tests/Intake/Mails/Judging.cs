using Hub.Intake.Files.Reading;
using Hub.Intake.Mails;
using Hub.Intake.Mails.Classification;
using Hub.Intake.Mails.Senders;
using Hub.Intake.Notes;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Intake.Mails;

/// <summary>Judges a mail with all its files opened.</summary>
internal static class Judging
{
    public static MailVerdict Of(ParsedMail mail, Correspondents correspondents, RegisterSnapshot register) =>
        new MailClassifier(Sample.Data).Judge(
            mail, new OpenedFiles(new FileReader()).Of(mail, default).GetAwaiter().GetResult(), correspondents, register, Sample.Now);
}
