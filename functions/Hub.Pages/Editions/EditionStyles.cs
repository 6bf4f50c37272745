namespace Hub.Pages.Editions;

/// <summary>The CSS of an edition: on paper A4 with a running head and page numbers, on a screen like the hub's pages.</summary>
internal static class EditionStyles
{
    private const string Common = """
        body{font:10pt/1.4 "Noto Sans","Noto Sans Arabic","Noto Sans CJK SC","Noto Sans SC","Segoe UI","DejaVu Sans",Arial,sans-serif;color:#1a1a1a;
            background:#fff;max-width:52em;margin:0 auto;padding:0 1em 2em}
        :lang(zh),:lang(ar){line-height:1.6}
        a{color:#0b4f8a}
        header{border-bottom:2pt solid #0b4f8a;padding:1em 0;margin-bottom:1.2em}
        header p{margin:.2em 0}
        h1{font-size:2em;line-height:1.2;margin:.4em 0}
        .number{font-size:1.3em;font-weight:600}
        .restricted{display:inline-block;border:1pt solid #7a4b00;background:#fff4de;color:#5c3800;padding:.3em .8em;margin-block:.8em;font-weight:600}
        h2{font-size:1.35em;color:#0b4f8a;border-bottom:1pt solid #0b4f8a;margin:1.8em 0 .6em;break-after:avoid}
        h3{font-size:1.08em;margin:1.3em 0 .4em;break-after:avoid}
        article{border-inline-start:2pt solid #d5dde5;padding-inline-start:.9em;margin-bottom:1.2em}
        dl{margin:.3em 0}
        dl>div{display:grid;grid-template-columns:12em minmax(0,1fr);gap:1em;padding:.08em 0;break-inside:avoid}
        dt{color:#4a4a4a}
        dd{margin:0;overflow-wrap:anywhere}
        nav ul{columns:3 14em;column-gap:2em;list-style:none;padding:0;margin:0}
        nav li{break-inside:avoid;padding:.08em 0}
        table{border-collapse:collapse;width:100%;margin:.4em 0 1em}
        caption{text-align:start;font-weight:600;padding:.3em 0}
        th,td{text-align:start;vertical-align:top;padding:.3em .6em;border-bottom:.5pt solid #b4b4b4;overflow-wrap:break-word}
        thead th{border-bottom:1pt solid #767676}
        tbody th{font-weight:400}
        .govuk-table__cell--numeric,.govuk-table__header--numeric{text-align:end}
        thead{display:table-header-group}
        caption{break-after:avoid}
        tr,.changes{break-inside:avoid}
        .changes th:first-child{width:12em}
        .changes td{width:50%}
        @media print{
            body{max-width:none;padding:0}
            a{color:inherit;text-decoration:none}
            .contents,.body{break-before:page}
        }
        """;

    /// <summary>The style sheet, with the running head of a page.</summary>
    public static string For(string running, bool rightToLeft)
    {
        var (start, end) = rightToLeft ? ("right", "left") : ("left", "right");
        return $$$"""

            @page{size:A4;margin:20mm 18mm 18mm;
                @top-{{{start}}}{content:"{{{Quoted(running)}}}";font:8pt "Noto Sans",sans-serif;color:#4a4a4a}
                @bottom-{{{end}}}{content:counter(page) " / " counter(pages);font:8pt "Noto Sans",sans-serif;color:#4a4a4a}}
            @page:first{@top-{{{start}}}{content:none}}
            {{{Common}}}

            """;
    }

    // The head is the hub's own words and the edition's name; nothing in it may end the text or the element.
    private static string Quoted(string text) => new([.. text.Where(c => c is not ('"' or '\\' or '<' or '\n' or '\r'))]);
}
