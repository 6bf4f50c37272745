using Hub.Deploy.Bicep;

namespace Hub.Infra.Tests.Rules;

/// <summary>Mistakes are made in a copy of infra/, and found: by the compiler, its linter, or a rule.</summary>
[Collection(SharedCompiler.Name)]
public sealed class MistakeTests : IDisposable
{
    private readonly DirectoryInfo _copy = Directory.CreateTempSubdirectory("hub-mistake-");
    private readonly BicepCompiler _bicep;

    public MistakeTests(SharedCompiler compiler)
    {
        _bicep = compiler.Bicep;
        foreach (var file in Directory.GetFiles(Infra.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_copy.FullName, Path.GetRelativePath(Infra.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public static TheoryData<string> Names => [.. Mistake.All.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mistake_is_found(string name)
    {
        var mistake = Mistake.All.Single(m => m.Name == name);
        var file = Path.Combine(_copy.FullName, mistake.File);
        Assert.Contains(mistake.Right, File.ReadAllText(file), StringComparison.Ordinal);
        File.WriteAllText(file, File.ReadAllText(file).Replace(mistake.Right, mistake.Wrong, StringComparison.Ordinal));

        if (AllRules.ByName.TryGetValue(mistake.Rule, out var rule))
            Assert.NotEmpty(rule.Findings(Infra.Deployed(_bicep, _copy.FullName)));
        else
            Assert.Contains(
                mistake.Rule, _bicep.CompileParameters(Infra.ParametersIn(_copy.FullName)).Findings.Select(f => f.Code));
    }

    public void Dispose() => _copy.Delete(recursive: true);
}
