using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Http;

/// <summary>Reads the body of a request, within bounds.</summary>
internal static class RequestBody
{
    /// <summary>Bytes of JSON that a request may bring.</summary>
    public const int MostJson = 256 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <summary>The body as it came, where it is JSON and not too long.</summary>
    public static async Task<byte[]> ReadJsonBytes(HttpRequest request)
    {
        if (!request.HasJsonContentType())
            throw new ApiException(415, "Wrong media type", "Send the body as application/json.");
        return await ReadAll(request.Body, MostJson, request.HttpContext.RequestAborted);
    }

    /// <summary>A JSON body as a value.</summary>
    public static async Task<T> Read<T>(HttpRequest request) where T : class
    {
        var json = Parse(await ReadJsonBytes(request));
        var problems = new List<Core.Forms.Problem>();
        var read = new Core.Forms.FormReader(problems).Read<T>(json, "");
        return problems.Count == 0 && read is not null ? read : throw new FormException(problems);
    }

    /// <summary>Bytes as a JSON object; an error names line and column, both from 1.</summary>
    public static JsonObject Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonNode.Parse(bytes, documentOptions: Strict) as JsonObject
                ?? throw new ApiException(400, "Not a JSON object", "The body must be one JSON object: { … }.");
        }
        catch (JsonException e)
        {
            var place = $"line {e.LineNumber + 1}, column {e.BytePositionInLine + 1}";
            throw new ApiException(400, "Not valid JSON", $"At {place}: {Reason(e)}");
        }
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

    /// <summary>The answer to a body over its limit.</summary>
    public static ApiException TooLarge(int most) => new(413, "Too large", $"At most {most / 1024:N0} KiB are accepted here.");

    // The part after the reason is .NET's own place, counted from 0.
    private static string Reason(JsonException e) => e.Message.Split(" LineNumber:")[0].Split(" Path:")[0].Trim();
}
