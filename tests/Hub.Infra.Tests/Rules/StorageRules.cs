using Hub.Deploy.Reading;

namespace Hub.Infra.Tests.Rules;

/// <summary>Storage accounts and what watches over them.</summary>
internal static class StorageRules
{
    public static IEnumerable<Rule> All { get; } =
    [
        Rule.Property(
            "Storage.Firewall", Types.Storage, "properties/networkAcls/defaultAction", ["Deny"],
            Properties("networkAcls: { defaultAction: 'Allow' }")),
        Rule.Property(
            "Storage.MinTLS", Types.Storage, "properties/minimumTlsVersion", ["TLS1_2", "TLS1_3"],
            Properties("minimumTlsVersion: 'TLS1_0'")),
        Rule.Property(
            "Storage.SecureTransfer", Types.Storage, "properties/supportsHttpsTrafficOnly", [true],
            Properties("supportsHttpsTrafficOnly: false")),
        Rule.Property(
            "Storage.BlobPublicAccess", Types.Storage, "properties/allowBlobPublicAccess", [false],
            Properties("allowBlobPublicAccess: true")),
        Rule.Property(
            "Storage.LocalAuth", Types.Storage, "properties/allowSharedKeyAccess", [false], Properties("allowSharedKeyAccess: true")),
        Rule.Property(
            "Storage.BlobAccessType", Types.Container, "properties/publicAccess", ["None"],
            "name: 'a'\nproperties: { publicAccess: 'Blob' }"),
        Rule.Property(
            "Storage.UseReplication", Types.Storage, "sku/name", ["Standard_ZRS", "Standard_GRS", "Standard_GZRS"],
            "name: 'a'\nsku: { name: 'Standard_LRS' }"),
        Rule.Each(
            "Storage.Name", Types.Storage, b => Names.Fit(b, "^[a-z0-9]{3,24}$"), "3 to 24 small letters and figures",
            "name: 'My_Storage'"),
        Rule.Property(
            "Storage.SoftDelete", Types.Blobs, "properties/deleteRetentionPolicy/enabled", [true], "name: 'default'\nproperties: {}"),
        Rule.Property(
            "Storage.ContainerSoftDelete", Types.Blobs, "properties/containerDeleteRetentionPolicy/enabled", [true],
            "name: 'default'\nproperties: {}"),
        Rule.Each(
            "Hub.Storage.Versioning", Types.Blobs, b => b.Is("properties/isVersioningEnabled", true), "earlier versions must be kept",
            "name: 'default'\nproperties: {}"),
        Rule.Each("Storage.DefenderCloud", Types.Storage, b => Scans(b).Any(), "Defender for Storage must watch it", "name: 'a'"),
        Rule.Each(
            "Storage.DefenderCloud.MalwareScan", Types.Storage,
            b => Scans(b).Any(s => s.Is("properties/malwareScanning/onUpload/isEnabled", true)),
            "what comes in must be scanned for malware",
            Properties("") + "\n}\n"
            + Rule.Resource(Types.Defender, "name: 'current'\nscope: wrong\nproperties: { isEnabled: true }", "scan").TrimEnd('}', '\n')),
        Rule.Property(
            "Storage.DefenderCloud.SensitiveData", Types.Defender, "properties/sensitiveDataDiscovery/isEnabled", [true],
            "name: 'current'\nproperties: { isEnabled: true, sensitiveDataDiscovery: { isEnabled: false } }"),
        Rule.Each(
            "Hub.Storage.OriginalsKept", Types.Container,
            b => b.Texts("name").All(n => n != "originals") || b.Template.All(Types.Container + "/immutabilityPolicies").Any(),
            "originals must be kept unchanged", "name: 'originals'\nproperties: { publicAccess: 'None' }"),
    ];

    private static IEnumerable<Body> Scans(Body account) => account.Template.All(Types.Defender).Where(
        scan => scan.Is("properties/isEnabled", true)
            && Scope(scan).Any(s => s == Values.IdOf(account.File, account.Declaration.Symbol) || account.Texts("name").Contains(s)));

    // A scope is a symbol: of the account itself, or of one that is there already, whose name leads to it.
    private static IEnumerable<string> Scope(Body scan)
    {
        var symbol = (string?)scan["scope/$"];
        yield return Values.IdOf(scan.File, symbol ?? "");
        foreach (var resource in scan.File.Resources.Where(r => r.Symbol == symbol && r.Existing))
            foreach (var name in Body.Of(scan.Template, scan.File, resource).SelectMany(b => b.Texts("name")))
                yield return name;
    }

    private static string Properties(string text) => $"name: 'a'\nproperties: {{ {text} }}";
}
