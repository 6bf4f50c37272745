using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Deploy;
using Hub.Deploy.Bicep;

namespace Hub.Infra.Tests;

/// <summary>Bicep's own compiler, linter and formatter have the last word. Without them these tests fail, and say what to do.</summary>
[Collection(SharedCompiler.Name)]
public sealed class CompilerTests(SharedCompiler compiler) : IDisposable
{
    private static readonly JsonDocumentOptions WithComments = new() { CommentHandling = JsonCommentHandling.Skip };
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hub-bicep-");
    private readonly BicepCompiler _bicep = compiler.Bicep;

    public static TheoryData<string> Files => [.. Infra.Files.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_compiles_and_the_linter_has_nothing_to_say(string file) => Assert.Empty(Compiled(file).Findings);

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_has_the_form_that_Bicep_gives_it(string file) =>
        Assert.Equal(_bicep.Format(Path.Combine(Infra.Folder, file)), Infra.Files[file]);

    [Fact]
    public void Every_rule_of_the_linter_is_an_error_where_the_configuration_does_not_say_why_not()
    {
        var rules = JsonNode.Parse(File.ReadAllText(Path.Combine(Infra.Folder, "bicepconfig.json")), documentOptions: WithComments)!
            ["analyzers"]!["core"]!["rules"]!.AsObject();
        var others = rules.Where(r => (string?)r.Value!["level"] != "error").Select(r => r.Key);
        Assert.Equal(["use-description-vars", "use-recent-api-versions", "use-recent-module-versions", "what-if-short-circuiting"], others);
    }

    [Fact]
    public void A_line_that_the_linter_passes_over_says_why() => Assert.All(
        Infra.Files.Values.SelectMany(text => text.Split('\n')).Where(line => line.Contains("#disable", StringComparison.Ordinal)),
        line => Assert.Matches(@"^ *#disable-next-line [a-z-]+ // \S.{8,}", line));

    [Fact]
    public void Without_the_package_it_is_said_how_to_get_it() => Assert.Contains(
        "dotnet restore Hub.sln", Missing(Path.Combine(_folder.FullName, "bicep"), ""), StringComparison.Ordinal);

    [Fact]
    public void On_a_system_without_a_package_it_is_said_what_to_install() => Assert.Contains(
        "put `bicep` on the PATH", Missing(null, _folder.FullName), StringComparison.Ordinal);

    [Fact]
    public void On_a_system_without_a_package_the_compiler_of_the_PATH_is_taken_and_made_runnable()
    {
        var file = Path.Combine(_folder.FullName, "bicep");
        File.WriteAllText(file, "#!/bin/sh\n");
        Assert.Equal(file, BicepExecutable.Find(null, $"/nowhere{Path.PathSeparator}{_folder.FullName}"));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserExecute));
    }

    [Fact]
    public void A_compiler_that_ends_without_an_answer_is_said_to_have_done_so()
    {
        var file = Path.Combine(_folder.FullName, "bicep");
        File.WriteAllText(file, "#!/bin/sh\n");
        using var ended = new BicepCompiler(Infra.Everything, BicepExecutable.Find(file, ""));
        Assert.Contains(
            "ended without an answer", Assert.Throws<DeployException>(() => ended.Compile("main.bicep")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_compiler_cannot_do_is_said_in_its_words() => Assert.Contains(
        "nowhere.bicep", Assert.Throws<DeployException>(() => _bicep.Compile("/nowhere.bicep")).Message, StringComparison.Ordinal);

    public void Dispose() => _folder.Delete(recursive: true);

    private Compilation Compiled(string file)
    {
        var path = Path.Combine(Infra.Folder, file);
        return Path.GetExtension(file) == ".bicepparam" ? _bicep.CompileParameters(path) : _bicep.Compile(path);
    }

    private static string Missing(string? packaged, string path) =>
        Assert.Throws<DeployException>(() => BicepExecutable.Find(packaged, path)).Message;
}
