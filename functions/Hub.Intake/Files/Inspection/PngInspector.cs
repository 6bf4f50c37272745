using System.Buffers.Binary;
using Hub.Intake.Files.Unpacking;
using Hub.Register.Problems;

namespace Hub.Intake.Files.Inspection;

/// <summary>How large a picture may be.</summary>
internal static class Pictures
{
    private const long MostPixels = 200_000_000;

    /// <summary>Throws where it has no size, or one that would fill a viewer's memory.</summary>
    public static void CheckSize(long width, long height)
    {
        if (width <= 0 || height <= 0)
            throw new RefusedFileException(ProblemCode.F18);
        if (width > int.MaxValue || height > int.MaxValue || width * height > MostPixels)
            throw new RefusedFileException(ProblemCode.F15);
    }
}

/// <summary>Walks through the chunks of a PNG (ISO/IEC 15948) to its end.</summary>
internal static class PngInspector
{
    /// <summary>Throws where the file must not be taken.</summary>
    public static void Check(Stream content)
    {
        Span<byte> header = stackalloc byte[8];
        var (first, hasPixels) = (true, false);
        content.Position = 8;
        while (true)
        {
            content.ReadExactly(header);
            var length = BinaryPrimitives.ReadUInt32BigEndian(header);
            var type = header[4..];
            if (first != type.SequenceEqual("IHDR"u8))
                throw new RefusedFileException(ProblemCode.F18);
            if (first)
                CheckSize(content, length);
            first = false;
            hasPixels |= type.SequenceEqual("IDAT"u8);
            if (length + 4 > content.Length - content.Position)
                throw new RefusedFileException(ProblemCode.F18);
            content.Position += length + 4;
            if (type.SequenceEqual("IEND"u8))
                break;
        }
        if (!hasPixels)
            throw new RefusedFileException(ProblemCode.F18);
        if (content.Position != content.Length)
            throw new RefusedFileException(ProblemCode.F16);
    }

    private static void CheckSize(Stream content, uint length)
    {
        if (length != 13)
            throw new RefusedFileException(ProblemCode.F18);
        Span<byte> size = stackalloc byte[8];
        content.ReadExactly(size);
        content.Position -= 8;
        Pictures.CheckSize(BinaryPrimitives.ReadUInt32BigEndian(size), BinaryPrimitives.ReadUInt32BigEndian(size[4..]));
    }
}
