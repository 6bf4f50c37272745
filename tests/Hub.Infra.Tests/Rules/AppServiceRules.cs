using System.Text.Json.Nodes;

namespace Hub.Infra.Tests.Rules;

/// <summary>The function app.</summary>
internal static class AppServiceRules
{
    private const string Config = "properties/siteConfig/";
    private const string Client = "properties/identityProviders/azureActiveDirectory/registration/clientId";

    public static IEnumerable<Rule> All { get; } =
    [
        Rule.Property("AppService.ManagedIdentity", Types.Site, "identity/type", "SystemAssigned", "UserAssigned"),
        Rule.Property("AppService.UseHTTPS", Types.Site, "properties/httpsOnly", true),
        Rule.Property("AppService.ARRAffinity", Types.Site, "properties/clientAffinityEnabled", false),
        Rule.Each(
            "AppService.MinPlan", Types.Plan, r => r.Text("sku/tier") is not (null or "Free" or "Basic" or "Shared"),
            "sku/tier must not be Free, Basic or Shared", "{'sku':{'name':'B1','tier':'Basic'}}"),
        Rule.Property("AppService.MinTLS", Types.Site, Config + "minTlsVersion", "1.2", "1.3"),
        Rule.Property("AppService.HTTP2", Types.Site, Config + "http20Enabled", true),
        Rule.Property("AppService.RemoteDebug", Types.Site, Config + "remoteDebuggingEnabled", false),
        Rule.Property("AppService.WebSecureFtp", Types.Site, Config + "ftpsState", "Disabled", "FtpsOnly"),
        Rule.Each(
            "AppService.WebProbe", Types.Site, r => r.Text(Config + "healthCheckPath") is ['/', ..], "healthCheckPath must be set"),
        Rule.Each(
            "AppService.WebProbePath", Types.Site, r => r.Text(Config + "healthCheckPath") is { Length: > 1 },
            "healthCheckPath must be a page made for it", "{'properties':{'siteConfig':{'healthCheckPath':'/'}}}"),
        Rule.Property("AppService.NETVersion", Types.Site, "properties/functionAppConfig/runtime/version", "10.0"),
        Rule.Property("AppService.AlwaysOn", Types.Site, Config + "alwaysOn", true),
        Rule.Each(
            "AppService.PlanInstanceCount", Types.Plan, r => r["sku/capacity"] is { } count && (int)count >= 2,
            "sku/capacity must be 2 or more", "{'sku':{'capacity':1}}"),
        Rule.Each(
            "Hub.NoPasswordsToDeploy", Types.Site,
            (d, r) => d.In(r, Types.Site + "/basicPublishingCredentialsPolicies").Count(p => Rule.Has(p, "properties/allow", false)) is 2,
            "ftp and scm must refuse basic authentication"),
        Rule.Each(
            "Hub.SignIn.OneApplication", Types.SiteConfig,
            (d, r) => r.ShortName != "appsettings" || $"{r["properties/SignIn__Application"]}" == Application(d),
            "who signed in may be believed for the application only that the platform signs in to",
            "{'name':'app/appsettings','properties':{'SignIn__Application':'any'}}"),
        new(
            "Hub.SignIn.PlatformFirst",
            Deployment.OfTemplate("{'resources':{'settings':{'type':'Microsoft.Web/sites/config','name':'appsettings'}}}"), PlatformFirst),
    ];

    private static string Application(Deployment deployment) =>
        deployment.All(Types.SiteConfig).FirstOrDefault(c => c.ShortName == "authsettingsV2")?.Text(Client) ?? "";

    private static IEnumerable<Finding> PlatformFirst(Deployment deployment) =>
        from template in deployment.Templates
        let resources = template["resources"] as JsonObject ?? []
        from settings in resources.Where(r => IsConfig(r.Value!, "appsettings"))
        let platform = resources.FirstOrDefault(r => IsConfig(r.Value!, "authsettingsV2")).Key
        where !(settings.Value!["dependsOn"] as JsonArray ?? []).Any(d => (string?)d == platform)
        select new Finding(settings.Key, "the settings must wait for the platform to take the header away from callers");

    private static bool IsConfig(JsonNode resource, string name) => (string?)resource["type"] == Types.SiteConfig
        && ((string?)resource["name"])?.Contains(name, StringComparison.Ordinal) == true;
}
