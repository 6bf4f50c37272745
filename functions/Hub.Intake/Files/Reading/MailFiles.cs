using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Hub.Intake.Mails;

namespace Hub.Intake.Files.Reading;

/// <summary>
/// The files of a mail travel beside its JSON, each once though mails within mails name it again: where their bytes were, their number is.
/// </summary>
internal static class MailFiles
{
    /// <summary>The mail with numbers for its files.</summary>
    public static ParsedMail TakenOut(ParsedMail mail, List<ReadOnlyMemory<byte>> files) => With(mail, content => Numbered(content, files));

    /// <summary>The mail with its files for their numbers.</summary>
    public static ParsedMail PutBack(ParsedMail mail, IReadOnlyList<ReadOnlyMemory<byte>> files) =>
        With(mail, number => files[BinaryPrimitives.ReadInt32LittleEndian(number.Span)]);

    private static ParsedMail With(ParsedMail mail, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> change) => mail with
    {
        Files = [.. mail.Files.Select(f => f with { Content = change(f.Content) })],
        Forwarded = [.. mail.Forwarded.Select(m => With(m, change))],
    };

    private static ReadOnlyMemory<byte> Numbered(ReadOnlyMemory<byte> content, List<ReadOnlyMemory<byte>> files)
    {
        var number = files.FindIndex(f => IsSame(f, content));
        if (number < 0)
        {
            number = files.Count;
            files.Add(content);
        }
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return bytes;
    }

    private static bool IsSame(ReadOnlyMemory<byte> a, ReadOnlyMemory<byte> b) => a.Length == b.Length
        && MemoryMarshal.TryGetArray(a, out var first) && MemoryMarshal.TryGetArray(b, out var second) && first == second;
}
