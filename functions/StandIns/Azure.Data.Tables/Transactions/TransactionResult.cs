using Azure.Data.Tables.Http;

namespace Azure.Data.Tables.Transactions;

/// <summary>Reads the multipart answer to a transaction: one response an action, or the one that failed.</summary>
internal static class TransactionResult
{
    private const string StatusLine = "HTTP/1.1 ";

    internal static Response<IReadOnlyList<Response>> Of(Response response)
    {
        var parts = Parts(response.Content.ToString()).ToArray();
        if (parts.FirstOrDefault(p => p.IsError) is { } failed)
            throw new TableTransactionFailedException(new RequestFailedException(failed, null, new TableErrorParser()));
        return Response.FromValue<IReadOnlyList<Response>>(parts, response);
    }

    private static IEnumerable<PartResponse> Parts(string text)
    {
        using var lines = new StringReader(text);
        while (lines.ReadLine() is { } line)
            if (line.StartsWith(StatusLine, StringComparison.Ordinal))
                yield return new(line[StatusLine.Length..], [.. Headers(lines)], string.Join('\n', Body(lines)));
    }

    private static IEnumerable<string> Headers(StringReader lines)
    {
        while (lines.ReadLine() is { Length: > 0 } line)
            yield return line;
    }

    private static IEnumerable<string> Body(StringReader lines)
    {
        while (lines.ReadLine() is { } line && !line.StartsWith("--", StringComparison.Ordinal))
            yield return line;
    }
}
