using Hub.Functions.Errors;

namespace Hub.Functions.Http;

/// <summary>A body that ends in an error once it is too long, or has taken too long.</summary>
/// <param name="body">The body.</param>
/// <param name="most">Bytes at most.</param>
/// <param name="within">How long it may take, from now on.</param>
/// <param name="clock">The time.</param>
internal sealed class LimitedStream(Stream body, int most, TimeSpan within, TimeProvider clock) : Stream
{
    private readonly long _began = clock.GetTimestamp();
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var left = within - clock.GetElapsedTime(_began);
        if (left <= TimeSpan.Zero)
            throw TooSlow();
        using var ends = new CancellationTokenSource(left, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, ends.Token);
        try
        {
            return Counted(await body.ReadAsync(buffer, either.Token));
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw TooSlow();
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Counted(body.Read(buffer, offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Counted(int read) => (_read += read) <= most ? read : throw RequestBody.TooLarge(most);

    private ApiException TooSlow() => new(
        408, "Too slow",
        $"The body did not arrive within {within.TotalMinutes:0} minutes. Send fewer files at once, or over another line.");
}
