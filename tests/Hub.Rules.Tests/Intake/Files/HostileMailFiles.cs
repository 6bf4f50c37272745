using System.Text;
using Hub.Register.Problems;
using Hub.SampleFiles;

namespace Hub.Rules.Tests.Intake.Files;

/// <summary>Mails as files that must not be taken.</summary>
internal static class HostileMailFiles
{
    private const string Head = "From: mission@state.example\r\nTo: hub@hub.example\r\nSubject: note\r\nMIME-Version: 1.0\r\n";

    public static IEnumerable<(string Name, ProblemCode Code, byte[] Bytes)> All()
    {
        yield return ("mail with a program", ProblemCode.F12, Mail("octet-stream", [.. "MZ"u8, .. new byte[50]]));
        yield return ("mail with a program by name", ProblemCode.F12, Mail("octet-stream; name=\"note.pdf.exe\"", "x"u8.ToArray()));
        yield return ("mail with an archive", ProblemCode.F14, Mail("zip", new Package().Part("a", "x").Bytes()));
        yield return (
            "mail with macros",
            ProblemCode.F11,
            Mail("octet-stream", Package.Docx("x").Part("word/vbaProject.bin", [1]).Bytes()));
        yield return (
            "mail in a mail in a mail in a mail",
            ProblemCode.F15,
            Enumerable.Range(0, 4).Aggregate("x"u8.ToArray(), (inner, _) => Mail("octet-stream", inner)));
        yield return (
            "mail with a program in quoted-printable",
            ProblemCode.F12,
            Mail("octet-stream", "=4D=5A=90=00=03=00=00=00"u8.ToArray(), "quoted-printable"));
        yield return ("mail with a program as it is", ProblemCode.F12, Mail("octet-stream", "#!/bin/sh\nexit"u8.ToArray(), "8bit"));
        yield return (
            "mail with a program behind a comment",
            ProblemCode.F12,
            Mail("octet-stream", Encoding.ASCII.GetBytes(Convert.ToBase64String([.. "MZ"u8, .. new byte[50]])), "(as usual) base64"));
        yield return (
            "mail with a program between other letters",
            ProblemCode.F12,
            Mail(
                "octet-stream",
                Encoding.ASCII.GetBytes($"TV\r\n!!\r\n{Convert.ToBase64String([.. "MZ"u8, .. new byte[50]])[2..]}"),
                "base64"));
        yield return (
            "mail with a program by a name in pieces",
            ProblemCode.F12,
            Mail("octet-stream; name*0=\"note.e\"; name*1=\"xe\"", "x"u8.ToArray()));
        yield return (
            "mail with broken base64",
            ProblemCode.F18,
            Encoding.ASCII.GetBytes(Head + "Content-Transfer-Encoding: base64\r\n\r\n%%%\r\n"));
    }

    /// <summary>A mail with one attachment.</summary>
    public static byte[] Mail(string type, byte[] attachment) => Encoding.ASCII.GetBytes(
        $"{Head}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nPlease find a note.\r\n--b\r\n"
        + $"Content-Type: application/{type}\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + $"{Convert.ToBase64String(attachment, Base64FormattingOptions.InsertLineBreaks)}\r\n--b--\r\n");

    /// <summary>The same, in an encoding that is already done.</summary>
    public static byte[] Mail(string type, byte[] body, string encoding) =>
    [
        .. Encoding.ASCII.GetBytes(
            $"{Head}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: application/{type}\r\n"
            + $"Content-Transfer-Encoding: {encoding}\r\n\r\n"),
        .. body, .. "\r\n--b--\r\n"u8,
    ];
}
