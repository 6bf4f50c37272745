namespace Hub.Simulators.Control;

/// <summary>Reads the body whole, up to a limit, so that a request can be judged by its size and performed twice.</summary>
public sealed class BufferMiddleware(RequestDelegate next, Func<long> limit, ErrorWriter write)
{
    private const int Chunk = 81920;

    public async Task InvokeAsync(HttpContext http)
    {
        var most = limit();
        var kept = new MemoryStream();
        var chunk = new byte[Chunk];
        int read;
        while ((read = await http.Request.Body.ReadAsync(chunk, http.RequestAborted)) > 0 && kept.Length <= most)
            kept.Write(chunk, 0, read);
        kept.Position = 0;
        http.Request.Body = kept;
        if (kept.Length > most)
            await write(http, 413, "RequestEntityTooLarge", $"The request is larger than {most} bytes; send it in parts.", null);
        else
            await next(http);
    }
}
