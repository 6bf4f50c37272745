using System.Text;

namespace Hub.Azure.Tests.Webhooks;

/// <summary>Receivers at several addresses.</summary>
public abstract class OutboundCase
{
    /// <summary>A connection that keeps what is sent and answers always the same.</summary>
    private protected sealed class Wire(string answer) : MemoryStream
    {
        private readonly MemoryStream _answer = new(Encoding.ASCII.GetBytes(answer));
        private readonly MemoryStream _sent = new();

        public string Sent => Encoding.ASCII.GetString(_sent.ToArray());

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            _sent.WriteAsync(buffer, cancellationToken);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            _answer.ReadAsync(buffer, cancellationToken);
    }
}
