using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Hub.Delivery.Webhooks;

namespace Hub.Azure.Webhooks;

/// <summary>Signs with a key from a PEM file, which it makes where there is none: for development.</summary>
public sealed class FileMessageSigner : IMessageSigner, IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly IReadOnlyList<SigningKey> _keys;

    private FileMessageSigner(string path)
    {
        if (File.Exists(path))
            _key.ImportFromPem(File.ReadAllText(path));
        else
            Write(path, _key.ExportPkcs8PrivateKeyPem());
        var point = _key.ExportParameters(false).Q;
        var (x, y) = (Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
        var thumbprint = SHA256.HashData(Encoding.UTF8.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{y}}"}"""));
        _keys = [new(Base64Url.EncodeToString(thumbprint), x, y)];
    }

    /// <summary>The signer of a file.</summary>
    public static FileMessageSigner Open(string path) => new(path);

    /// <inheritdoc/>
    public Task<IReadOnlyList<SigningKey>> Keys(CancellationToken cancel) => Task.FromResult(_keys);

    /// <inheritdoc/>
    public Task<MessageSigned?> Sign(Func<string, byte[]> message, CancellationToken cancel)
    {
        // Several deliveries sign at once, and a key is not made for that.
        lock (_key)
            return Task.FromResult<MessageSigned?>(new(_keys[0].Id, _key.SignData(message(_keys[0].Id), HashAlgorithmName.SHA256)));
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    // Written beside and moved, so that a crash leaves a whole key or none.
    private static void Write(string path, string pem)
    {
        var whole = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(whole)!);
        File.WriteAllText($"{whole}.new", pem);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode($"{whole}.new", UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Move($"{whole}.new", whole);
    }
}
