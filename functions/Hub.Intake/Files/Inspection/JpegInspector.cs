using System.Buffers.Binary;
using Hub.Intake.Files.Unpacking;
using Hub.Register.Problems;

namespace Hub.Intake.Files.Inspection;

/// <summary>Walks through the segments of a JPEG (ITU-T T.81) to its end.</summary>
internal static class JpegInspector
{
    private const int StartOfScan = 0xDA;
    private const int End = 0xD9;

    /// <summary>Throws where the file must not be taken.</summary>
    public static void Check(Stream content)
    {
        var buffered = new BufferedStream(content, Bytes.Piece);
        // Cameras put a small picture behind the large one.
        do
            Picture(buffered);
        while (StartsAnother(buffered));
        for (var b = buffered.ReadByte(); b >= 0; b = buffered.ReadByte())
            if (b != 0)
                throw new RefusedFileException(ProblemCode.F16);
    }

    private static void Picture(Stream content)
    {
        if (Byte(content) != 0xFF || Byte(content) != 0xD8)
            throw new RefusedFileException(ProblemCode.F18);
        var sized = false;
        for (var marker = Marker(content); marker != End;)
        {
            sized |= Segment(content, marker);
            marker = marker == StartOfScan ? AfterScan(content) : Marker(content);
        }
        if (!sized)
            throw new RefusedFileException(ProblemCode.F18);
    }

    // Whether the segment said how large the picture is.
    private static bool Segment(Stream content, int marker)
    {
        if (marker is 0x01 or (>= 0xD0 and <= 0xD7))
            return false;
        var length = (Byte(content) << 8) + Byte(content) - 2;
        if (length < 0)
            throw new RefusedFileException(ProblemCode.F18);
        var isFrame = marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC) && length >= 6;
        if (isFrame)
        {
            Span<byte> frame = stackalloc byte[5];
            content.ReadExactly(frame);
            length -= 5;
            Pictures.CheckSize(BinaryPrimitives.ReadUInt16BigEndian(frame[3..]), BinaryPrimitives.ReadUInt16BigEndian(frame[1..]));
        }
        for (; length > 0; length--)
            Byte(content);
        return isFrame;
    }

    private static int Marker(Stream content)
    {
        if (Byte(content) != 0xFF)
            throw new RefusedFileException(ProblemCode.F18);
        int marker;
        do
            marker = Byte(content);
        while (marker == 0xFF);
        return marker;
    }

    private static int AfterScan(Stream content)
    {
        while (true)
        {
            while (Byte(content) != 0xFF)
            {
            }
            var next = Byte(content);
            while (next == 0xFF)
                next = Byte(content);
            if (next != 0 && next is not (>= 0xD0 and <= 0xD7))
                return next;
        }
    }

    private static bool StartsAnother(BufferedStream content)
    {
        var at = content.Position;
        var again = content.ReadByte() == 0xFF && content.ReadByte() == 0xD8 && content.ReadByte() == 0xFF;
        content.Position = at;
        return again;
    }

    private static int Byte(Stream content) => content.ReadByte() is >= 0 and var b ? b : throw new RefusedFileException(ProblemCode.F18);
}
