namespace Hub.Functions.Tests.Build;

public class PackageSwitchTests
{
    private const string Extension = "Microsoft.Azure.Functions.Worker.Extensions.ServiceBus";

    [Fact]
    public async Task With_nuget_the_functions_are_built_on_Microsofts_packages_alone()
    {
        var project = await Project.Evaluate("Hub.Functions", "nuget");
        Assert.Contains($"{Extension} 5.24.0", project.Packages);
        Assert.DoesNotContain(Extension, project.References);
    }

    [Fact]
    public async Task Otherwise_one_package_has_a_stand_in_and_all_others_are_the_same()
    {
        var (standin, nuget) = (await Project.Evaluate("Hub.Functions", "standin"), await Project.Evaluate("Hub.Functions", "nuget"));
        Assert.Equal(nuget.Packages.Where(p => !p.StartsWith(Extension, StringComparison.Ordinal)), standin.Packages);
        Assert.Equal([.. nuget.References, Extension], standin.References);
    }

    [Fact]
    public async Task Publishing_with_the_stand_in_is_refused_and_says_what_to_do()
    {
        await Project.Dotnet("restore", Project.Path("Hub.Functions"));
        var (code, output) = await Project.Run("publish", Project.Path("Hub.Functions"), "--no-build", "--no-restore");
        Assert.NotEqual(0, code);
        Assert.Contains("error HUB001", output, StringComparison.Ordinal);
        Assert.Contains("dotnet publish Hub.Functions.csproj -c Release -p:AzurePackages=nuget", output, StringComparison.Ordinal);
    }
}
