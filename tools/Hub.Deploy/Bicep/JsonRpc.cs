using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Hub.Deploy.Bicep;

/// <summary>JSON-RPC 2.0 over two streams, each message after a header with its length; one call at a time.</summary>
internal sealed class JsonRpc(Stream output, Stream input)
{
    private const string Length = "Content-Length:";
    private int _calls;

    public JsonNode Call(string method, JsonObject request)
    {
        Write(new() { ["jsonrpc"] = "2.0", ["id"] = ++_calls, ["method"] = method, ["params"] = new JsonArray(request) });
        var answer = Read();
        return answer["result"] ?? throw new DeployException($"{method}: {answer["error"]?["message"]}");
    }

    private void Write(JsonObject message)
    {
        var body = Encoding.UTF8.GetBytes(message.ToJsonString());
        output.Write(Encoding.ASCII.GetBytes($"{Length} {body.Length}\r\n\r\n"));
        output.Write(body);
        output.Flush();
    }

    private JsonNode Read()
    {
        var length = 0;
        while (ReadLine() is { Length: > 0 } header)
            if (header.StartsWith(Length, StringComparison.OrdinalIgnoreCase))
                length = int.Parse(header[Length.Length..], CultureInfo.InvariantCulture);
        var body = new byte[length];
        input.ReadExactly(body);
        return JsonNode.Parse(body)!;
    }

    private string ReadLine()
    {
        var line = new StringBuilder();
        for (var read = input.ReadByte(); read != '\n'; read = input.ReadByte())
            line.Append(read >= 0 ? (char)read : throw new EndOfStreamException());
        return line.ToString().TrimEnd('\r');
    }
}
