using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Functions.Errors;

namespace Hub.Functions.Http;

/// <summary>Reads JSON of strangers. Whatever is wrong with it is said in words, with line and column, both from 1.</summary>
internal static class JsonBody
{
    private const int MostDepth = 32;
    private const string Title = "Not valid JSON";

    /// <summary>The object that the bytes are; a byte order mark before it does no harm.</summary>
    public static JsonObject Parse(byte[] bytes)
    {
        var json = WithoutMark(bytes);
        try
        {
            Check(json.Span);
            return JsonNode.Parse(json.Span, documentOptions: new() { MaxDepth = MostDepth }) as JsonObject
                ?? throw new ApiException(400, "Not a JSON object", "The body must be one JSON object: { … }.");
        }
        catch (JsonException e)
        {
            throw new ApiException(400, Title, $"At line {e.LineNumber + 1}, column {e.BytePositionInLine + 1}: {Reason(e)}");
        }
    }

    private static ReadOnlyMemory<byte> WithoutMark(byte[] bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => bytes.AsMemory(3),
        [0xFF, 0xFE, ..] => Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(bytes.AsSpan(2))),
        [0xFE, 0xFF, ..] => Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2))),
        [0x1F, 0x8B, ..] => throw new ApiException(400, Title, "The body is packed: send 'Content-Encoding: gzip' with it."),
        _ => bytes,
    };

    // The parser looks at names and texts only when somebody asks for them, and throws then.
    private static void Check(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new() { MaxDepth = MostDepth });
        var names = new Stack<HashSet<string>>();
        while (reader.Read())
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    names.Push(new(StringComparer.Ordinal));
                    break;
                case JsonTokenType.EndObject:
                    names.Pop();
                    break;
                case JsonTokenType.PropertyName when !names.Peek().Add(Text(ref reader, json)):
                    throw Wrong(
                        json, reader.TokenStartIndex, $"the field '{Text(ref reader, json)}' stands twice in one object; leave one.");
                case JsonTokenType.String:
                    Text(ref reader, json);
                    break;
                default:
                    break;
            }
    }

    private static string Text(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Wrong(
                json, reader.TokenStartIndex, "the text holds half of a character (an unpaired surrogate), or bytes that are not UTF-8.");
        }
    }

    private static ApiException Wrong(ReadOnlySpan<byte> json, long at, string what)
    {
        var before = json[..(int)at];
        return new(400, Title, $"At line {before.Count((byte)'\n') + 1}, column {at - before.LastIndexOf((byte)'\n')}: {what}");
    }

    // The part after the reason is .NET's own place, counted from 0.
    private static string Reason(JsonException e) => e.Message.Split(" LineNumber:")[0].Split(" Path:")[0].Trim();
}
