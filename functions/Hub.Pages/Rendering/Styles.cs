using Microsoft.AspNetCore.Components;

namespace Hub.Pages.Rendering;

/// <summary>The little CSS there is, written into the page: nothing is fetched from elsewhere.</summary>
internal static class Styles
{
    /// <summary>For mails.</summary>
    public static MarkupString Mail { get; } = new("""
        <style>
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
        </style>
        """);

    /// <summary>For pages.</summary>
    public static MarkupString Page { get; } = new("""
        <style>
        body{font:16px/1.5 system-ui,"Segoe UI","Noto Sans",Arial,sans-serif;color:#1a1a1a;background:#fff;
            max-width:60em;margin:0 auto;padding:0 1em 2em}
        a{color:#0b4f8a}
        a:focus-visible{outline:3px solid #0b4f8a;outline-offset:2px}
        .skip{position:absolute;inset-inline-start:-99em}
        .skip:focus{position:static}
        header{border-bottom:2px solid #0b4f8a;padding:.8em 0}
        header ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.3em 1.2em}
        h1{font-size:1.7em;line-height:1.25}
        h2{font-size:1.25em;margin-top:1.8em}
        table{border-collapse:collapse;width:100%}
        caption{text-align:start;font-weight:600;padding:.3em 0}
        th,td{text-align:start;vertical-align:top;padding:.35em .6em;border-bottom:1px solid #c4c4c4}
        td[lang]{overflow-wrap:anywhere}
        thead th{border-bottom:2px solid #767676}
        tbody th{font-weight:400}
        dl{display:grid;grid-template-columns:minmax(8em,14em) 1fr;gap:.3em 1.2em}
        dt{font-weight:600}
        dd{grid-column:2;margin:0;overflow-wrap:anywhere}
        .label{display:inline-block;border:1px solid #7a4b00;background:#fff4de;color:#5c3800;border-radius:.3em;padding:0 .4em;
            margin-inline-end:.3em;font-size:.875em;font-weight:600}
        .columns{columns:14em;padding-inline-start:1.2em}
        footer{border-top:1px solid #767676;margin-top:2.5em;font-size:.9em}
        @media print{header nav,.skip{display:none}body{max-width:none}tr{break-inside:avoid}}
        </style>
        """);
}
