using System.Text;
using Hub.Notices.Documents;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Hub.Functions.Tests.Documents;

/// <summary>What a browser gets of a file: its status, its headers, its bytes.</summary>
internal sealed record Served(int Status, IHeaderDictionary Headers, byte[] Bytes)
{
    private static readonly IServiceProvider Services = new ServiceCollection().AddLogging().AddMvcCore().Services.BuildServiceProvider();

    /// <summary>Media types that no browser runs, each with the endings a file of it is saved under.</summary>
    private static readonly Dictionary<string, string[]> Inert = new()
    {
        ["application/pdf"] = [".pdf"],
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = [".docx"],
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = [".xlsx"],
        ["application/vnd.oasis.opendocument.text"] = [".odt"],
        ["text/plain"] = [".txt", ".csv"],
        ["text/plain; charset=utf-8"] = [".txt", ".csv"],
        ["application/json"] = [".json"],
        ["application/octet-stream"] = [".eml", ".bin"],
        ["image/png"] = [".png"],
        ["image/jpeg"] = [".jpg", ".jpeg"],
        ["image/tiff"] = [".tif", ".tiff"],
    };

    /// <summary>The name that a browser saves it under.</summary>
    public string Name => Disposition.FileNameStar.Value ?? Disposition.FileName.Value!;

    private ContentDispositionHeaderValue Disposition => ContentDispositionHeaderValue.Parse(Assert.Single(Headers.ContentDisposition)!);

    /// <summary>A request as a browser makes it.</summary>
    public static HttpRequest Request(params (string Name, string Value)[] headers)
    {
        var request = new DefaultHttpContext { RequestServices = Services }.Request;
        request.Method = "GET";
        request.Headers.Authorization = "Bearer key";
        foreach (var (name, value) in headers)
            request.Headers[name] = value;
        return request;
    }

    /// <summary>The answer of a function, written out.</summary>
    public static async Task<Served> By(HttpRequest request, Func<HttpRequest, Task<IActionResult>> function)
    {
        using var body = new MemoryStream();
        request.HttpContext.Response.Body = body;
        var answer = await function(request);
        await answer.ExecuteResultAsync(new(request.HttpContext, new RouteData(), new()));
        return new(request.HttpContext.Response.StatusCode, request.HttpContext.Response.Headers, body.ToArray());
    }

    /// <summary>Checks that a browser saves it, and runs nothing of it, whatever it is.</summary>
    public void IsInert(string what)
    {
        Assert.True(Headers.XContentTypeOptions == "nosniff", what);
        var policy = Headers.ContentSecurityPolicy.ToString().Split(';', StringSplitOptions.TrimEntries);
        Assert.Equal(["default-src 'none'", "sandbox"], policy);
        Assert.True(Headers["Cross-Origin-Resource-Policy"] == "same-origin", what);
        Assert.True(Headers.SetCookie.Count == 0, what);
        Assert.Equal("no-store", Headers.CacheControl.ToString());
        Assert.All(Headers.SelectMany(h => h.Value), v => Assert.All(v!, c => Assert.InRange(c, ' ', '~')));
        Assert.True(Disposition.DispositionType == "attachment", what);
        IsPlain(Name, what);
        IsPlain(Disposition.FileName.Value!.Trim('"'), what);
        if (Bytes.Length > 0)
            Assert.True(
                Inert.TryGetValue(Headers.ContentType.ToString(), out var endings)
                    && endings.Contains(Path.GetExtension(Name).ToLowerInvariant()),
                $"{what}: {Headers.ContentType} as {Name}");
    }

    private static void IsPlain(string name, string what)
    {
        Assert.True(FileName.IsPlain(name), $"{what} is saved as {name}");
        Assert.Equal(name, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)));
    }
}
