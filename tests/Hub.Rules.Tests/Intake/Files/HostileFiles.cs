using Hub.Register.Problems;

namespace Hub.Rules.Tests.Intake.Files;

/// <summary>Files that must not be taken, each with the code that says why.</summary>
internal static class HostileFiles
{
    /// <summary>XML that grows a thousand million times as it is read.</summary>
    public static readonly string Bomb =
        $"<!DOCTYPE w [<!ENTITY a \"{new string('a', 1000)}\">"
        + string.Concat(Enumerable.Range(0, 9).Select(i =>
            $"<!ENTITY b{i} \"{string.Concat(Enumerable.Repeat(i == 0 ? "&a;" : $"&b{i - 1};", 10))}\">"))
        + "]><w>&b8;</w>";

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyDictionary<string, (ProblemCode Code, byte[] Bytes)> All { get; } =
        HostilePdfs.All()
            .Concat(HostilePdfs.ByTheirTables())
            .Concat(HostilePackages.All())
            .Concat(HostilePackageParts.All())
            .Concat(HostilePictures.All())
            .Concat(HostileTexts.All())
            .Concat(HostileTexts.Others())
            .Concat(HostileMailFiles.All())
            .ToDictionary(f => f.Name, f => (f.Code, f.Bytes));
}
