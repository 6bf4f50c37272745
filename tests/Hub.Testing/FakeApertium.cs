namespace Hub.Testing;

/// <summary>Takes Apertium's arguments and writes which mode it was called with, so that tests need no language data.</summary>
public sealed class FakeApertium : IDisposable
{
    private const string Script = """
        #!/bin/sh
        if [ "$1" = "-l" ]; then printf '  eng-spa\n  spa-eng\n  es-fr\n  fr-es\n'; exit 0; fi
        text=$(cat)
        if [ "$text" = "break" ]; then echo "out of order" >&2; exit 3; fi
        printf '%s[%s]' "$text" "$3 $4"
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("apertium").FullName;

    /// <summary>Writes it into a folder of its own.</summary>
    public FakeApertium()
    {
        Program = Path.Combine(_folder, "apertium");
        File.WriteAllText(Program, Script + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Where it is.</summary>
    public string Program { get; }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
