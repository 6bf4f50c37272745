using Hub.Testing;

namespace Hub.Infra.Tests;

/// <summary>Bicep's own compiler, on machines that have it: its word is the last.</summary>
public sealed class CompilerTests
{
    private static readonly string? Bicep = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { "bicep", "bicep.exe" }.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    [Theory]
    [InlineData("build", "--stdout")]
    [InlineData("lint")]
    public async Task The_compiler_has_nothing_to_say_where_it_is_installed(string verb, params string[] options)
    {
        if (Bicep is null)
            return;
        var ran = await Ran.To(Bicep, [verb, Repository.PathTo("infra", "main.bicep"), .. options]);
        Assert.True(ran is { Code: 0, Error: "" }, ran.Error);
    }
}
