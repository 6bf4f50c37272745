using Microsoft.AspNetCore.Components;

namespace Hub.Pages.Networks.Frame;

/// <summary>The style sheet of the network pages, written into each: nothing is fetched from elsewhere.</summary>
internal static class NetworkStyles
{
    /// <summary>The sheet.</summary>
    public static MarkupString Sheet { get; } = new("""
        <style>
        *{box-sizing:border-box}
        body{font:1rem/1.5 system-ui,"Segoe UI","Noto Sans",Arial,sans-serif;color:#1a1a1a;background:#fff;max-width:68rem;margin:0 auto;padding:0 1rem 2rem}
        a{color:#0b4f8a}
        a:hover{text-decoration-thickness:.15em}
        a:focus-visible,input:focus-visible,select:focus-visible,button:focus-visible,summary:focus-visible,.scroll:focus-visible
            {outline:3px solid #0b4f8a;outline-offset:2px}
        main:focus{outline:0}
        .skip{position:absolute;inset-inline-start:-99em}
        .skip:focus{position:static;display:inline-block;padding:.5rem 0}
        header{border-bottom:2px solid #0b4f8a;padding:.6rem 0}
        .site{margin:0;font-weight:600}
        header ul,.columns,.inline{list-style:none;margin:0;padding:0}
        header ul{display:flex;flex-wrap:wrap;gap:0 1.1rem}
        header a{display:inline-block;padding:.3rem 0;min-height:1.5rem}
        header a[aria-current]{color:#1a1a1a;font-weight:600;text-decoration:none}
        h1{font-size:1.6rem;line-height:1.25;margin:1rem 0}
        h2{font-size:1.25rem;line-height:1.3;margin:1.8rem 0 .6rem}
        h3{font-size:1.05rem;margin:1.2rem 0 .4rem}
        form{display:flex;flex-wrap:wrap;gap:.6rem 1rem;align-items:end;background:#eef3f8;padding:.8rem 1rem 1rem;margin:1rem 0;border-radius:.3rem}
        form h2{margin:0;flex-basis:100%;font-size:1.1rem}
        form p{margin:0;flex:1 1 14rem}
        label{display:block;font-weight:600}
        input,select,button{font:inherit;min-height:2.75rem;padding:.3rem .6rem;border:1px solid #5f6b76;border-radius:.25rem;background:#fff;color:inherit;
            width:100%;max-width:100%}
        button{background:#0b4f8a;border-color:#0b4f8a;color:#fff;font-weight:600;width:auto;padding:.3rem 1.4rem;cursor:pointer}
        .scroll{overflow-x:auto;margin:.6rem 0 1.2rem}
        table{border-collapse:collapse;width:100%}
        caption{text-align:start;font-weight:600;padding:.3rem 0}
        th,td{text-align:start;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid #c4c4c4}
        th:first-child,td:first-child{padding-inline-start:0}
        thead th{border-bottom:2px solid #767676;vertical-align:bottom;min-width:4.5rem}
        tbody th{font-weight:400;min-width:11rem}
        td[lang],.source{overflow-wrap:anywhere;min-width:14rem}
        .number,.marks td,.marks thead th+th{text-align:center}
        .marks{width:auto}
        .marks tbody th{position:sticky;inset-inline-start:0;background:#fff;min-width:8rem;max-width:14rem}
        .marks thead th{min-width:3rem}
        .marks tbody tr:hover>*{background:#eef3f8}
        .marks td{font-weight:600;min-width:3rem;border-inline-start:1px solid #e2e2e2}
        .bar{display:inline-block;width:6rem;height:.8em;background:#dde3e8;margin-inline-end:.6em;vertical-align:baseline}
        .bar span{display:block;height:100%;background:#0b4f8a}
        dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.3rem 1.2rem;margin:1rem 0}
        dt{font-weight:600}
        dd{margin:0;overflow-wrap:anywhere}
        .label{display:inline-block;border:1px solid #7a4b00;background:#fff4de;color:#5c3800;border-radius:.3rem;padding:0 .4rem;
            margin-inline-end:.3rem;font-size:.875rem;font-weight:600}
        .note{border-inline-start:4px solid #7a4b00;padding-inline-start:.8rem}
        .gap{font-size:1.1rem;font-weight:600}
        .columns{columns:15rem;column-gap:1.5rem}
        .columns li{break-inside:avoid;padding:.1rem 0}
        .columns a{display:inline-block;min-height:1.5rem}
        .inline{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem}
        summary{cursor:pointer;padding:.5rem 0;font-weight:600}
        .minor{color:#4a4a4a;font-size:.9rem}
        footer{border-top:1px solid #767676;margin-top:2.5rem;font-size:.9rem}
        footer h2{font-size:1rem;margin:1rem 0 .3rem}
        footer ul{margin:0;padding-inline-start:1.2rem}
        footer a{display:inline-block;padding:.2rem 0;min-height:1.75rem}
        @media(max-width:40rem){
            dl{display:block}
            .bar{display:none}
            dd{margin-bottom:.5rem}
            .marks tbody th{max-width:8.5rem}
        }
        @media print{
            @page{margin:1.5cm}
            body{max-width:none;padding:0;font-size:10pt}
            header nav,.skip,form,footer ul,footer h2{display:none}
            a{color:inherit;text-decoration:none}
            .scroll{overflow:visible}
            .marks tbody th{position:static}
            tr,li{break-inside:avoid}
            thead{display:table-header-group}
            caption,h2,h3{break-after:avoid}
            .bar,.bar span,.label{print-color-adjust:exact}
        }
        </style>
        """);
}
