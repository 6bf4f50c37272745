namespace Hub.Infra.Tests.Rules;

/// <summary>Storage accounts and what watches over them.</summary>
internal static class StorageRules
{
    public static IEnumerable<Rule> All { get; } =
    [
        Rule.Property("Storage.Firewall", Types.Storage, "properties/networkAcls/defaultAction", "Deny"),
        Rule.Property("Storage.MinTLS", Types.Storage, "properties/minimumTlsVersion", "TLS1_2", "TLS1_3"),
        Rule.Property("Storage.SecureTransfer", Types.Storage, "properties/supportsHttpsTrafficOnly", true),
        Rule.Property("Storage.BlobPublicAccess", Types.Storage, "properties/allowBlobPublicAccess", false),
        Rule.Property("Storage.LocalAuth", Types.Storage, "properties/allowSharedKeyAccess", false),
        Rule.Property("Storage.BlobAccessType", Types.Container, "properties/publicAccess", "None"),
        Rule.Property("Storage.UseReplication", Types.Storage, "sku/name", "Standard_ZRS", "Standard_GRS", "Standard_GZRS"),
        Names.Fit("Storage.Name", Types.Storage, "^[a-z0-9]{3,24}$", "3 to 24 small letters and figures", "My_Storage"),
        Rule.Property("Storage.SoftDelete", Types.Blobs, "properties/deleteRetentionPolicy/enabled", true),
        Rule.Property("Storage.ContainerSoftDelete", Types.Blobs, "properties/containerDeleteRetentionPolicy/enabled", true),
        Rule.Property("Hub.Storage.Versioning", Types.Blobs, "properties/isVersioningEnabled", true),
        Rule.Each(
            "Storage.DefenderCloud", Types.Storage,
            (d, r) => d.On(r, Types.Defender).Any(s => Rule.Has(s, "properties/isEnabled", true)), "Defender for Storage must watch it"),
        Rule.Each(
            "Storage.DefenderCloud.MalwareScan", Types.Storage,
            (d, r) => d.On(r, Types.Defender).Any(s => Rule.Has(s, "properties/malwareScanning/onUpload/isEnabled", true)),
            "what comes in must be scanned for malware"),
        Rule.Property("Storage.DefenderCloud.SensitiveData", Types.Defender, "properties/sensitiveDataDiscovery/isEnabled", true),
        Rule.Each(
            "Hub.Storage.OriginalsKept", Types.Container,
            (d, r) => r.ShortName != "originals" || d.In(r, Types.Container + "/immutabilityPolicies").Any(),
            "originals must be kept unchanged", "{'name':'account/default/originals'}"),
    ];
}
