using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Hub.Azure.Tests.Builders;
using Hub.Azure.Webhooks;
using Hub.Delivery.Webhooks;

namespace Hub.Azure.Tests.Webhooks;

public sealed class MessageSignerTests
{
    private static readonly byte[] Message = "message"u8.ToArray();

    [Fact]
    public async Task A_key_file_is_made_once_and_used_again_and_is_its_owners_alone()
    {
        var folder = Directory.CreateTempSubdirectory("hub-");
        var path = Path.Combine(folder.FullName, "new", "key.pem");
        using var first = FileMessageSigner.Open(path);
        using var second = FileMessageSigner.Open(path);

        var signed = await first.Sign(_ => Message, default);

        Assert.True(Verifies((await second.Keys(default))[0], signed!));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_vault_signs_with_its_newest_version_and_the_older_ones_stay_published()
    {
        using var vault = new Vault("v1", "v2");
        var signer = vault.Signer();
        var keys = await signer.Keys(default);

        var signed = await signer.Sign(id => Encoding.UTF8.GetBytes($"message {id}"), default);

        Assert.Equal(["v2", "v1"], keys.Select(k => k.Id));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1700000001), keys[0].NotBefore);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1800000001), keys[0].Expires);
        Assert.Equal("v2", signed!.KeyId);
        Assert.True(Verifies(keys[0], signed, "message v2"u8.ToArray()));
    }

    [Fact]
    public async Task A_version_that_was_switched_off_is_not_published()
    {
        using var vault = new Vault("v1", "v2") { Disabled = "v2" };
        Assert.Equal(["v1"], (await vault.Signer().Keys(default)).Select(k => k.Id));
    }

    [Fact]
    public async Task A_vault_that_does_not_answer_signs_nothing()
    {
        using var vault = new Vault("v1") { IsDown = true };
        Assert.Null(await vault.Signer().Sign(_ => Message, default));
    }

    [Fact]
    public async Task The_versions_are_not_asked_for_with_every_signature()
    {
        using var vault = new Vault("v1");
        var signer = vault.Signer();
        for (var i = 0; i < 3; i++)
            await signer.Sign(_ => Message, default);
        Assert.Equal(2 + 3, vault.Requests);
    }

    private static bool Verifies(SigningKey key, MessageSigned signed, byte[]? message = null)
    {
        using var ecdsa = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new() { X = Base64Url.DecodeFromChars(key.X), Y = Base64Url.DecodeFromChars(key.Y) },
        });
        return ecdsa.VerifyData(message ?? Message, signed.Signature, HashAlgorithmName.SHA256);
    }
}
