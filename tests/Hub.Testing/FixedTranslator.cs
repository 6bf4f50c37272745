using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Hub.LocalProcesses;

namespace Hub.Testing;

/// <summary>
/// A translator of fixed latency that puts a line before every text, and counts: the synchronous call of Document Translation, without a
/// language. It lives in the test's own process, so that its count outlives whatever is killed.
/// </summary>
public sealed class FixedTranslator : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly TimeSpan _latency;
    private readonly ConcurrentDictionary<string, int> _calls = new();

    /// <summary>Starts it on a free port.</summary>
    public FixedTranslator(TimeSpan latency)
    {
        _latency = latency;
        Address = new($"http://127.0.0.1:{Loopback.FreePorts(1)[0]}/");
        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _ = Listen();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>How often it was asked for each text and language: by the language and the beginning of the text's SHA-256.</summary>
    public IReadOnlyDictionary<string, int> Calls => _calls;

    /// <summary>What it makes of a text.</summary>
    public static string Translation(string text, string into) => $"[{into}]\n{text}";

    /// <inheritdoc/>
    public void Dispose() => _listener.Close();

    private async Task Listen()
    {
        try
        {
            while (_listener.IsListening)
                _ = Answer(await _listener.GetContextAsync());
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // It was stopped.
        }
    }

    private async Task Answer(HttpListenerContext http)
    {
        try
        {
            using var reader = new StreamReader(http.Request.InputStream, Encoding.UTF8);
            var text = Document(await reader.ReadToEndAsync());
            var into = http.Request.QueryString["targetLanguage"]!;
            _calls.AddOrUpdate(
                $"{into} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16]}", 1, (_, n) => n + 1);
            await Task.Delay(_latency);
            http.Response.ContentType = "text/plain";
            await http.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(Translation(text, into)));
            http.Response.Close();
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException)
        {
            // Who asked was killed meanwhile.
        }
    }

    // The first part of the request's form, between its headers and the boundary.
    private static string Document(string form)
    {
        var boundary = form[..form.IndexOf("\r\n", StringComparison.Ordinal)];
        var start = form.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        return form[start..form.IndexOf($"\r\n{boundary}", start, StringComparison.Ordinal)];
    }
}
