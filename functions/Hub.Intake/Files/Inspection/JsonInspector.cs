using System.Text.Json;
using Hub.Intake.Files.Unpacking;
using Hub.Register.Problems;

namespace Hub.Intake.Files.Inspection;

/// <summary>Reads JSON through in pieces: that it is whole, not too deep, and says everything once.</summary>
internal static class JsonInspector
{
    private const int MostDepth = 64;
    private const int PieceLength = 64 * 1024;

    /// <summary>Whether a text begins as JSON does.</summary>
    public static bool IsMeant(string sample) => sample is ['{' or '[', ..];

    /// <summary>Whether it is JSON; a text in brackets is none. Throws where it is meant to be, and cannot be read as one thing.</summary>
    public static bool IsJson(Stream content, string sample)
    {
        try
        {
            Walk(content);
            return true;
        }
        catch (JsonException) when (!IsNothingElse(sample))
        {
            return false;
        }
    }

    // {"name and [{ begin no letter.
    private static bool IsNothingElse(string sample) =>
        sample[1..].TrimStart() is ['"', ..] && sample[0] == '{' || sample[0] == '[' && sample[1..].TrimStart() is ['{', ..];

    private static void Walk(Stream content)
    {
        content.Position = Bytes.Head(content, 3) is [0xEF, 0xBB, 0xBF] ? 3 : 0;
        var (state, names) = (new JsonReaderState(new() { MaxDepth = MostDepth * 16 }), new Stack<HashSet<string>>());
        var (buffer, kept) = (new byte[PieceLength], 0);
        while (true)
        {
            var read = content.Read(buffer, kept, buffer.Length - kept);
            var reader = new Utf8JsonReader(buffer.AsSpan(0, kept + read), read == 0, state);
            while (reader.Read())
                Take(ref reader, names);
            if (read == 0)
                return;
            state = reader.CurrentState;
            var used = (int)reader.BytesConsumed;
            kept = kept + read - used;
            buffer.AsSpan(used, kept).CopyTo(buffer);
            if (kept == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
        }
    }

    private static string Name(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("A name is not UTF-8.", e);
        }
    }

    private static void Take(ref Utf8JsonReader reader, Stack<HashSet<string>> names)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                names.Push([]);
                break;
            case JsonTokenType.EndObject:
                names.Pop();
                break;
            // One program takes the first of two values, another the last.
            case JsonTokenType.PropertyName when !names.Peek().Add(Name(ref reader)):
                throw new RefusedFileException(ProblemCode.F16);
            default:
                break;
        }
        if (reader.CurrentDepth > MostDepth)
            throw new RefusedFileException(ProblemCode.F15);
    }
}
