namespace Hub.Pages.Portal.Signatures;

/// <summary>How a receiver checks a signature, as programs that tests run: what is shown is what runs.</summary>
internal static class Snippets
{
    /// <summary>The secret of the example.</summary>
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /// <summary>The programs by their languages, which are called the same in each tongue.</summary>
    public static IReadOnlyList<(string Language, string Text)> All { get; } =
        [("C#", Read("Verify.cs")), ("Node.js", Read("verify.mjs")), ("Python", Read("verify.py")), ("Shell", Read("verify.sh"))];

    /// <summary>A request that these find genuine, at its time and with the secret of the example.</summary>
    public static string Example { get; } = Read("example.http");

    private static string Read(string name)
    {
        using var stream = typeof(Snippets).Assembly.GetManifestResourceStream($"snippets/{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
