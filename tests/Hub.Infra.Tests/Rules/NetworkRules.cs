using System.Text.Json.Nodes;
using Hub.Deploy.Planning;

namespace Hub.Infra.Tests.Rules;

/// <summary>The network, and that what is private stays so.</summary>
internal static class NetworkRules
{
    private const string Short = "^[A-Za-z0-9][\\w.-]{0,62}\\w$";
    private const string Long = "^[A-Za-z0-9][\\w.-]{0,78}\\w$";
    private static readonly string[] Lateral = ["22", "3389"];
    private static readonly string[] Private = [Types.Storage, Types.ServiceBus, Types.Vault, Types.Cognitive];

    public static IEnumerable<Rule> All { get; } =
    [
        Subnet("VNET.UseNSGs", s => s["properties"]?["networkSecurityGroup"] is not null, "every subnet must have a security group"),
        Subnet(
            "Hub.VNET.NoDefaultOutbound", s => (bool?)s["properties"]?["defaultOutboundAccess"] == false, "the way out is the gateway"),
        Subnet(
            "VNET.SubnetName", s => System.Text.RegularExpressions.Regex.IsMatch((string)s["name"]!, Long),
            "1 to 80 letters, figures, _ . -"),
        Names.Fit("VNET.Name", Types.Network, Short, "2 to 64 letters, figures, _ . -", "-a"),
        Security(
            "NSG.AnyInboundSource", r => !(Does(r, "Inbound", "Allow") && (string?)r["sourceAddressPrefix"] == "*"),
            "nothing may come in from anywhere", "'direction':'Inbound','access':'Allow','sourceAddressPrefix':'*'"),
        Security(
            "NSG.DenyAllInbound", r => !(Does(r, "Inbound", "Deny") && (string?)r["sourceAddressPrefix"] == "*"),
            "denying everything also denies Azure's own probes", "'direction':'Inbound','access':'Deny','sourceAddressPrefix':'*'"),
        Rule.Each(
            "NSG.LateralTraversal", Types.SecurityGroup, r => RulesOf(r).Any(IsNoLateral), "outbound 22 and 3389 must be denied"),
        Rule.Each(
            "NSG.Associated", Types.SecurityGroup,
            (d, r) => d.All(Types.Network).SelectMany(Subnets).Any(s => (string?)s["properties"]?["networkSecurityGroup"]?["id"] == r.Id),
            "it must belong to a subnet"),
        Names.Fit("NSG.Name", Types.SecurityGroup, Long, "1 to 80 letters, figures, _ . -", "?"),
        Rule.Property("PublicIP.StandardSKU", Types.PublicAddress, "sku/name", "Standard"),
        Rule.Each(
            "PublicIP.AvailabilityZone", Types.PublicAddress, r => r["zones"] is JsonArray { Count: >= 2 },
            "it must survive the loss of a zone", "{'zones':['1']}"),
        Names.Fit("PublicIP.Name", Types.PublicAddress, Long, "1 to 80 letters, figures, _ . -", "-"),
        Names.Fit("PrivateEndpoint.Name", Types.Endpoint, Short, "2 to 64 letters, figures, _ . -", "-"),
        .. Private.Select(type => Rule.Property($"Hub.Private.{type}", type, "properties/publicNetworkAccess", "Disabled")),
        .. Private.Select(type => Rule.Each(
            $"Hub.PrivateEndpoint.{type}", type, HasEndpoint, "it must have a private endpoint")),
    ];

    public static bool HasEndpoint(Deployment deployment, Resource resource) => deployment.All(Types.Endpoint)
        .SelectMany(e => e.Objects("properties/privateLinkServiceConnections"))
        .Any(c => (string?)c["properties"]?["privateLinkServiceId"] == resource.Id);

    private static Rule Subnet(string name, Func<JsonObject, bool> right, string must) => Rule.Each(
        name, Types.Network, r => Subnets(r).All(right), must, "{'properties':{'subnets':[{'name':'?','properties':{}}]}}");

    private static Rule Security(string name, Func<JsonObject, bool> right, string must, string wrong) => Rule.Each(
        name, Types.SecurityGroup, r => RulesOf(r).All(right), must,
        $"{{'properties':{{'securityRules':[{{'name':'r','properties':{{{wrong}}}}}]}}}}");

    private static bool IsNoLateral(JsonObject rule) => Does(rule, "Outbound", "Deny")
        && rule["destinationPortRanges"] is JsonArray ports && !Lateral.Except(ports.Select(p => (string?)p)).Any();

    private static bool Does(JsonObject rule, string direction, string access) =>
        (string?)rule["direction"] == direction && (string?)rule["access"] == access;

    private static IEnumerable<JsonObject> RulesOf(Resource group) =>
        group.Objects("properties/securityRules").Select(r => (JsonObject)r["properties"]!);

    private static IEnumerable<JsonObject> Subnets(Resource network) => network.Objects("properties/subnets");
}
