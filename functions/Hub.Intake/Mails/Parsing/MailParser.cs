using System.Text;
using MimeKit;

namespace Hub.Intake.Mails.Parsing;

/// <summary>Takes mails apart with MimeKit, within limits on size, depth and number.</summary>
public sealed class MailParser : IMailParser
{
    /// <summary>Bytes of a mail at most; of a larger one only the headers are read.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    /// <summary>Parts within parts at most.</summary>
    public const int MostDepth = 16;

    private const int HeaderBytes = 1024 * 1024;

    // Before anything is read: header fields come in these character sets too.
    static MailParser() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <inheritdoc/>
    public Task<ParsedMail> Parse(ReadOnlyMemory<byte> mime, CancellationToken cancel) => Task.FromResult(Parse(mime));

    /// <summary>The same, where it is called; never throws, whatever the bytes.</summary>
    public static ParsedMail Parse(ReadOnlyMemory<byte> mime)
    {
        // Whatever a library makes of a stranger's mail, to the hub it is a mail that cannot be read.
        try
        {
            return mime.Length > MostBytes ? HeadersOnly(mime) : Read(mime);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new() { Defects = [MailDefect.Unreadable] };
        }
    }

    private static ParsedMail HeadersOnly(ReadOnlyMemory<byte> mime)
    {
        var end = mime.Span[..HeaderBytes].IndexOf("\r\n\r\n"u8) is >= 0 and var at ? at + 4 : HeaderBytes;
        return With(Read(mime[..end]), MailDefect.TooLarge);
    }

    private static ParsedMail Read(ReadOnlyMemory<byte> mime)
    {
        var cut = LongHeaders.Cut(mime);
        var mail = MailReading.Of(Load(cut));
        return cut.Length < mime.Length ? With(mail, MailDefect.TooMany) : mail;
    }

    private static ParsedMail With(ParsedMail mail, MailDefect defect) =>
        mail with { Defects = [.. mail.Defects.Append(defect).Distinct()] };

    // What lies in it stays where it is in memory, and is unpacked one by one.
    internal static MimeMessage Load(ReadOnlyMemory<byte> mime)
    {
        return MimeMessage.Load(Options, new MailFile("", "", mime).Open(), persistent: true);
    }

    // A level more than is read: what lies there is seen, and refused by name.
    internal static ParserOptions Options => new() { MaxMimeDepth = (2 * MostDepth) + 1, MaxAddressGroupDepth = 1 };
}
