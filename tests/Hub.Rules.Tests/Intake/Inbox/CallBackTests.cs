using System.Text;
using System.Text.Json.Nodes;
using Hub.InMemory;
using Hub.Intake.Files.Reading;
using Hub.Intake.Inbox;
using Hub.Intake.Inbox.ByHand;
using Hub.Intake.Mails.Parsing;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;
using Hub.SampleFiles;

namespace Hub.Rules.Tests.Intake.Inbox;

/// <summary>Which number proves who wrote a mail.</summary>
public sealed class CallBackTests
{
    private const string OnFile = "+999 1 555 0100";
    private const string Brought = "+999 1 555 0177";

    [Theory]
    [InlineData("+999 1 555 0100")]
    [InlineData("00999 1 555-0100")]
    public async Task A_number_that_the_directory_had_does_even_where_the_mail_brings_it_too(string number) =>
        Assert.Null(await Fault(Plain($"Call us at {OnFile}."), number));

    [Theory]
    [InlineData(null, MailFault.Number)]
    [InlineData(" ", MailFault.Number)]
    [InlineData("the usual one", MailFault.NoNumber)]
    [InlineData("555 0177", MailFault.NoNumber)]
    public async Task What_is_no_number_was_not_called(string? number, MailFault fault) =>
        Assert.Equal(fault, await Fault(Plain("x"), number));

    [Theory]
    [InlineData("Call us at +999 (1) 555-0177.")]
    [InlineData("هاتف: +٩٩٩ ١ ٥٥٥ ٠١٧٧")]
    [InlineData("दूरभाष +९९९ १ ५५५ ०१७७")]
    [InlineData("01/5550177, from abroad as usual")]
    public async Task A_number_that_the_mail_brings_in_whatever_script_proves_nothing(string text) =>
        Assert.Equal(MailFault.OwnNumber, await Fault(Plain(text), Brought));

    [Theory]
    [InlineData("+999 1 555 0177 ext. 1")]
    [InlineData("+999 1 555 0177;ext=1234567")]
    public async Task An_extension_does_not_make_another_number_of_it(string number) =>
        Assert.Equal(MailFault.OwnNumber, await Fault(Plain($"Call us at {Brought}."), number));

    [Fact]
    public async Task An_extension_of_a_number_on_file_that_the_mail_brings_is_not_on_file() =>
        Assert.Equal(MailFault.OwnNumber, await Fault(Plain($"Call us at {OnFile} ext. 66."), $"{OnFile} ext. 66"));

    [Fact]
    public async Task Who_knows_another_number_from_elsewhere_may_call_it() => Assert.Null(await Fault(Plain($"Call {OnFile}."), Brought));

    [Fact]
    public async Task The_subject_is_read_too() =>
        Assert.Equal(MailFault.OwnNumber, await Fault(Mail("text/plain", "x", $"Urgent {Brought}"), Brought));

    [Fact]
    public async Task A_mail_passed_on_within_it_is_read_too() =>
        Assert.Equal(MailFault.OwnNumber, await Fault(With("message/rfc822", "a.eml", $"Subject: old\r\n\r\nTel. {Brought}\r\n"), Brought));

    [Fact]
    public async Task The_letterhead_in_a_file_is_read_too() =>
        Assert.Equal(
            MailFault.OwnNumber,
            await Fault(With("application/pdf", "note.pdf", new Pdf().Page($"BT /F1 9 Tf ({Brought}) Tj ET").Bytes()), Brought));

    [Fact]
    public async Task Of_a_mail_that_cannot_be_read_only_a_number_on_file_counts()
    {
        Assert.Equal(MailFault.Unread, await Fault(null, Brought));
        Assert.Equal(MailFault.Unread, await Fault("", Brought));
        Assert.Null(await Fault(null, OnFile));
    }

    [Fact]
    public async Task Of_a_mail_whose_text_differs_by_the_program_that_shows_it_only_a_number_on_file_counts() =>
        Assert.Equal(
            MailFault.Unread,
            await Fault(
                "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nA note of the mission.\r\n"
                + "--b\r\nContent-Type: text/html\r\n\r\n<p>Something else altogether, of which the other has no word.</p>\r\n--b--\r\n",
                Brought));

    [Fact]
    public async Task A_number_that_came_into_the_directory_after_the_mail_is_not_one_that_it_had()
    {
        var register = new MemoryRegister(Sample.Authority());
        var phone = new JsonObject { ["number"] = "+99915550177" };
        register.Change(new Change.Amend(Sample.Record, new JsonObject { ["phones"] = new JsonArray(phone) }));
        var mail = Plain($"Our new number is {Brought}.");
        Assert.Equal(MailFault.OwnNumber, await Fault(mail, Brought, register));
        Assert.Null(await Fault(mail, OnFile, register));
    }

    [Fact]
    public async Task The_number_of_a_withdrawn_record_is_none_of_the_directorys() =>
        Assert.Equal(MailFault.OwnNumber, await Fault(Plain($"Call {OnFile}."), OnFile, new MemoryRegister(Sample.Withdrawn())));

    private static string Plain(string text) => Mail("text/plain; charset=utf-8", text);

    private static string Mail(string type, string text, string subject = "Note") =>
        $"From: a@b.example\r\nSubject: {subject}\r\nContent-Type: {type}\r\n\r\n{text}\r\n";

    private static string With(string type, string name, string content) => Mail(
        "multipart/mixed; boundary=b",
        $"--b\r\nContent-Type: text/plain\r\n\r\nThe note.\r\n--b\r\nContent-Type: {type}; name={name}\r\n\r\n{content}\r\n--b--");

    private static string With(string type, string name, byte[] content) => Mail(
        "multipart/mixed; boundary=b",
        $"--b\r\nContent-Type: text/plain\r\n\r\nThe note.\r\n--b\r\nContent-Type: {type}; name={name}\r\n"
        + $"Content-Disposition: attachment; filename={name}\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + $"{Convert.ToBase64String(content)}\r\n--b--");

    private static async Task<MailFault?> Fault(string? mime, string? number, MemoryRegister? register = null)
    {
        var (originals, mails) = (new MemoryOriginals(), new MemoryMails());
        var mail = new MailRecord
        {
            Id = "m", Mailbox = "hub", Message = "m", ReceivedAt = Sample.Now.AddHours(-1), Fate = InboundMailStatus.Held,
        };
        if (mime is not null)
            await originals.Keep(mail.Original, Encoding.UTF8.GetBytes(mime), "message/rfc822", default);
        var archive = new MailArchive(new MemoryMailbox(TimeProvider.System), mails, originals, TimeProvider.System);
        register ??= new(Sample.Authority());
        return await new CallBack(new(register), archive, new MailParser(), new FileReader()).Fault(mail, Sample.State, number, default);
    }
}
