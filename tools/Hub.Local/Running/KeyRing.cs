using System.Text.Json;

namespace Hub.Local.Running;

/// <summary>Where a hub on this machine is and the keys to it, kept beside its data so that the next start gives the same.</summary>
public sealed record KeyRing
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The hub.</summary>
    public required Uri Hub { get; init; }

    /// <summary>The mailbox.</summary>
    public required Uri Mailbox { get; init; }

    /// <summary>The partner.</summary>
    public required Uri Partner { get; init; }

    /// <summary>How fast its limits pass.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>Whether the sample register is in it whole.</summary>
    public bool SampleLoaded { get; init; }

    /// <summary>Whether loading the sample began.</summary>
    public bool SampleBegun { get; init; }

    /// <summary>The keys, by the name of their holder.</summary>
    public Dictionary<string, string> Keys { get; init; } = [];

    /// <summary>The file in a folder.</summary>
    public static string PathIn(string folder) => Path.Combine(folder, "keys.json");

    /// <summary>What a folder holds; null where it holds none.</summary>
    public static KeyRing? Read(string folder)
    {
        var path = PathIn(folder);
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<KeyRing>(File.ReadAllText(path), Json) : null;
        }
        catch (JsonException)
        {
            throw new CommandException($"{path} is damaged.", "Delete it: the next `up` issues new keys, and the data stay.");
        }
    }

    /// <summary>Keeps it, for this user alone.</summary>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var fresh = $"{PathIn(folder)}.new";
        File.Delete(fresh);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(fresh, options))
            JsonSerializer.Serialize(file, this, Json);
        File.Move(fresh, PathIn(folder), overwrite: true);
    }
}
