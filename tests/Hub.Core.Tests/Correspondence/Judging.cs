using Hub.Core.Correspondence;
using Hub.Core.Correspondence.Mails;
using Hub.Core.Correspondence.Notes;
using Hub.Core.Correspondence.Senders;
using Hub.Core.Register;
using Hub.Core.Tests.Builders;
using Hub.Documents;

namespace Hub.Core.Tests.Correspondence;

/// <summary>Judges a mail with all its files opened.</summary>
internal static class Judging
{
    public static MailVerdict Of(ReceivedMail mail, Correspondents correspondents, RegisterSnapshot register) =>
        new MailJudge(Sample.Data).Judge(
            mail, new OpenedFiles(new FileReader()).Of(mail, default).GetAwaiter().GetResult(), correspondents, register, Sample.Now);
}
