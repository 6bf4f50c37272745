using Hub.Functions.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Hub.Functions.Http;

/// <summary>Reads forms of strangers, within bounds. Whatever is wrong with one is said in words.</summary>
internal static class FormBody
{
    /// <summary>The most files that a form may bring.</summary>
    public const int MostFiles = 20;

    /// <summary>The form; 400, 413 or 415 where it cannot be read.</summary>
    /// <param name="request">The request.</param>
    /// <param name="mostValues">The most values and files that are looked at.</param>
    /// <param name="tooMany">The response where there are more.</param>
    /// <param name="longestValue">The most bytes of a value.</param>
    /// <param name="mostBytes">The most bytes of all of it.</param>
    public static async Task<IFormCollection> Read(
        HttpRequest request, int mostValues, Func<ApiException> tooMany, int longestValue = RequestBody.MostJson,
        int mostBytes = BodyLimits.MostBytes)
    {
        if (request.ContentLength > mostBytes)
            throw RequestBody.TooLarge(mostBytes);
        if (request.Headers.ContentEncoding.ToString() is { Length: > 0 } encoding && encoding != "identity")
            throw new ApiException(415, "Wrong encoding", "Send a form with files as it is, without Content-Encoding.");
        try
        {
            var options = new FormOptions
            {
                MultipartBodyLengthLimit = mostBytes, BufferBodyLengthLimit = mostBytes, ValueLengthLimit = longestValue,
                ValueCountLimit = mostValues,
            };
            return await new FormFeature(request, options).ReadFormAsync(request.HttpContext.RequestAborted);
        }
        // What the server says of a request (too slow, too large) is an IOException too, and says itself what it is.
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw Unreadable(e.Message, tooMany, longestValue, mostBytes);
        }
        // .NET has no decoder for it, UTF-7 above all, or refuses to have one.
        catch (Exception e) when (e is NotSupportedException or ArgumentException)
        {
            throw new ApiException(415, "Wrong encoding", "Send text as UTF-8: the form names a charset that is not read here.");
        }
    }

    /// <summary>The response to a form with too many files.</summary>
    public static ApiException TooMany() => new(
        413, "Too many files", $"At most {MostFiles} files; put the others in a second notice that amends this one.");

    // The reader of forms tells its limits apart by its words alone.
    private static ApiException Unreadable(string why, Func<ApiException> tooMany, int longestValue, int mostBytes) => why switch
    {
        _ when why.Contains("body length limit", StringComparison.OrdinalIgnoreCase) => RequestBody.TooLarge(mostBytes),
        _ when why.Contains("value length limit", StringComparison.OrdinalIgnoreCase) => RequestBody.TooLarge(longestValue),
        _ when why.Contains("value count limit", StringComparison.OrdinalIgnoreCase) => tooMany(),
        _ => new(
            400, "The form cannot be read",
            "It is cut off, its parts are not separated as its Content-Type says, or the head of a part is too long."),
    };
}
