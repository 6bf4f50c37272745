using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Hub.SampleFiles;

/// <summary>Writes small pictures.</summary>
public static class Picture
{
    /// <summary>A PNG of one pixel that says it has so many.</summary>
    public static byte[] Png(uint width = 1, uint height = 1, byte[]? text = null)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(header, width);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        using var pixels = new MemoryStream();
        using (var deflate = new ZLibStream(pixels, CompressionLevel.Fastest))
            deflate.Write([0, 0]);
        byte[] comment = text is null ? [] : Chunk("tEXt", text);
        return
        [
            0x89, .. "PNG\r\n"u8, 0x1A, 10, .. Chunk("IHDR", header), .. comment, .. Chunk("IDAT", pixels.ToArray()), .. Chunk("IEND", []),
        ];
    }

    /// <summary>A JPEG without colours that says how large it is.</summary>
    public static byte[] Jpeg(ushort width = 1, ushort height = 1, byte[]? comment = null)
    {
        byte[] size = [(byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width];
        byte[] said = comment is null ? [] : [0xFF, 0xFE, (byte)((comment.Length + 2) >> 8), (byte)(comment.Length + 2), .. comment];
        return
        [
            0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0, .. said, 0xFF, 0xC0, 0, 11, 8, .. size, 1, 1, 0x11, 0,
            0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x3F, 0xFF, 0, 0x12, 0xFF, 0xD9,
        ];
    }

    /// <summary>A TIFF of one page; where its next page is said to be.</summary>
    public static byte[] Tiff(uint next = 0, uint width = 1, uint height = 1)
    {
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file, Encoding.ASCII);
        writer.Write("II*\0"u8);
        writer.Write(8u);
        writer.Write((ushort)2);
        foreach (var (tag, value) in new[] { ((ushort)256, width), ((ushort)257, height) })
        {
            writer.Write(tag);
            writer.Write((ushort)4);
            writer.Write(1u);
            writer.Write(value);
        }
        writer.Write(next);
        return file.ToArray();
    }

    private static byte[] Chunk(string type, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(type), .. content, 0, 0, 0, 0];
    }
}
