using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hub.Local.Erasing;

/// <summary>The file that says whose data are to be erased.</summary>
internal static class EraseRequest
{
    /// <summary>What may stand in it.</summary>
    public const string Form =
        """The file: { "names": ["…"], "addresses": ["…"], "numbers": ["…"] }, or { "notice": "SEN-…" }, or { "mail": "…" }.""";

    /// <summary>Reads it; what is wrong with it is said in words.</summary>
    public static JsonObject Read(string file)
    {
        var text = Text(file);
        try
        {
            var body = JsonNode.Parse(text) as JsonObject ?? throw new CommandException($"{Name(file)} holds no JSON object.", Form, 2);
            // Fields are looked at when they are asked for: one that is there twice shows then.
            _ = body.Count;
            return body;
        }
        catch (JsonException e)
        {
            throw new CommandException(
                $"{Name(file)} is not JSON: look at line {e.LineNumber + 1}, column {e.BytePositionInLine + 1}.", Form, 2);
        }
        catch (ArgumentException)
        {
            throw new CommandException($"{Name(file)} has a field twice.", Form, 2);
        }
    }

    private static string Text(string file)
    {
        if (file == "-")
            return Console.In.ReadToEnd();
        if (Directory.Exists(file))
            throw new CommandException($"{file} is a folder; a file is wanted.", Form, 2);
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandException($"There is no file {Path.GetFullPath(file)}.", Form, 2);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{file} may not be read by you.", exitCode: 2);
        }
    }

    private static string Name(string file) => file == "-" ? "What came on the standard input" : file;
}
