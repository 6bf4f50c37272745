using System.Buffers.Binary;
using System.Text.Json;
using Hub.Register.Json;

namespace Hub.Intake.Files.Reading;

/// <summary>Requests and replies on a pipe: each piece behind its length.</summary>
internal static class Frames
{
    private const int MostFiles = 10_000;
    private const int MostRequest = 64 * 1024;

    /// <summary>Bytes of a file at most: longer ones are not read.</summary>
    public const long MostContent = 100L * 1024 * 1024;

    /// <summary>Writes a request, and the file in pieces.</summary>
    public static async Task Write(Stream pipe, FileReaderRequest request, Stream content, CancellationToken cancel)
    {
        content.Position = 0;
        await pipe.WriteAsync(Framed(JsonSerializer.SerializeToUtf8Bytes(request, HubJson.Options)), cancel);
        await pipe.WriteAsync(Length(content.Length), cancel);
        await content.CopyToAsync(pipe, cancel);
        await pipe.FlushAsync(cancel);
    }

    /// <summary>Reads a request; null where there are no more.</summary>
    public static (FileReaderRequest Request, byte[] Content)? Read(Stream pipe)
    {
        if (ReadLength(pipe, MostRequest) is not { } length)
            return null;
        var request = JsonSerializer.Deserialize<FileReaderRequest>(ReadPiece(pipe, length), HubJson.Options)!;
        return (request, ReadPiece(pipe, ReadLength(pipe, MostContent) ?? throw new EndOfStreamException()));
    }

    /// <summary>Writes a reply.</summary>
    public static void Write(Stream pipe, FileReaderReply reply)
    {
        pipe.WriteByte((byte)reply.Outcome);
        pipe.Write(Length(reply.Json.Length));
        pipe.Write(reply.Json.Span);
        pipe.Write(Length(reply.Files.Count));
        foreach (var file in reply.Files)
        {
            pipe.Write(Length(file.Length));
            pipe.Write(file.Span);
        }
        pipe.Flush();
    }

    /// <summary>Reads a reply of so many bytes at most.</summary>
    public static async Task<FileReaderReply> ReadReply(Stream pipe, long most, CancellationToken cancel)
    {
        var outcome = new byte[1];
        await pipe.ReadExactlyAsync(outcome, cancel);
        var json = await ReadPiece(pipe, most, cancel);
        var (count, files) = (await ReadLength(pipe, MostFiles, cancel), new List<ReadOnlyMemory<byte>>());
        for (most -= json.Length; files.Count < count; most -= files[^1].Length)
            files.Add(await ReadPiece(pipe, most, cancel));
        return new((FileReaderOutcome)outcome[0], json, files);
    }

    private static async Task<byte[]> ReadPiece(Stream pipe, long most, CancellationToken cancel)
    {
        var piece = new byte[await ReadLength(pipe, most, cancel)];
        await pipe.ReadExactlyAsync(piece, cancel);
        return piece;
    }

    private static async Task<long> ReadLength(Stream pipe, long most, CancellationToken cancel)
    {
        var length = new byte[sizeof(long)];
        await pipe.ReadExactlyAsync(length, cancel);
        return Checked(BinaryPrimitives.ReadInt64LittleEndian(length), most);
    }

    private static byte[] ReadPiece(Stream pipe, long length)
    {
        var piece = new byte[length];
        pipe.ReadExactly(piece);
        return piece;
    }

    private static long? ReadLength(Stream pipe, long most)
    {
        Span<byte> length = stackalloc byte[sizeof(long)];
        var read = pipe.ReadAtLeast(length, length.Length, throwOnEndOfStream: false);
        return read == length.Length ? Checked(BinaryPrimitives.ReadInt64LittleEndian(length), most) : null;
    }

    private static long Checked(long length, long most) =>
        length >= 0 && length <= most ? length : throw new InvalidDataException($"{length} bytes, where {most} is the most.");

    private static byte[] Framed(byte[] piece) => [.. Length(piece.Length), .. piece];

    private static byte[] Length(long length)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, length);
        return bytes;
    }
}
