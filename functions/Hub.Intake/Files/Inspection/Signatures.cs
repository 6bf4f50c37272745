using Hub.Intake.Files.Unpacking;
using Hub.Notices.Documents;
using Hub.Register.Problems;

namespace Hub.Intake.Files.Inspection;

/// <summary>What the first bytes of a file say.</summary>
internal static class Signatures
{
    private const int ShortestText = 8;
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static readonly byte[][] Programs =
    [
        "MZ"u8.ToArray(), "\u007fELF"u8.ToArray(), "#!"u8.ToArray(), [0xFE, 0xED, 0xFA, 0xCE], [0xFE, 0xED, 0xFA, 0xCF],
        [0xCE, 0xFA, 0xED, 0xFE], [0xCF, 0xFA, 0xED, 0xFE], [0xCA, 0xFE, 0xBA, 0xBE], [0x4C, 0, 0, 0, 1, 0x14, 2, 0], "\0asm"u8.ToArray(),
        "dex\n"u8.ToArray(), "<?php"u8.ToArray(), "@echo "u8.ToArray(), "@ECHO "u8.ToArray(),
    ];

    private static readonly byte[][] Archives =
    [
        "Rar!"u8.ToArray(), [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], [0x1F, 0x8B], "BZh"u8.ToArray(), [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0],
        [0x28, 0xB5, 0x2F, 0xFD], "MSCF"u8.ToArray(), "!<arch>"u8.ToArray(), [0x04, 0x22, 0x4D, 0x18], "LZIP"u8.ToArray(), [0x1F, 0x9D],
        "xar!"u8.ToArray(), "PK\u0005\u0006"u8.ToArray(), "PK\u0007\u0008"u8.ToArray(), "ITSF"u8.ToArray(),
    ];

    /// <summary>The kind, as far as the first bytes tell; null where it is none that the hub takes.</summary>
    public static DocumentKind? KindOf(ReadOnlySpan<byte> head) => head switch
    {
        _ when head.TrimStart("\r\n\t "u8).StartsWith("%PDF-"u8) => DocumentKind.Pdf,
        [(byte)'P', (byte)'K', 3, 4, ..] => DocumentKind.Docx,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, ..] => DocumentKind.Png,
        [0xFF, 0xD8, 0xFF, ..] => DocumentKind.Jpeg,
        [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => DocumentKind.Tiff,
        _ when head.Length > 0 && Known(head) is null && TextInspector.LooksLikeText(head) => DocumentKind.Txt,
        _ => null,
    };

    /// <summary>Why a file of no kind that the hub takes is refused.</summary>
    public static ProblemCode WhyNot(ReadOnlySpan<byte> head, Stream content) => head.Length == 0
        ? ProblemCode.F18
        : head.StartsWith(Ole)
            ? OldOffice(content)
            : Known(head) ?? (IsDisc(content) ? ProblemCode.F14 : ProblemCode.F10);

    /// <summary>Whether a file is one of Office before 2007.</summary>
    public static bool IsOle(Stream content) => Bytes.Head(content, Ole.Length).AsSpan().SequenceEqual(Ole);

    /// <summary>Whether bytes are the beginning of a program.</summary>
    public static bool IsProgram(ReadOnlySpan<byte> head)
    {
        foreach (var program in Programs)
            if (head.StartsWith(program))
                return true;
        return false;
    }

    private static ProblemCode? Known(ReadOnlySpan<byte> head)
    {
        if (IsProgram(head) && !IsWord(head))
            return ProblemCode.F12;
        if (Encrypted.Is(head))
            return ProblemCode.F13;
        foreach (var archive in Archives)
            if (head.StartsWith(archive))
                return ProblemCode.F14;
        return head.Length > 262 && head[257..262].SequenceEqual("ustar"u8) ? ProblemCode.F14
            : head.StartsWith(Ole) ? ProblemCode.F10
            : null;
    }

    // "MZV 114/2026": a reference of a ministry begins as programs do, and goes on as they do not.
    private static bool IsWord(ReadOnlySpan<byte> head) =>
        head.StartsWith("MZ"u8) && head.Length >= ShortestText && TextInspector.LooksLikeText(head);

    // Names in a compound file are UTF-16.
    private static ProblemCode OldOffice(Stream content) => Occurs(content, "EncryptedPackage") ? ProblemCode.F13
        : Occurs(content, "_VBA_PROJECT") || Occurs(content, "Macros") ? ProblemCode.F11
        : ProblemCode.F10;

    private static bool Occurs(Stream content, string name) => Bytes.Occurs(content, System.Text.Encoding.Unicode.GetBytes(name));

    private static bool IsDisc(Stream content) => Bytes.At(content, 0x8001, 5).AsSpan().SequenceEqual("CD001"u8);
}
