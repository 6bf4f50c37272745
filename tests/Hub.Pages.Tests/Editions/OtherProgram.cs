using System.ComponentModel;
using System.Diagnostics;

namespace Hub.Pages.Tests.Editions;

/// <summary>A second opinion on the text of a PDF, where the machine has a program for it.</summary>
internal static class OtherProgram
{
    /// <summary>What pdftotext reads; null where there is none.</summary>
    public static string? TextOf(ReadOnlyMemory<byte> pdf)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, pdf.ToArray());
            var start = new ProcessStartInfo("pdftotext", ["-enc", "UTF-8", file, "-"]) { RedirectStandardOutput = true };
            using var program = Process.Start(start)!;
            var text = program.StandardOutput.ReadToEnd();
            program.WaitForExit();
            return text;
        }
        catch (Win32Exception)
        {
            return null;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
