namespace Azure.Data.Tables.Http;

/// <summary>A storage connection string, or what is wrong with it.</summary>
internal sealed class ConnectionString
{
    private const string DevelopmentAccount = "devstoreaccount1";

    // Public: the key of every storage emulator.
    private const string DevelopmentKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly Dictionary<string, string> _settings;

    internal ConnectionString(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text, "connectionString");
        _settings = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Setting)
            .GroupBy(s => s.Name, s => s.Value, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(s => s.Key, s => s.Count() < 2 ? s.First() : throw Wrong($"has two {s.Key}"), StringComparer.OrdinalIgnoreCase);
        foreach (var refused in (string[])["SharedAccessSignature", "DevelopmentStorageProxyUri"])
            if (_settings.ContainsKey(refused))
                throw new NotSupportedException($"{refused} in a connection string: use AccountKey, or a Uri and a TokenCredential.");
        IsDevelopment = bool.TryParse(Value("UseDevelopmentStorage"), out var development) && development;
        Credential = IsDevelopment ? new(DevelopmentAccount, DevelopmentKey) : new(Required("AccountName"), Required("AccountKey"));
        Endpoint = IsDevelopment ? new($"http://127.0.0.1:10002/{DevelopmentAccount}") : ExplicitEndpoint() ?? AccountEndpoint();
    }

    internal TableSharedKeyCredential Credential { get; }

    internal Uri Endpoint { get; }

    private bool IsDevelopment { get; }

    private static (string Name, string Value) Setting(string text, int index)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 ? (text[..equals].Trim(), text[(equals + 1)..].Trim()) : throw Wrong($"has no name=value in setting {index + 1}");
    }

    // Never the connection string itself: it holds the key.
    private static FormatException Wrong(string what) => new(
        $"The storage connection string {what}. It reads UseDevelopmentStorage=true, or " +
        "AccountName=…;AccountKey=…;EndpointSuffix=core.windows.net, with " +
        "TableEndpoint=… instead of the suffix where the account has an address of its own.");

    private string? Value(string name) => _settings.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    private string Required(string name) => Value(name) ?? throw Wrong($"has no {name}");

    private Uri? ExplicitEndpoint() => Value("TableEndpoint") is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri
        : throw Wrong($"has the TableEndpoint '{text}', which is no http or https address");

    private Uri AccountEndpoint() => Uri.TryCreate(
        $"{Value("DefaultEndpointsProtocol") ?? "https"}://{Credential.AccountName}.table.{Value("EndpointSuffix") ?? "core.windows.net"}",
        UriKind.Absolute, out var uri) ? uri : throw Wrong("makes no address of AccountName and EndpointSuffix");
}
