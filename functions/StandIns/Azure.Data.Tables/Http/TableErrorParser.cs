using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Http;

/// <summary>Reads the service's error code and message: <c>{"odata.error":{"code":…,"message":{"value":…}}}</c>.</summary>
internal sealed class TableErrorParser : RequestFailedDetailsParser
{
    public override bool TryParse(Response response, [NotNullWhen(true)] out ResponseError? error, out IDictionary<string, string>? data)
    {
        data = null;
        error = FromBody(response);
        if (error is null && response.Headers.TryGetValue("x-ms-error-code", out var code))
            error = new(code, response.ReasonPhrase);
        return error is not null;
    }

    private static ResponseError? FromBody(Response response)
    {
        if (response.ContentStream is null || response.Headers.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) != true)
            return null;
        try
        {
            using var json = JsonDocument.Parse(response.Content);
            var error = json.RootElement.GetProperty("odata.error");
            return new(error.GetProperty("code").GetString(), error.GetProperty("message").GetProperty("value").GetString());
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
