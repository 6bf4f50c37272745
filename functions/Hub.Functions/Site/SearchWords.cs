using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Hub.Functions.Access;
using Hub.Notices.Access;
using Hub.Notices.AccessLinks;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Hub.Functions.Site;

/// <summary>
/// What somebody typed into the search of a list may be a name, an address or a number, and addresses of pages stand in histories and logs.
/// So it stands there encrypted, for the person and the session that typed it, and nobody else can open it (I6).
/// </summary>
public sealed class SearchWords(IAccessLinkKey keys)
{
    /// <summary>The field of every list's search.</summary>
    public const string Field = "text";

    /// <summary>The most that is looked for.</summary>
    public const int Longest = 254;

    private const int NonceLength = 12;
    private const int TagLength = 16;

    // Long and short words look alike.
    private const int Step = 64;
    private static readonly object Opened = new();

    /// <summary>What a list was asked for; null where that is nothing, or was typed by somebody else.</summary>
    public static string? Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.HttpContext.Items[Opened] as string;
    }

    /// <summary>Words as they may stand in an address.</summary>
    public async Task<string> Seal(Caller caller, string words, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(words);
        var length = Encoding.UTF8.GetByteCount(words);
        var plain = new byte[(length / Step * Step) + Step];
        plain.AsSpan(Encoding.UTF8.GetBytes(words, plain)).Fill((byte)' ');
        var nonce = RandomNumberGenerator.GetBytes(NonceLength);
        var (cipher, tag) = (new byte[plain.Length], new byte[TagLength]);
        using var key = await Key(cancel);
        key.Encrypt(nonce, plain, cipher, tag, Owner(caller));
        return Base64Url.EncodeToString([.. nonce, .. tag, .. cipher]);
    }

    /// <summary>Opens the words in the address of a request, so that its list finds them.</summary>
    public async Task Open(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Query[Field] is [{ Length: > 0 } sealedWords]
            && await Open(request.Caller(), sealedWords, request.HttpContext.RequestAborted) is { Length: > 0 } words)
            request.HttpContext.Items[Opened] = words;
    }

    private async Task<string?> Open(Caller caller, string sealedWords, CancellationToken cancel)
    {
        const int MostCharacters = 2048;
        if (sealedWords.Length > MostCharacters || !Base64Url.IsValid(sealedWords, out var length) || length < NonceLength + TagLength)
            return null;
        var bytes = Base64Url.DecodeFromChars(sealedWords);
        var plain = new byte[bytes.Length - NonceLength - TagLength];
        using var key = await Key(cancel);
        try
        {
            key.Decrypt(
                bytes.AsSpan(0, NonceLength), bytes.AsSpan(NonceLength + TagLength), bytes.AsSpan(NonceLength, TagLength), plain,
                Owner(caller));
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        return Encoding.UTF8.GetString(plain).TrimEnd();
    }

    private static byte[] Owner(Caller caller) => Encoding.UTF8.GetBytes($"{caller.Session}\n{caller.Name}");

    private async Task<AesGcm> Key(CancellationToken cancel) => new(
        HKDF.DeriveKey(HashAlgorithmName.SHA256, (await keys.Get(cancel)).ToArray(), 32, info: "search-words"u8.ToArray()), TagLength);
}

/// <summary>Opens what was typed into a search before its list is made.</summary>
internal sealed class SearchWordsOpened(SearchWords words) : IFunctionsWorkerMiddleware
{
    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { Request: var request } && request.Admitted() is not null
            && AccessCheck.Of(context.FunctionDefinition.EntryPoint) is PageAccessAttribute or DirectoryPageAttribute)
            await words.Open(request);
        await next(context);
    }
}
