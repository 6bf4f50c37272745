using System.Diagnostics.CodeAnalysis;
using System.Text;
using Azure;
using Azure.Core;

namespace Hub.StandIns.Tests.Tables;

internal sealed class Answer(int status, string code, string body = "", string contentType = "application/json") : Response
{
    public override int Status => status;

    public override string ReasonPhrase => code;

    public override Stream? ContentStream { get; set; } = new MemoryStream(Encoding.UTF8.GetBytes(body));

    public override string ClientRequestId { get; set; } = "";

    public override void Dispose()
    {
    }

    protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => [new("x-ms-error-code", code), new("Content-Type", contentType)];

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = EnumerateHeaders().FirstOrDefault(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
        return value is not null;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = TryGetHeader(name, out var value) ? [value] : null;
        return values is not null;
    }
}
