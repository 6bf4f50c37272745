using System.Text;
using System.Text.RegularExpressions;
using Hub.Intake.Mails.Html;
using MimeKit;
using MimeKit.Tnef;

namespace Hub.Intake.Mails.Parsing;

/// <summary>Walks through the parts of a mail: what is text, what is a file, what is a mail of its own.</summary>
internal sealed partial class MailContent(MailBudget budget, int depth)
{
    private const int MostTextBytes = 4 * 1024 * 1024;
    private const int SmallPicture = 32 * 1024;
    private readonly StringBuilder _text = new();
    private readonly List<MailFile> _files = [];
    private readonly List<ParsedMail> _forwarded = [];
    private readonly HashSet<string> _types = [];
    private readonly HashSet<MailDefect> _defects = [];

    /// <summary>What a person reads.</summary>
    public string Text => _text.ToString();

    /// <summary>The files.</summary>
    public IReadOnlyList<MailFile> Files => _files;

    /// <summary>The mails within.</summary>
    public IReadOnlyList<ParsedMail> Forwarded => _forwarded;

    /// <summary>The media types.</summary>
    public IReadOnlyList<string> MediaTypes => [.. _types];

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<MailDefect> Defects => [.. _defects];

    /// <summary>Walks a part and everything in it.</summary>
    public void Walk(MimeEntity? entity) => Walk(entity, depth);

    private void Walk(MimeEntity? entity, int level)
    {
        if (entity is null)
            return;
        if (level > MailParser.MostDepth || !budget.Part())
        {
            _defects.Add(level > MailParser.MostDepth ? MailDefect.TooDeep : MailDefect.TooMany);
            return;
        }
        _types.Add(ProtocolName.Lower(entity.ContentType.MimeType));
        switch (entity)
        {
            case MultipartAlternative alternatives:
                Choose(alternatives, level);
                break;
            case Multipart parts:
                foreach (var part in parts)
                    Walk(part, level + 1);
                break;
            case MessagePart inner:
                Take(inner, level);
                break;
            case MimePart part when IsTnef(part):
                Unpack(part, level);
                break;
            case MimePart part when SignedMail.IsSignature(part):
                break;
            case MimePart part when SignedMail.IsPackage(part) && SignedMail.Unpacked(Bytes(part)) is { } signed:
                Walk(signed, level + 1);
                break;
            case TextPart text when IsBody(text):
                Append(text.IsHtml ? HtmlText.Of(Decoded(text), _defects) : Decoded(text));
                break;
            case MimePart part:
                Keep(part);
                break;
            default:
                break;
        }
    }

    // The plain text is the sender's own; a person sees the HTML. Where the two differ, neither may be believed.
    private void Choose(MultipartAlternative parts, int level)
    {
        var before = _text.Length;
        var plain = parts.OfType<TextPart>().FirstOrDefault(t => t.IsPlain && IsBody(t));
        var rest = parts.Where(p => p != plain).ToList();
        foreach (var part in rest)
            Walk(part, level + 1);
        var html = _text.ToString(before, _text.Length - before);
        if (plain is null || !budget.Part())
            return;
        _types.Add("text/plain");
        var text = MailText.Clean(Decoded(plain), _defects);
        if (!text.Any(char.IsLetterOrDigit))
            return;
        if (html.Any(char.IsLetter) && !MailText.SaysTheSame(text, html))
            _defects.Add(MailDefect.AlternativesDiffer);
        _text.Length = before;
        _text.Append(budget.Text(text)).Append('\n');
    }

    private void Take(MessagePart inner, int level)
    {
        if (inner.Message is null)
            return;
        var mail = MailReading.Of(inner.Message, budget, level + 1);
        _forwarded.Add(mail);
        _files.AddRange(mail.Files);
        _defects.UnionWith(mail.Defects);
    }

    private void Unpack(MimePart part, int level)
    {
        var (files, text) = (_files.Count, _text.Length);
        try
        {
            var package = part as TnefPart ?? new TnefPart { Content = part.Content };
            var message = package.ConvertToMessage();
            Walk(message.Body, level + 1);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            _defects.Add(MailDefect.BadTnef);
        }
        if (_files.Count > files || _text.Length > text)
            return;
        _defects.Add(MailDefect.BadTnef);
        Keep(part);
    }

    private void Append(string text) => _text.Append(budget.Text(MailText.Clean(text, _defects))).Append('\n');

    private void Keep(MimePart part)
    {
        var content = Bytes(part);
        // Logos of signatures are no documents; a page pasted into a mail is.
        var isLogo = part.ContentType.MediaType.Equals("image", StringComparison.OrdinalIgnoreCase)
            && part.ContentId is { Length: > 0 } && content.Length < SmallPicture;
        if (content.Length > 0 && !isLogo)
            _files.Add(new(NameOf(part), ProtocolName.Lower(part.ContentType.MimeType), content));
    }

    private string NameOf(MimePart part) =>
        part.FileName is { Length: > 0 } name ? MailText.OneLine(name) : $"part-{_files.Count + 1}{MailText.Ending(part.ContentType)}";

    // No more than can be read of it: a character takes four bytes at most.
    private string Decoded(TextPart text)
    {
        var bytes = Bytes(text);
        return MailText.Decode(bytes[..Math.Min(bytes.Length, MostTextBytes)].ToArray(), text.ContentType.Charset, _defects);
    }

    private static bool IsBody(TextPart text) => (text.IsPlain || text.IsHtml)
        && ((text.FileName is null && text.ContentDisposition?.IsAttachment != true) || ServerMade().IsMatch(text.FileName ?? ""));

    // What stands behind a file in a mail, mail servers make a file of by this name: a footer, a line of the sender's, or nothing.
    [GeneratedRegex(@"^ATT\d{5,8}\.(?:txt|html?)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex ServerMade();

    private static bool IsTnef(MimePart part) =>
        part is TnefPart || "winmail.dat".Equals(part.FileName, StringComparison.OrdinalIgnoreCase);

    // One piece of memory of the right length: decoded, a part is never longer than it was.
    private static ReadOnlyMemory<byte> Bytes(MimePart part)
    {
        if (part.Content is not { Stream: { } stream } packed)
            return default;
        var most = packed.Encoding == ContentEncoding.Base64 ? (stream.Length / 4 * 3) + 3 : stream.Length;
        using var content = new MemoryStream((int)most);
        packed.DecodeTo(content);
        return content.GetBuffer().AsMemory(0, (int)content.Length);
    }
}
