using System.Buffers;
using Azure.Core;

namespace Azure.Data.Tables.Http;

/// <summary>The small steps in which the clients build a request.</summary>
internal static class RequestExtensions
{
    internal static HttpMessage With(this HttpMessage message, HttpHeader header)
    {
        message.Request.Headers.SetValue(header.Name, header.Value);
        return message;
    }

    internal static HttpMessage With(this HttpMessage message, ETag ifMatch) =>
        message.With(new HttpHeader("If-Match", ifMatch.ToString()));

    internal static HttpMessage With(this HttpMessage message, ArrayBufferWriter<byte> body)
    {
        message.Request.Content = RequestContent.Create(body.WrittenMemory);
        return message;
    }

    internal static HttpMessage Asking(this HttpMessage message, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            message.Request.Uri.AppendQuery(name, value, escapeValue: true);
        return message;
    }
}
