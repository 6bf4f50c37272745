using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Hub.Functions.Tests.Guards;

/// <summary>What ships, as the compiler left it: which method calls which.</summary>
internal static class HubAssemblies
{
    // call, callvirt, newobj; ldftn has two bytes, the second of which is 6.
    private static readonly byte[] Calling = [0x28, 0x6F, 0x73, 0x06];

    public static IReadOnlyList<string> Files { get; } =
    [
        .. System.IO.Directory.GetFiles(AppContext.BaseDirectory, "Hub.*.dll").Where(f => !f.EndsWith("Tests.dll", StringComparison.Ordinal))
            .Where(f => Path.GetFileName(f) != "Hub.Testing.dll" && !f.EndsWith(".resources.dll", StringComparison.Ordinal)),
    ];

    public static IEnumerable<Type> Types => Files.SelectMany(f => Assembly.LoadFrom(f).GetTypes());

    /// <summary>The types, by their outermost name, that call a member that is looked for, as <c>System.String.Normalize</c>.</summary>
    public static IEnumerable<(string Caller, string Member)> Calls(Func<string, bool, bool> wanted) =>
        Files.SelectMany(f => Calls(f, wanted));

    private static List<(string, string)> Calls(string file, Func<string, bool, bool> wanted)
    {
        using var stream = File.OpenRead(file);
        using var image = new PEReader(stream);
        var data = image.GetMetadataReader();
        var members = data.MemberReferences.Select(h => (Token: MetadataTokens(h), Of: data.GetMemberReference(h)))
            .Where(m => Name(data, m.Of) is { } name && wanted(name, IsStatic(data, m.Of)))
            .ToDictionary(m => m.Token, m => Name(data, m.Of)!);
        var calls = new List<(string, string)>();
        foreach (var method in data.MethodDefinitions.Select(data.GetMethodDefinition).Where(m => m.RelativeVirtualAddress != 0))
        {
            var il = image.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()!;
            for (var i = 0; i + 4 < il.Length; i++)
                if (Calling.Contains(il[i]) && members.TryGetValue(BitConverter.ToInt32(il, i + 1), out var member))
                    calls.Add((Outermost(data, method.GetDeclaringType()), member));
        }
        return calls;
    }

    private static int MetadataTokens(MemberReferenceHandle handle) => System.Reflection.Metadata.Ecma335.MetadataTokens.GetToken(handle);

    private static string? Name(MetadataReader data, MemberReference member) => member.Parent.Kind == HandleKind.TypeReference
        && data.GetTypeReference((TypeReferenceHandle)member.Parent) is var type
            ? $"{data.GetString(type.Namespace)}.{data.GetString(type.Name)}.{data.GetString(member.Name)}"
            : null;

    private static bool IsStatic(MetadataReader data, MemberReference member) =>
        !data.GetBlobReader(member.Signature).ReadSignatureHeader().IsInstance;

    private static string Outermost(MetadataReader data, TypeDefinitionHandle handle)
    {
        var type = data.GetTypeDefinition(handle);
        return type.GetDeclaringType().IsNil ? data.GetString(type.Name) : Outermost(data, type.GetDeclaringType());
    }
}
