using System.Text;
using Hub.Core.Access;
using Hub.Core.Notices;
using Hub.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Hub.Functions.Notices;

/// <summary>Reads a notice from a request: JSON, or a form with a part <c>notice</c> and files.</summary>
internal static class NoticeRequest
{
    /// <summary>Bytes of a request with files.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    private const int MostFiles = 20;
    private const int LongestKey = 200;

    /// <summary>The submission.</summary>
    public static async Task<Submission> Read(HttpRequest request, Caller caller)
    {
        if (request.ContentLength > MostBytes)
            throw RequestBody.TooLarge(MostBytes);
        var (original, files) = request switch
        {
            { HasFormContentType: true } => await ReadForm(request),
            _ when request.HasJsonContentType() => (await RequestBody.ReadJsonBytes(request), []),
            _ => throw new ApiException(
                415, "Wrong media type",
                "Send the notice as application/json, or as multipart/form-data with a part 'notice' and the files."),
        };
        return new(caller, RequestBody.Parse(original), original, files, IdempotencyKey(request));
    }

    private static string? IdempotencyKey(HttpRequest request)
    {
        var key = request.Headers["Idempotency-Key"].ToString();
        return key.Length <= LongestKey
            ? key.Length == 0 ? null : key
            : throw new ApiException(400, "Idempotency-Key too long", $"At most {LongestKey} characters.");
    }

    private static async Task<(byte[] Notice, IReadOnlyList<SubmittedFile> Files)> ReadForm(HttpRequest request)
    {
        var form = await Form(request);
        var part = form.Files.GetFile("notice");
        var notice = part is not null
            ? await Bytes(part)
            : form.TryGetValue("notice", out var text) && text is [{ } json]
                ? Encoding.UTF8.GetBytes(json)
                : throw new ApiException(400, "No notice", "The form needs a part 'notice' with the notice as JSON.");
        if (notice.Length > RequestBody.MostJson)
            throw RequestBody.TooLarge(RequestBody.MostJson);
        var files = form.Files.Where(f => f != part).ToList();
        if (files.Count > MostFiles)
            throw new ApiException(
                413, "Too many files", $"At most {MostFiles} files; put the others in a second notice that amends this one.");
        return (notice, [.. files.Select(File)]);
    }

    private static async Task<IFormCollection> Form(HttpRequest request)
    {
        try
        {
            var options = new FormOptions { MultipartBodyLengthLimit = MostBytes, ValueLengthLimit = RequestBody.MostJson };
            return await new FormFeature(request, options).ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (InvalidDataException e) when (e.Message.Contains("limit", StringComparison.OrdinalIgnoreCase))
        {
            throw RequestBody.TooLarge(MostBytes);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw new ApiException(
                400, "The form cannot be read", "It is cut off, or its parts are not separated as its Content-Type says.");
        }
    }

    // Longer files lie on disk meanwhile; they are never in memory as a whole.
    private static SubmittedFile File(IFormFile file) =>
        new(file.FileName, file.ContentType ?? "application/octet-stream", file.OpenReadStream);

    private static async Task<byte[]> Bytes(IFormFile file)
    {
        await using var stream = file.OpenReadStream();
        return await RequestBody.ReadAll(stream, MostBytes, CancellationToken.None);
    }
}
