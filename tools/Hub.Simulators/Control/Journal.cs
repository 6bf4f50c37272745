using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hub.Simulators.Control;

/// <summary>An append-only file of JSON lines, flushed change by change; without a folder it keeps nothing.</summary>
public sealed class Journal(string? folder, string name) : IDisposable
{
    private readonly Lock _lock = new();
    private FileStream? _file;

    /// <summary>Gives every line kept so far to the reader, and makes ready to append.</summary>
    public void Replay(Action<JsonObject> read)
    {
        if (folder is null)
            return;
        Directory.CreateDirectory(folder);
        _file = new FileStream(Path.Combine(folder, name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        using var lines = new StreamReader(_file, Encoding.UTF8, leaveOpen: true);
        var whole = 0L;
        while (lines.ReadLine() is { } line && Parse(line) is { } change)
        {
            whole += Encoding.UTF8.GetByteCount(line) + 1;
            read(change);
        }
        // A line cut short by a crash was never answered for: writing goes on in its place.
        _file.SetLength(Math.Min(whole, _file.Length));
        _file.Seek(0, SeekOrigin.End);
        if (whole > _file.Length)
            _file.WriteByte((byte)'\n');
    }

    public void Append(JsonObject change)
    {
        if (_file is null)
            return;
        lock (_lock)
        {
            _file.Write(Encoding.UTF8.GetBytes(change.ToJsonString(Json.Web) + "\n"));
            _file.Flush();
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _file?.SetLength(0);
            _file?.Seek(0, SeekOrigin.Begin);
        }
    }

    public void Dispose() => _file?.Dispose();

    private static JsonObject? Parse(string line)
    {
        try
        {
            return JsonNode.Parse(line) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
