namespace Hub.Host.Http;

/// <summary>What has no function: the root is a page that says the app runs, unless it is switched off; all else is not found.</summary>
public static class HomePage
{
    private const string Page = """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>Functions host</title></head>
        <body><h1>Your function app is up and running</h1></body></html>
        """;

    /// <summary>Answers a request that no function takes.</summary>
    public static Task Answer(HttpContext context, bool shown)
    {
        if (context.Request.Path != "/")
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        if (!shown)
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }
        context.Response.ContentType = "text/html";
        return context.Response.WriteAsync(Page);
    }
}
