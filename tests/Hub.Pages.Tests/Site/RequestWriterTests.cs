using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Hub.Pages.Site;

namespace Hub.Pages.Tests.Site;

/// <summary>The request writer as it is built: of its sources as they are, small enough, with one way out; and its own tests.</summary>
public sealed partial class RequestWriterTests
{
    private const int Most = 1_500_000;
    private static readonly string Tool = Path.Combine(Root(), "tools", "requests");
    private static readonly string Html = Encoding.UTF8.GetString(RequestWriter.Page.Content.Span);

    [Fact]
    public void It_is_what_its_sources_make()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("requests-");
        try
        {
            var (style, page) = (Path.Combine(folder.FullName, "hub.css"), Path.Combine(folder.FullName, "requests.html"));
            File.WriteAllBytes(style, StyleSheet.Page.Content.Span);
            Assert.Equal((0, ""), Run("build.mjs", page, style));
            Assert.True(File.ReadAllText(page) == Html, "obj/requests.html is not of the sources as they are: build Hub.Pages.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Its_own_tests_pass_and_its_types_fit()
    {
        Assert.Equal((0, ""), Run("node_modules/typescript/bin/tsc", "--noEmit"));
        var (status, output) = Run("test.mjs");
        Assert.True(status == 0, output);
        Assert.InRange(int.Parse(Passed().Match(output).Groups[1].Value, CultureInfo.InvariantCulture), 90, int.MaxValue);
    }

    [Fact]
    public void It_is_one_file_that_a_bad_line_carries() => Assert.InRange(RequestWriter.Page.Content.Length, 100_000, Most);

    [Fact]
    public void A_browser_lets_it_ask_its_own_site_only_and_send_no_form()
    {
        foreach (var part in new[] { "default-src 'none'", "connect-src 'self'", "form-action 'none'", "base-uri 'none'", "frame-ancestors 'none'" })
            Assert.Contains(part, RequestWriter.Policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", RequestWriter.Policy, StringComparison.Ordinal);
    }

    // One function fetches, and only what is whole; nothing else of a browser's ways out is in its sources.
    [Fact]
    public void Its_sources_fetch_in_one_place_without_body_and_query()
    {
        var sources = System.IO.Directory.GetFiles(Path.Combine(Tool, "src"), "*.ts", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
        Assert.Single(sources.SelectMany(s => Fetch().Matches(s)));
        Assert.Empty(sources.SelectMany(s => OtherWaysOut().Matches(s)));
        var fetching = Assert.Single(sources, s => Fetch().IsMatch(s));
        Assert.DoesNotContain("body:", fetching, StringComparison.Ordinal);
        Assert.Equal(["/api/directory/package", "/api/laws/package"], Address().Matches(fetching).Select(m => m.Groups[1].Value).Distinct());
    }

    private static (int Status, string Output) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("node", arguments)
        {
            WorkingDirectory = Tool, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Hub.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex(@"^# pass (\d+)", RegexOptions.Multiline)]
    private static partial Regex Passed();

    [GeneratedRegex(@"\bfetch\(")]
    private static partial Regex Fetch();

    [GeneratedRegex(
        @"XMLHttpRequest|sendBeacon|WebSocket|EventSource|serviceWorker|\bimport\(|localStorage|sessionStorage|indexedDB|document\.cookie|innerHTML|\beval\("
    )]
    private static partial Regex OtherWaysOut();

    [GeneratedRegex("\"(/api/[^\"]*)\"")]
    private static partial Regex Address();
}
