using Hub.Register.Problems;

namespace Hub.Intake.Files.Unpacking;

/// <summary>How much a file may become when it is unpacked; counted while it is, so that a bomb is put out before it has grown.</summary>
/// <param name="packed">The file's own length.</param>
internal sealed class UnpackingBudget(long packed)
{
    /// <summary>Bytes that a file may become at most.</summary>
    public const long Most = 256L * 1024 * 1024;

    private const long Unsuspicious = 16L * 1024 * 1024;
    private const long HighestRatio = 200;
    private long _unpacked;

    /// <summary>Counts bytes that came out.</summary>
    public void Spend(long bytes)
    {
        _unpacked += bytes;
        if (_unpacked > Most || (_unpacked > Unsuspicious && _unpacked / HighestRatio > packed))
            throw new RefusedFileException(ProblemCode.F15);
    }

    /// <summary>Reads on, and counts it.</summary>
    public int Read(Stream unpacking, Span<byte> buffer)
    {
        try
        {
            var read = unpacking.Read(buffer);
            Spend(read);
            return read;
        }
        catch (IOException e) when (e is not EndOfStreamException && e.GetType() != typeof(IOException))
        {
            // The unpacker's own exception, for data that ask for a dictionary, is no public type.
            throw new InvalidDataException("What is packed cannot be unpacked.", e);
        }
    }

    /// <summary>Reads everything of a stream, and keeps the first bytes.</summary>
    public byte[] Drain(Stream unpacking, int keep = 0)
    {
        // It grows with what comes: of thousands of small streams, none takes the room of a large one.
        using var head = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (Read(unpacking, buffer) is > 0 and var read)
            head.Write(buffer.AsSpan(0, Math.Min(keep - (int)head.Length, read)));
        return head.ToArray();
    }
}

/// <summary>A part of a file as a stream of its own; what lies behind it cannot be read.</summary>
internal sealed class PartOf(Stream whole, long start, long length) : Stream
{
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (_position >= length || start + _position >= whole.Length)
            return 0;
        whole.Position = start + _position;
        var read = whole.Read(buffer[..(int)Math.Min(buffer.Length, length - _position)]);
        _position += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>A stream that counts what is read from it against the budget.</summary>
internal sealed class Counted(Stream unpacking, UnpackingBudget budget) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer) => budget.Read(unpacking, buffer);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
