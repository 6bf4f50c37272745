using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables.Transactions;

/// <summary>The response to one action of a transaction, read from its part of the answer.</summary>
internal sealed class PartResponse : Response
{
    private readonly HttpHeader[] _headers;

    internal PartResponse(string status, IEnumerable<string> headers, string body)
    {
        var words = status.Split(' ', 2);
        Status = int.Parse(words[0], CultureInfo.InvariantCulture);
        ReasonPhrase = words.Length > 1 ? words[1] : "";
        _headers = [.. headers.Select(h => h.Split(':', 2)).Where(h => h is [_, _]).Select(h => new HttpHeader(h[0].Trim(), h[1].Trim()))];
        var bytes = Encoding.UTF8.GetBytes(body);
        // Response.Content reads a stream only when it can have its buffer.
        ContentStream = new MemoryStream(bytes, 0, bytes.Length, writable: false, publiclyVisible: true);
    }

    public override int Status { get; }

    public override string ReasonPhrase { get; }

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; } = "";

    public override bool IsError => Status >= 400;

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => _headers;

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = _headers.FirstOrDefault(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
        return value is not null;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = TryGetHeader(name, out var value) ? [value] : null;
        return values is not null;
    }
}
