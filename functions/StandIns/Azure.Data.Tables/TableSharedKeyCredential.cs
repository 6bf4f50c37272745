using System.Security.Cryptography;
using System.Text;

namespace Azure.Data.Tables;

/// <summary>The name and the key of a storage account.</summary>
public class TableSharedKeyCredential
{
    private volatile byte[] _key = [];

    public TableSharedKeyCredential(string accountName, string accountKey)
    {
        ArgumentException.ThrowIfNullOrEmpty(accountName);
        AccountName = accountName;
        SetAccountKey(accountKey);
    }

    public string AccountName { get; }

    public void SetAccountKey(string accountKey)
    {
        ArgumentException.ThrowIfNullOrEmpty(accountKey);
        try
        {
            _key = Convert.FromBase64String(accountKey);
        }
        catch (FormatException problem)
        {
            throw new FormatException($"The key of storage account '{AccountName}' is not base64: copy it again from the portal.", problem);
        }
    }

    internal string Sign(string text) => Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));
}
