using Hub.Register.Problems;
using Hub.SampleFiles;

namespace Hub.Rules.Tests.Intake.Files;

/// <summary>PDFs that must not be taken.</summary>
internal static class HostilePdfs
{
    public static IEnumerable<(string Name, ProblemCode Code, byte[] Bytes)> All()
    {
        var good = Pdf.WithText("A note.");
        yield return ("pdf encrypted", ProblemCode.F13, new Pdf().Page("").Trailer("/Encrypt << /Filter /Standard /V 2 >>").Bytes());
        yield return ("pdf encrypted, name escaped", ProblemCode.F13, new Pdf().Page("").Trailer("/#45ncrypt 9 0 R").Bytes());
        yield return ("pdf with JavaScript", ProblemCode.F11,
            new Pdf().Page("").Add("<< /S /JavaScript /JS (app.alert\\(1\\)) >>").Bytes());
        yield return ("pdf with JavaScript, name escaped", ProblemCode.F11, new Pdf().Page("").Add("<< /S /J#61vaScript >>").Bytes());
        yield return ("pdf that starts a program", ProblemCode.F11, new Pdf().Page("").Add("<</S/Launch/F(cmd.exe)>>").Bytes());
        yield return ("pdf with a file in it", ProblemCode.F11, new Pdf().Page("").AddStream("/Type /EmbeddedFile", [1, 2]).Bytes());
        yield return ("pdf with a script in an object stream", ProblemCode.F11,
            new Pdf().Page("").AddStream("/Type /ObjStm /N 1 /First 4", "7 0 << /S /JavaScript /JS (x) >>"u8.ToArray()).Bytes());
        yield return ("pdf with an XFA form", ProblemCode.F11, new Pdf().Page("").Add("<< /XFA 9 0 R >>").Bytes());
        yield return ("pdf packed twice", ProblemCode.F15, new Pdf().Page("").AddStream("", new byte[30_000_000], 2).Bytes());
        yield return ("pdf that unpacks to 300 MB", ProblemCode.F15, new Pdf().Page("").AddStream("", new byte[300_000_000]).Bytes());
        yield return ("pdf cut off", ProblemCode.F18, good[..^40]);
        yield return ("pdf of a header", ProblemCode.F18, "%PDF-1.7"u8.ToArray());
        yield return ("pdf with a stream that never ends", ProblemCode.F18, "%PDF-1.7\n1 0 obj << >> stream\nxx %%EOF"u8.ToArray());
        yield return ("pdf with a string that never ends", ProblemCode.F18, "%PDF-1.7\n1 0 obj ((((((\n%%EOF"u8.ToArray());
        yield return ("pdf with objects packed by a dictionary nobody has", ProblemCode.F18,
            [.. "%PDF-1.7\n1 0 obj << /Type /ObjStm /Filter /FlateDecode >> stream\n"u8, 0x78, 0xBB, 1, 2, 3, 4,
                .. "\nendstream endobj\n%%EOF"u8]);
        yield return ("pdf that is a zip too", ProblemCode.F16, [.. good, .. new Package().Part("a.class", "x").Bytes()]);
        yield return ("pdf with a zip in a comment", ProblemCode.F16,
            [.. good[..^6], .. "%"u8, .. new Package().Part("a", "x").Bytes(), .. "\n%%EOF\n"u8]);
        yield return ("pdf that is a page too", ProblemCode.F16, [.. "%PDF-1.7\n%<script>alert(1)</script>\n"u8, .. good]);
        yield return ("pdf with a program behind", ProblemCode.F16, [.. good, .. "MZ"u8, .. new byte[4000]]);
        yield return ("pdf behind other bytes", ProblemCode.F10, [1, 2, 3, .. good]);
    }

    public static IEnumerable<(string Name, ProblemCode Code, byte[] Bytes)> ByTheirTables()
    {
        const string Script = "<< /S /JavaScript /JS <6170702e62656570283029> >>";
        Pdf Opening() => new Pdf().Page("").Catalog("/OpenAction 6 0 R");
        yield return ("pdf with a script in a comment", ProblemCode.F11, Opening().AddHidden("% ", Script, "").Bytes());
        yield return ("pdf with a script in a string", ProblemCode.F11, Opening().AddHidden("(", Script, ")").Bytes());
        yield return ("pdf with a script in the data of a stream", ProblemCode.F11,
            Opening().AddHidden("99 0 obj << /Length 90 >> stream\n", Script, "\nendstream endobj").Bytes());
        yield return ("pdf with a script in a predicted object stream", ProblemCode.F11, PackedPdf.ScriptInDifferences());
        yield return ("pdf that fetches when it opens", ProblemCode.F11,
            new Pdf().Page("").Catalog("/OpenAction << /S /URI /URI (https://collect.example/) >>").Bytes());
        yield return ("pdf that fetches behind a turn of the page", ProblemCode.F11,
            new Pdf().Page("").Catalog("/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next << /S /URI /URI (https://x.example/) >> >>").Bytes());
        yield return ("pdf that fetches when a page is shown", ProblemCode.F11,
            new Pdf().Page("").Catalog("/AA << /O << /S /URI /URI (https://collect.example/) >> >>").Bytes());
        foreach (var action in new[] { "SubmitForm", "ImportData", "GoToR", "GoToE", "Rendition", "Movie" })
            yield return ($"pdf with the action {action}", ProblemCode.F11,
                new Pdf().Page("").Add($"<< /S /{action} /F (//files.example/a) >>").Bytes());
        yield return ("pdf with a file in it that does not say its type", ProblemCode.F11,
            new Pdf().Page("").Add("<< /F (a.exe) /EF << /F 7 0 R >> >>").AddStream("", [1, 2]).Bytes());
    }
}
