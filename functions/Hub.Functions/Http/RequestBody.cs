using System.IO.Compression;
using Hub.Functions.Errors;
using Hub.Register.Problems;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Http;

/// <summary>Reads the body of a request, within bounds.</summary>
internal static class RequestBody
{
    /// <summary>Bytes of JSON that a request may bring.</summary>
    public const int MostJson = 256 * 1024;

    /// <summary>The body as it came, unpacked, where it is JSON and not too long.</summary>
    public static async Task<byte[]> ReadJsonBytes(HttpRequest request)
    {
        if (!request.HasJsonContentType())
            throw new ApiException(415, "Wrong media type", "Send the body as application/json.");
        await using var body = Unpacked(request);
        try
        {
            return await ReadAll(body, MostJson, request.HttpContext.RequestAborted);
        }
        catch (InvalidDataException)
        {
            throw new ApiException(400, "The body cannot be unpacked", "It is not gzip, as its Content-Encoding says, or it is cut off.");
        }
    }

    /// <summary>A JSON body as a value.</summary>
    public static async Task<T> Read<T>(HttpRequest request) where T : class
    {
        var json = JsonBody.Parse(await ReadJsonBytes(request));
        var problems = new List<Problem>();
        var read = new FormParser(problems).Read<T>(json, "");
        problems.AddRange(UnwritableText.Problems(json, ""));
        return problems.Count == 0 && read is not null ? read : throw new FormException(problems);
    }

    /// <summary>Everything of a stream, up to a number of bytes.</summary>
    public static async Task<byte[]> ReadAll(Stream stream, int most, CancellationToken cancel)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        while (await stream.ReadAsync(chunk, cancel) is > 0 and var read)
        {
            if (buffer.Length + read > most)
                throw TooLarge(most);
            buffer.Write(chunk, 0, read);
        }
        return buffer.ToArray();
    }

    /// <summary>The response to a body over its limit.</summary>
    public static ApiException TooLarge(int most) => new(413, "Too large", $"At most {most / 1024:N0} KiB are accepted here.");

    // What a body becomes counts against its limit, not what it was packed to.
    private static Stream Unpacked(HttpRequest request) => request.Headers.ContentEncoding.ToString().ToUpperInvariant() switch
    {
        "" or "IDENTITY" => request.Body,
        "GZIP" or "X-GZIP" => new GZipStream(request.Body, CompressionMode.Decompress),
        _ => throw new ApiException(415, "Wrong encoding", "Send the body as it is, or packed with 'Content-Encoding: gzip'.")
        {
            Headers = { ["Accept-Encoding"] = "gzip" },
        },
    };
}
