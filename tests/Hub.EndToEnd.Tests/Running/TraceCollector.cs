using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Hub.LocalProcesses;

namespace Hub.EndToEnd.Tests.Running;

/// <summary>Takes what the functions send of traces: OpenTelemetry's protocol over HTTP, in protobuf.</summary>
public sealed class TraceCollector : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<byte[]> _taken = new();

    public TraceCollector()
    {
        Address = new($"http://127.0.0.1:{Loopback.FreePorts(1)[0]}/");
        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _ = Take();
    }

    public Uri Address { get; }

    /// <summary>The settings by which the functions send here.</summary>
    public IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("OTEL_EXPORTER_OTLP_ENDPOINT", Address.ToString()), new("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
        new("OTEL_BSP_SCHEDULE_DELAY", "200"),
    ];

    /// <summary>Everything that came, as text.</summary>
    public string Text => string.Join('\n', _taken.Select(Encoding.UTF8.GetString));

    /// <summary>The names of the spans in a trace.</summary>
    public IReadOnlyList<string> SpansOf(string traceId) =>
    [
        .. from message in _taken
           from resource in Fields(message, 1)
           from scope in Fields(resource, 2)
           from span in Fields(scope, 2)
           where Convert.ToHexStringLower(Fields(span, 1).First().Span) == traceId
           select Encoding.UTF8.GetString(Fields(span, 5).First().Span),
    ];

    public void Dispose() => _listener.Close();

    private async Task Take()
    {
        while (_listener.IsListening)
        {
            try
            {
                var call = await _listener.GetContextAsync();
                using var body = new MemoryStream();
                await call.Request.InputStream.CopyToAsync(body);
                _taken.Enqueue(body.ToArray());
                call.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    // The parts of a protobuf message that bear a number and have a length.
    private static IEnumerable<ReadOnlyMemory<byte>> Fields(ReadOnlyMemory<byte> message, int number)
    {
        for (var at = 0; at < message.Length;)
        {
            var (tag, length) = (Varint(message, ref at), 0);
            switch (tag & 7)
            {
                case 0: Varint(message, ref at); break;
                case 1: at += 8; break;
                case 5: at += 4; break;
                default:
                    length = (int)Varint(message, ref at);
                    if (tag >> 3 == (uint)number)
                        yield return message.Slice(at, length);
                    at += length;
                    break;
            }
        }
    }

    private static ulong Varint(ReadOnlyMemory<byte> message, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var part = message.Span[at++];
            value |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
                return value;
        }
    }
}
