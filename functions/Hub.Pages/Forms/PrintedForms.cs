using System.Collections.Concurrent;
using System.Security.Cryptography;
using Hub.Notices.Documents;
using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Pages.Forms;

/// <summary>A form as it lies there to be taken.</summary>
/// <param name="Name">The name to save it under.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Tag">What tells its bytes from others: the beginning of their SHA-256, hexadecimal.</param>
public sealed record PrintedForm(string Name, byte[] Content, string Tag);

/// <summary>The empty forms, each made when it is first asked for.</summary>
public sealed class PrintedForms
{
    private readonly ConcurrentDictionary<(DocumentKind, Language), PrintedForm> _forms = new();

    /// <summary>The form of a kind in a language.</summary>
    public PrintedForm Take(DocumentKind kind, Language language) => _forms.GetOrAdd((kind, language), key => Print(key.Item1, key.Item2));

    private static PrintedForm Print(DocumentKind kind, Language language)
    {
        var content = DesignationForms.Of(kind, language);
        return new($"designation.{language.Code()}{kind.Extension()}", content, Convert.ToHexStringLower(SHA256.HashData(content))[..32]);
    }
}
