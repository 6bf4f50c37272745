using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Hub.Rules.Tests;

public sealed partial class ArchitectureTests
{
    internal static readonly string Root = Find(new DirectoryInfo(AppContext.BaseDirectory));

    // Each knows only those below it; intake and delivery do not know each other.
    [Theory]
    [InlineData("Hub.Register")]
    [InlineData("Hub.Work", "Hub.Register")]
    [InlineData("Hub.Notices", "Hub.Work")]
    [InlineData("Hub.Intake", "Hub.Notices")]
    [InlineData("Hub.Delivery", "Hub.Notices")]
    [InlineData("Hub.Operations", "Hub.Delivery", "Hub.Intake")]
    [InlineData("Hub.Receiver")]
    [InlineData("Hub.Pages", "Hub.Delivery", "Hub.Intake")]
    [InlineData("Hub.Azure", "Hub.Operations")]
    [InlineData("Hub.FileReader", "Hub.Intake")]
    [InlineData("Hub.Functions", "Hub.Azure", "Hub.FileReader", "Hub.Operations", "Hub.Pages")]
    public void A_project_knows_those_below_it_only(string project, params string[] allowed) =>
        Assert.Equal(
            allowed, References(Path.Combine(Root, "functions", project, $"{project}.csproj"), "ProjectReference").Select(Name).Order());

    // Libraries of the field: none is a way out to the network or to Azure.
    [Theory]
    [InlineData("Hub.Register", "libphonenumber-csharp")]
    [InlineData("Hub.Work")]
    [InlineData("Hub.Notices")]
    [InlineData("Hub.Intake", "CsvHelper", "MimeKit", "PdfPig")]
    [InlineData("Hub.Delivery")]
    [InlineData("Hub.Operations")]
    [InlineData("Hub.Receiver")]
    public void The_rules_use_libraries_of_their_field_only_and_what_partners_take_none(string project, params string[] libraries) =>
        Assert.Equal(
            libraries,
            References(Path.Combine(Root, "functions", project, $"{project}.csproj"), "PackageReference", "FrameworkReference"));

    [Fact]
    public void Nothing_that_ships_builds_on_the_functions() => Assert.DoesNotContain(
        Directory.EnumerateFiles(Path.Combine(Root, "functions"), "*.csproj", SearchOption.AllDirectories),
        project => References(project, "ProjectReference").Select(Name).Contains("Hub.Functions"));

    [Theory]
    [InlineData("Hub.Register")]
    [InlineData("Hub.Work")]
    [InlineData("Hub.Notices")]
    [InlineData("Hub.Intake")]
    [InlineData("Hub.Delivery")]
    [InlineData("Hub.Operations")]
    public void The_rules_have_no_clock_no_chance_no_network_and_no_Azure_of_their_own(string project)
    {
        var files = SourceFolders.FilesOf(Path.Combine(Root, "functions", project));
        Assert.NotEmpty(files);
        Assert.DoesNotContain(
            files.SelectMany(f => Forbidden().Matches(File.ReadAllText(f)).Select(m => $"{Path.GetFileName(f)}: {m.Value}")), _ => true);
    }

    [Theory]
    [InlineData("var now = DateTime.UtcNow;")]
    [InlineData("DateTimeOffset.Now")]
    [InlineData("TimeProvider.System")]
    [InlineData("Guid.NewGuid()")]
    [InlineData("Random.Shared.Next()")]
    [InlineData("using System.Net.Http;")]
    [InlineData("using Azure.Storage.Blobs;")]
    [InlineData("using Microsoft.AspNetCore.Http;")]
    public void What_is_forbidden_would_be_found(string code) => Assert.Matches(Forbidden(), code);

    [Theory]
    [InlineData("Hub.Register")]
    [InlineData("Hub.Work")]
    [InlineData("Hub.Notices")]
    [InlineData("Hub.Intake")]
    [InlineData("Hub.Delivery")]
    [InlineData("Hub.Operations")]
    public void The_folders_of_a_project_use_each_other_one_way(string project) =>
        Assert.Equal("", string.Join('\n', SourceFolders.Circles(Path.Combine(Root, "functions", project))));

    [Fact]
    public void What_the_page_about_the_architecture_names_is_there()
    {
        var page = File.ReadAllText(Path.Combine(Root, "docs", "architecture.md"));
        var named = Named().Matches(page).Select(m => Path.Combine(Root, "functions", m.Groups[1].Value)).ToList();
        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, n => !Directory.Exists(n) && !File.Exists($"{n}.cs"));
    }

    private static IEnumerable<string> References(string project, params string[] kinds) =>
        XDocument.Load(project).Descendants().Where(e => kinds.Contains(e.Name.LocalName)).Select(e => (string)e.Attribute("Include")!);

    private static string Name(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));

    private static string Find(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Hub.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("No Hub.sln above the tests.");
    }

    [GeneratedRegex(@"`(Hub\.[\w./]+)`")]
    private static partial Regex Named();

    [GeneratedRegex(
        @"DateTime(Offset)?\.(UtcNow|Now|Today)|TimeProvider\.System|Guid\.NewGuid|Random\.Shared|RandomNumberGenerator|new Random\(|System\.Net\.Http|using Azure\b|Microsoft\.AspNetCore"
    )]
    private static partial Regex Forbidden();
}
