using System.Net;

namespace Hub.Simulators.Pages;

/// <summary>Plain HTML pages, readable on a telephone, without scripts.</summary>
public static class Html
{
    private const string Style = """
        :root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 20%, transparent); }
        body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; overflow-wrap: anywhere; }
        h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
        ul { list-style: none; padding: 0; } li { border-bottom: 1px solid var(--line); padding: .5rem 0; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; } dt { opacity: .7; } dd { margin: 0; }
        label { display: block; margin: .7rem 0; }
        input, textarea, select, button { box-sizing: border-box; font: inherit; padding: .5rem; width: 100%; }
        button { width: auto; } iframe { background: #fff; border: 1px solid var(--line); height: 60vh; width: 100%; }
        pre { border: 1px solid var(--line); padding: .7rem; white-space: pre-wrap; } small { opacity: .7; }
        .good { color: #1a7f37; } .bad { color: #c0321d; }
        """;

    public static IResult Page(string title, string body) => Results.Text(
        $"""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy"
            content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'; form-action 'self'">
        <title>{Text(title)}</title><style>{Style}</style></head>
        <body><nav><a href="/">Start</a></nav><main><h1>{Text(title)}</h1>
        {body}
        </main></body></html>
        """, "text/html; charset=utf-8");

    /// <summary>Text made safe for content and quoted attributes.</summary>
    public static string Text(string? text) => WebUtility.HtmlEncode(text) ?? "";

    public static string Link(string href, string? text) => $"<a href=\"{Text(href)}\">{Text(text)}</a>";

    public static string List(IEnumerable<string> items, string none) =>
        string.Concat(items.Select(item => $"<li>{item}</li>")) is { Length: > 0 } list ? $"<ul>{list}</ul>" : $"<p>{Text(none)}</p>";

    public static string Facts(params (string Name, string? Value)[] facts) =>
        $"<dl>{string.Concat(facts.Select(f => $"<dt>{Text(f.Name)}</dt><dd>{Text(f.Value)}</dd>"))}</dl>";
}
