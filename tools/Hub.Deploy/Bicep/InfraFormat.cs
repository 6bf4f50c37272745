using Hub.LocalProcesses;

namespace Hub.Deploy.Bicep;

/// <summary>Brings the files of infra/ into the form that `bicep format` gives them.</summary>
internal static class InfraFormat
{
    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true };

    /// <summary>Writes what is in another form, and says which files those were.</summary>
    public static void Apply(TextWriter to)
    {
        using var bicep = new BicepCompiler(new Dictionary<string, string>());
        foreach (var file in Directory.GetFiles(Repository.PathTo("infra"), "*.bicep*", Everywhere).Where(IsSource).Order())
        {
            var form = bicep.Format(file);
            if (form == File.ReadAllText(file))
                continue;
            File.WriteAllText(file, form);
            to.WriteLine($"formatted {Path.GetFileName(file)}");
        }
    }

    private static bool IsSource(string file) => Path.GetExtension(file) is ".bicep" or ".bicepparam";
}
