using System.Text;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Notices;
using Hub.Notices.Access;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Notices;

/// <summary>Reads a notice from a request: JSON, or a form with a part <c>notice</c> and files.</summary>
internal static class NoticeRequest
{
    // Some more than the files and the notice, so that whoever sends too many is told of that.
    private const int MostParts = 64;
    private const int LongestKey = 200;
    private const string Name = "notice";

    /// <summary>The submission.</summary>
    public static async Task<Submission> Read(HttpRequest request, Caller caller)
    {
        var (original, files) = request switch
        {
            { HasFormContentType: true } => await ReadForm(request),
            _ when request.HasJsonContentType() => (await RequestBody.ReadJsonBytes(request), []),
            _ => throw new ApiException(
                415, "Wrong media type",
                "Send the notice as application/json, or as multipart/form-data with a part 'notice' and the files."),
        };
        return new(caller, JsonBody.Parse(original), original, files, IdempotencyKey(request));
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
        var form = await FormBody.Read(request, MostParts, FormBody.TooMany);
        var parts = form.Files.GetFiles(Name);
        if (parts.Count + form[Name].Count != 1)
            throw new ApiException(400, "No notice", "The form needs one part 'notice' with the notice as JSON, and one only.");
        var part = parts.Count == 1 ? parts[0] : null;
        var notice = part is null ? Encoding.UTF8.GetBytes(form[Name].ToString()) : await Bytes(part);
        if (notice.Length > RequestBody.MostJson)
            throw RequestBody.TooLarge(RequestBody.MostJson);
        var files = form.Files.Where(f => f != part).ToList();
        if (files.Count > FormBody.MostFiles)
            throw FormBody.TooMany();
        return (notice, [.. files.Select(File)]);
    }

    // Longer files lie on disk meanwhile; they are never in memory as a whole.
    private static SubmittedFile File(IFormFile file) =>
        new(file.FileName, file.ContentType ?? "application/octet-stream", file.OpenReadStream);

    private static async Task<byte[]> Bytes(IFormFile file)
    {
        await using var stream = file.OpenReadStream();
        return await RequestBody.ReadAll(stream, RequestBody.MostJson, CancellationToken.None);
    }
}
