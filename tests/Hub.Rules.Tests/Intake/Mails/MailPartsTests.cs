using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Hub.Intake.Files.Reading;
using Hub.Intake.Mails;
using Hub.Intake.Mails.Parsing;
using Hub.Register.Problems;

namespace Hub.Rules.Tests.Intake.Mails;

/// <summary>What programs and servers add to a mail is no file of its note; what they wrap it in is taken off.</summary>
public sealed class MailPartsTests
{
    static MailPartsTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static readonly byte[] Note = Encoding.UTF8.GetBytes("Content-Type: text/plain\r\n\r\nThe note itself.\r\n");

    [Theory]
    [InlineData("application/pkcs7-signature", "smime.p7s")]
    [InlineData("application/x-pkcs7-signature", "signature.bin")]
    [InlineData("application/octet-stream", "smime.p7s")]
    [InlineData("application/pgp-signature", "signature.asc")]
    public void A_signature_beside_a_note_is_no_file(string type, string name)
    {
        var mail = Parse(Mixed($"Content-Type: {type}; name={name}\r\nContent-Disposition: attachment; filename={name}\r\n\r\nMIIB"));
        Assert.Empty(mail.Files);
        Assert.Contains("The note itself.", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/pkcs7-mime; smime-type=signed-data; name=smime.p7m")]
    [InlineData("application/x-pkcs7-mime")]
    [InlineData("application/octet-stream; name=smime.p7m")]
    public void A_note_within_its_signature_is_read(string type)
    {
        var mail = Parse(Packed(type, Signed(Note)));
        Assert.Equal("The note itself.", mail.Text.Trim());
        Assert.Empty(mail.Files);
    }

    [Fact]
    public void Signatures_within_signatures_end_at_the_limit_of_depth()
    {
        var inner = Note;
        for (var i = 0; i < 20; i++)
            inner = Encoding.UTF8.GetBytes(Packed("application/pkcs7-mime", Signed(inner)));
        Assert.Contains(MailDefect.TooDeep, Parse(Encoding.UTF8.GetString(inner)).Defects);
    }

    [Fact]
    public void An_encrypted_note_is_said_to_be_encrypted()
    {
        using var certificate = Certificate();
        var cms = new EnvelopedCms(new ContentInfo(Note));
        cms.Encrypt(new CmsRecipient(certificate));
        Assert.Equal(ProblemCode.F13, Refusal(Packed("application/pkcs7-mime; name=smime.p7m", cms.Encode())));
        Assert.Equal(
            ProblemCode.F13,
            Refusal(Packed("application/octet-stream; name=encrypted.asc", "-----BEGIN PGP MESSAGE-----\n\nhQ=="u8.ToArray())));
    }

    [Fact]
    public void What_only_says_to_be_a_package_is_a_file_like_any_other() =>
        Assert.Equal("smime.p7m", Assert.Single(Parse(Packed("application/pkcs7-mime; name=smime.p7m", [0x30, 0x80, 1])).Files).Name);

    [Theory]
    [InlineData("ATT00001.htm", "text/html", "<html><body></body></html>", "")]
    [InlineData("ATT00002.txt", "text/plain", "", "")]
    [InlineData("att00001.html", "text/html", "<p>Regards", "Regards")]
    public void What_a_mail_server_made_a_file_of_is_text(string name, string type, string content, string read)
    {
        var mail = Parse(Mixed($"Content-Type: {type}; name={name}\r\nContent-Disposition: attachment; filename={name}\r\n\r\n{content}"));
        Assert.Empty(mail.Files);
        Assert.Equal(
            $"The note itself. {read}".Trim(),
            mail.Text.ReplaceLineEndings(" ").Replace("   ", " ", StringComparison.Ordinal).Trim());
    }

    [Theory]
    [InlineData("koi8-r", "Вербальная нота")]
    [InlineData("windows-1251", "Вербальная нота")]
    [InlineData("windows-1256", "مذكرة شفوية")]
    [InlineData("utf-8", "Note à l’attention")]
    public void A_subject_written_as_it_is_has_the_letters_of_its_text(string charset, string subject)
    {
        var mail = MailParser.Parse(Encoding.GetEncoding(charset).GetBytes(
            $"From: a@b.example\r\nSubject: {subject}\r\nContent-Type: text/plain; charset={charset}\r\n\r\nx"));
        Assert.Equal(subject, mail.Subject);
        Assert.Contains(mail.Headers, h => h.Value == subject);
    }

    [Theory]
    [InlineData('b')]
    [InlineData('q')]
    public void A_subject_without_end_is_decoded_then_cut(char how)
    {
        var text = string.Concat(Enumerable.Repeat("Нота ", 8000));
        var word = how == 'b'
            ? Convert.ToBase64String(Encoding.UTF8.GetBytes(text))
            : string.Concat(Encoding.UTF8.GetBytes(text).Select(b => b == ' ' ? "_" : $"={b:X2}"));
        var mail = Parse($"Subject: =?utf-8?{how}?{word}?=\r\n\r\nx");
        Assert.StartsWith("Нота Нота", mail.Subject, StringComparison.Ordinal);
        Assert.Equal(1000, mail.Subject.Length);
    }

    private static ProblemCode? Refusal(string mime)
    {
        var file = Assert.Single(Parse(mime).Files);
        using var content = file.Open();
        return FileReader.Inspect(file.Name, content).Refused;
    }

    private static ParsedMail Parse(string mime) => MailParser.Parse(Encoding.UTF8.GetBytes(mime));

    private static string Mixed(string part) =>
        "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nThe note itself.\r\n--b\r\n"
        + $"{part}\r\n--b--\r\n";

    private static string Packed(string type, byte[] content) =>
        $"Content-Type: {type}\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + $"{Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks)}\r\n";

    private static byte[] Signed(byte[] content)
    {
        using var certificate = Certificate();
        var cms = new SignedCms(new ContentInfo(content));
        cms.ComputeSignature(new CmsSigner(certificate));
        return cms.Encode();
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=mission.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
    }
}
