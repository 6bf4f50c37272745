using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Azure.Protection;

/// <summary>
/// Encrypts the keys of the key ring: each with AES-GCM under a random key, which a key in Key Vault wraps (RSA-OAEP-256). The vault's key
/// never leaves it; who reads the table alone reads nothing.
/// </summary>
public sealed class VaultKeyRing(VaultKey vault) : IXmlEncryptor
{
    private const int KeyBytes = 32;

    /// <inheritdoc/>
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var (key, nonce) = (RandomNumberGenerator.GetBytes(KeyBytes), RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize));
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var (closed, tag) = (new byte[plain.Length], new byte[AesGcm.TagByteSizes.MaxSize]);
        using (var aes = new AesGcm(key, tag.Length))
            aes.Encrypt(nonce, plain, closed, tag);
        var (version, wrapped) = vault.Wrap(key, CancellationToken.None).GetAwaiter().GetResult();
        return new(
            new XElement(
                "vaultKey", new XAttribute("version", version), Part("wrapped", wrapped), Part("nonce", nonce), Part("tag", tag),
                Part("value", closed)),
            typeof(VaultKeyRingReader));
    }

    private static XElement Part(string name, byte[] bytes) => new(name, Base64Url.EncodeToString(bytes));
}

/// <summary>Decrypts what <see cref="VaultKeyRing"/> encrypted; Data Protection makes it by its name.</summary>
public sealed class VaultKeyRingReader(IServiceProvider services) : IXmlDecryptor
{
    /// <inheritdoc/>
    public XElement Decrypt(XElement encryptedElement)
    {
        var vault = services.GetRequiredService<VaultKey>();
        var version = (string)encryptedElement.Attribute("version")!;
        var key = vault.Unwrap(version, Part(encryptedElement, "wrapped"), CancellationToken.None).GetAwaiter().GetResult();
        var (tag, value) = (Part(encryptedElement, "tag"), Part(encryptedElement, "value"));
        var plain = new byte[value.Length];
        using var aes = new AesGcm(key, tag.Length);
        aes.Decrypt(Part(encryptedElement, "nonce"), value, tag, plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }

    private static byte[] Part(XElement element, string name) => Base64Url.DecodeFromChars((string)element.Element(name)!);
}
