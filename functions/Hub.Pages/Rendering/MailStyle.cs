namespace Hub.Pages.Rendering;

/// <summary>The little CSS that a mail has.</summary>
internal static class MailStyle
{
    /// <summary>The sheet.</summary>
    public const string Sheet = """

        body{font:16px/1.5 system-ui,"Segoe UI","Noto Sans",Arial,sans-serif;color:#1a1a1a;background:#fff;
            max-width:44em;margin:1em auto;padding:0 1em}
        h1{font-size:1.4em;line-height:1.25}
        h2{font-size:1.15em;border-bottom:1px solid #8c8c8c;margin:1.6em 0 .6em}
        h3{font-size:1em;margin:1.2em 0 .3em}
        dl{margin:0;padding-inline-start:1em}
        dt{font-weight:600;margin-top:.4em}
        dd{margin:0;padding-inline-start:1em}
        footer{border-top:1px solid #8c8c8c;margin-top:2em}
        @media print{body{max-width:none;margin:0}h2,h3,dt{break-after:avoid}}

        """;
}
