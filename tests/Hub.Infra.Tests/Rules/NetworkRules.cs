using System.Text.Json.Nodes;
using Hub.Deploy.Reading;

namespace Hub.Infra.Tests.Rules;

/// <summary>The network, and that what is private stays so.</summary>
internal static class NetworkRules
{
    private static readonly string[] Lateral = ["22", "3389"];
    private static readonly string[] Private = [Types.Storage, Types.ServiceBus, Types.Vault, Types.Cognitive];

    public static IEnumerable<Rule> All { get; } =
    [
        Rule.Each(
            "VNET.UseNSGs", Types.Network, b => Subnets(b).All(s => s["properties"]?["networkSecurityGroup"] is not null),
            "every subnet must have a security group", Subnet("addressPrefix: '10.0.0.0/24'")),
        Rule.Each(
            "VNET.Name", Types.Network, b => Names.Fit(b, @"^[A-Za-z0-9][\w.-]{0,62}\w$"), "2 to 64 letters, figures, _ . -", "name: '-a'"),
        Rule.Each(
            "VNET.SubnetName", Types.Network,
            b => Names.Fit(Subnets(b).SelectMany(s => Values.Of(b, s["name"])).Select(n => $"{n}"), @"^[A-Za-z0-9][\w.-]{0,78}\w$"),
            "1 to 80 letters, figures, _ . -", "name: 'a'\nproperties: { subnets: [{ name: '?' }] }"),
        Rule.Each(
            "Hub.VNET.NoDefaultOutbound", Types.Network, b => Subnets(b).All(s => Bool(s["properties"]?["defaultOutboundAccess"]) == false),
            "the way out is the gateway", Subnet("defaultOutboundAccess: true")),
        Security(
            "NSG.AnyInboundSource", r => !(Does(r, "Inbound", "Allow") && Text(r["sourceAddressPrefix"]) == "*"),
            "nothing may come in from anywhere", "direction: 'Inbound', access: 'Allow', sourceAddressPrefix: '*'"),
        Security(
            "NSG.DenyAllInbound", r => !(Does(r, "Inbound", "Deny") && Text(r["sourceAddressPrefix"]) == "*"),
            "denying everything also denies Azure's own probes", "direction: 'Inbound', access: 'Deny', sourceAddressPrefix: '*'"),
        Rule.Each(
            "NSG.LateralTraversal", Types.SecurityGroup, b => RulesOf(b).Any(IsNoLateral),
            "outbound 22 and 3389 must be denied", "name: 'a'\nproperties: { securityRules: [] }"),
        Rule.Each(
            "NSG.Associated", Types.SecurityGroup, b => b.Template.All(Types.Network).SelectMany(Subnets).Any(s => Guarded(s, b)),
            "it must belong to a subnet", "name: 'a'"),
        Rule.Each(
            "NSG.Name", Types.SecurityGroup, b => Names.Fit(b, @"^[A-Za-z0-9][\w.-]{0,78}\w$"), "1 to 80 letters, figures, _ . -",
            "name: '?'"),
        Rule.Property("PublicIP.StandardSKU", Types.PublicAddress, "sku/name", ["Standard"], "name: 'a'\nsku: { name: 'Basic' }"),
        Rule.Each(
            "PublicIP.AvailabilityZone", Types.PublicAddress, b => Zones(b) >= 2, "it must survive the loss of a zone",
            "name: 'a'\nzones: ['1']"),
        Rule.Each(
            "PublicIP.Name", Types.PublicAddress, b => Names.Fit(b, @"^[A-Za-z0-9][\w.-]{0,78}\w$"), "1 to 80 letters, figures, _ . -",
            "name: '-'"),
        Rule.Each(
            "PrivateEndpoint.Name", Types.Endpoint, b => Names.Fit(b, @"^[A-Za-z0-9][\w.-]{0,62}\w$"), "2 to 64 letters, figures, _ . -",
            "name: '-'"),
        .. Private.Select(type => Rule.Property(
            $"Hub.Private.{type}", type, "properties/publicNetworkAccess", ["Disabled"],
            "name: 'a'\nproperties: { publicNetworkAccess: 'Enabled' }")),
        .. Private.Select(type => Rule.Each(
            $"Hub.PrivateEndpoint.{type}", type, HasEndpoint, "it must have a private endpoint", "name: 'a'")),
    ];

    private static int Zones(Body address) => address.Possible("zones").OfType<JsonArray>().Select(z => z.Count).DefaultIfEmpty(0).Min();

    public static bool HasEndpoint(Body resource)
    {
        var id = Values.IdOf(resource.File, resource.Declaration.Symbol);
        return resource.Template.All(Types.Endpoint).Any(e => Rule.Items(e, "properties/privateLinkServiceConnections")
            .SelectMany(c => Values.Of(e, c["properties"]?["privateLinkServiceId"])).Any(linked => $"{linked}" == id));
    }

    private static Rule Security(string name, Func<JsonObject, bool> right, string must, string wrong) => Rule.Each(
        name, Types.SecurityGroup, b => RulesOf(b).All(right), must,
        $"name: 'a'\nproperties: {{ securityRules: [{{ name: 'r', properties: {{ {wrong} }} }}] }}");

    private static bool IsNoLateral(JsonObject rule) => Does(rule, "Outbound", "Deny")
        && rule["destinationPortRanges"] is JsonArray ports && !Lateral.Except(ports.Select(p => (string?)p)).Any();

    private static bool Does(JsonObject rule, string direction, string access) =>
        Text(rule["direction"]) == direction && Text(rule["access"]) == access;

    private static bool Guarded(JsonObject subnet, Body group) =>
        (string?)subnet["properties"]?["networkSecurityGroup"]?["id"]?["$"] == $"{group.Declaration.Symbol}.id";

    private static IEnumerable<JsonObject> RulesOf(Body group) =>
        Rule.Items(group, "properties/securityRules").Select(r => (JsonObject)r["properties"]!);

    private static IEnumerable<JsonObject> Subnets(Body network) => Rule.Items(network, "properties/subnets");

    private static string? Text(JsonNode? node) => node is JsonValue value ? value.ToString() : null;

    private static bool? Bool(JsonNode? node) => (node as JsonValue)?.GetValue<bool>();

    private static string Subnet(string properties) =>
        $"name: 'a'\nproperties: {{ subnets: [{{ name: 'one', properties: {{ {properties} }} }}] }}";
}
