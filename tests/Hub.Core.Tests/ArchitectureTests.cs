using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Hub.Core.Tests;

public sealed partial class ArchitectureTests
{
    private static readonly string Root = Find(new DirectoryInfo(AppContext.BaseDirectory));

    [Theory]
    [InlineData("Hub.Core")]
    [InlineData("Hub.Receiver")]
    [InlineData("Hub.Pages", "Hub.Core")]
    [InlineData("Hub.Azure", "Hub.Core")]
    [InlineData("Hub.Documents", "Hub.Core")]
    [InlineData("Hub.FileReader", "Hub.Documents")]
    [InlineData("Hub.Functions", "Hub.Azure", "Hub.Core", "Hub.Documents", "Hub.FileReader", "Hub.Pages")]
    public void Dependencies_point_one_way(string project, params string[] allowed) =>
        Assert.Equal(
            allowed, References(Path.Combine(Root, "functions", project, $"{project}.csproj"), "ProjectReference").Select(Name).Order());

    // A library of the core's own domain is no way out to the network or to Azure.
    [Theory]
    [InlineData("Hub.Core", "libphonenumber-csharp", "PdfPig")]
    [InlineData("Hub.Receiver")]
    public void The_core_needs_libraries_of_its_field_only_and_what_partners_take_none(string project, params string[] libraries) =>
        Assert.Equal(libraries, References(Path.Combine(Root, "functions", project, $"{project}.csproj"), "PackageReference", "FrameworkReference"));

    [Fact]
    public void Nothing_that_ships_builds_on_the_functions() => Assert.DoesNotContain(
        Directory.EnumerateFiles(Path.Combine(Root, "functions"), "*.csproj", SearchOption.AllDirectories),
        project => References(project, "ProjectReference").Select(Name).Contains("Hub.Functions"));

    [Fact]
    public void The_core_has_no_clock_no_chance_no_network_and_no_Azure_of_its_own()
    {
        var files = Directory.GetFiles(Path.Combine(Root, "functions", "Hub.Core"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin")).ToList();
        Assert.NotEmpty(files);
        Assert.DoesNotContain(
            files.SelectMany(f => Forbidden().Matches(File.ReadAllText(f)).Select(m => $"{Path.GetFileName(f)}: {m.Value}")), _ => true);
    }

    [Theory]
    [InlineData("var now = DateTime.UtcNow;")]
    [InlineData("DateTimeOffset.Now")]
    [InlineData("TimeProvider.System")]
    [InlineData("Guid.NewGuid()")]
    [InlineData("using System.Net.Http;")]
    [InlineData("using Azure.Storage.Blobs;")]
    [InlineData("using Microsoft.AspNetCore.Http;")]
    public void What_is_forbidden_would_be_found(string code) => Assert.Matches(Forbidden(), code);

    private static IEnumerable<string> References(string project, params string[] kinds) =>
        XDocument.Load(project).Descendants().Where(e => kinds.Contains(e.Name.LocalName)).Select(e => (string)e.Attribute("Include")!);

    private static string Name(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));

    private static string Find(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Hub.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("No Hub.sln above the tests.");
    }

    [GeneratedRegex(
        @"DateTime(Offset)?\.(UtcNow|Now|Today)|TimeProvider\.System|Guid\.NewGuid|System\.Net\.Http|using Azure\b|Microsoft\.AspNetCore")]
    private static partial Regex Forbidden();
}
