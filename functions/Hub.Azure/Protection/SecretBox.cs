using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using Azure;
using Hub.Azure.Tables;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Azure.Protection;

/// <summary>
/// Closes texts that nobody may read in storage, and opens them again (ASP.NET Core Data Protection, the key ring in a table). What was
/// kept open before is read as it is.
/// </summary>
public sealed class SecretBox : IDisposable
{
    private const string Closed = "protected:";
    private readonly ServiceProvider _services;
    private readonly Lazy<IDataProtector> _protector;

    /// <summary>A box whose keys are in the hub's tables.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="vault">The vault's key that encrypts the key ring; null where it lies open (development).</param>
    public SecretBox(HubTables tables, VaultKey? vault)
    {
        // Services of its own: those of the application would read the key ring at its start, whether storage is there or not.
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName("Hub");
        services.Configure<KeyManagementOptions>(options =>
            (options.XmlRepository, options.XmlEncryptor) = (new KeyRingTable(tables), vault is null ? null : new VaultKeyRing(vault)));
        if (vault is not null)
            services.AddSingleton(vault);
        _services = services.BuildServiceProvider();
        _protector = new(() => _services.GetRequiredService<IDataProtectionProvider>().CreateProtector("Hub.Webhooks.Secrets.v1"));
    }

    /// <summary>The text as storage keeps it.</summary>
    public string Close(string text) => Closed + Try(p => p.Protect(text));

    /// <summary>The text that storage kept.</summary>
    public string Open(string kept) =>
        kept.StartsWith(Closed, StringComparison.Ordinal) ? Try(p => p.Unprotect(kept[Closed.Length..])) : kept;

    /// <inheritdoc/>
    public void Dispose() => _services.Dispose();

    private string Try(Func<IDataProtector, string> work)
    {
        try
        {
            return work(_protector.Value);
        }
        // Storage or vault that do not answer are to be seen as that.
        catch (CryptographicException e) when (e.InnerException is RequestFailedException cause)
        {
            ExceptionDispatchInfo.Throw(cause);
            throw;
        }
    }
}
