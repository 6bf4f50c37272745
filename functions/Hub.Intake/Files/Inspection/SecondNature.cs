using System.Buffers.Binary;
using Hub.Intake.Files.Unpacking;
using Hub.Notices.Documents;
using Hub.Register.Problems;

namespace Hub.Intake.Files.Inspection;

/// <summary>Files that are two things at once: what one program shows as a picture, another opens as an archive or a page.</summary>
internal static class SecondNature
{
    private const int LongestZipEnd = 65_557;
    private static readonly byte[] ZipEnd = "PK\u0005\u0006"u8.ToArray();

    private static readonly byte[][] Pages =
    [
        "<html"u8.ToArray(), "<script"u8.ToArray(), "<!doctype html"u8.ToArray(), "<svg"u8.ToArray(), "<iframe"u8.ToArray(),
        "<body"u8.ToArray(), "<hta:"u8.ToArray(), "<?php"u8.ToArray(), "<object "u8.ToArray(), "<embed "u8.ToArray(),
    ];

    /// <summary>Refuses a file that is also something else.</summary>
    public static void Check(DocumentKind kind, ReadOnlySpan<byte> head, Stream content)
    {
        if (kind is DocumentKind.Docx or DocumentKind.Xlsx or DocumentKind.Odt or DocumentKind.Eml)
            return;
        var tail = Bytes.Tail(content, LongestZipEnd);
        if (IsPage(Guessed(kind, head)) || (IsPicture(kind) && IsPage(tail)) || EndsAsZip(tail)
            || (kind != DocumentKind.Pdf && head.IndexOf("%PDF-"u8) is >= 0 and < 1024))
            throw new RefusedFileException(ProblemCode.F16);
    }

    /// <summary>Whether bytes hold what a browser would run.</summary>
    public static bool IsPage(ReadOnlySpan<byte> bytes)
    {
        foreach (var mark in Pages)
            if (Bytes.Contains(bytes, mark))
                return true;
        return false;
    }

    // Browsers guess from the first kilobyte. A text may speak of pages, and so may what stands on the pages of a PDF.
    private static ReadOnlySpan<byte> Guessed(DocumentKind kind, ReadOnlySpan<byte> head)
    {
        var first = head[..Math.Min(head.Length, 1024)];
        return IsPicture(kind) ? first
            : kind == DocumentKind.Pdf ? first[..(first.IndexOf(" obj"u8) is >= 0 and var at ? at : first.Length)]
            : [];
    }

    private static bool IsPicture(DocumentKind kind) => kind is DocumentKind.Png or DocumentKind.Jpeg or DocumentKind.Tiff;

    private static bool EndsAsZip(ReadOnlySpan<byte> tail)
    {
        for (var at = tail.LastIndexOf(ZipEnd); at >= 0; at = tail[..at].LastIndexOf(ZipEnd))
            if (at + 22 <= tail.Length && at + 22 + BinaryPrimitives.ReadUInt16LittleEndian(tail[(at + 20)..]) <= tail.Length)
                return true;
        return false;
    }
}
