using Hub.Deploy.Reading;

namespace Hub.Infra.Tests.Rules;

/// <summary>The function app.</summary>
internal static class AppServiceRules
{
    public static IEnumerable<Rule> All { get; } =
    [
        Rule.Property(
            "AppService.ManagedIdentity", Types.Site, "identity/type", ["SystemAssigned", "UserAssigned"],
            "name: 'a'\nidentity: { type: 'None' }"),
        Rule.Property("AppService.UseHTTPS", Types.Site, "properties/httpsOnly", [true], "name: 'a'\nproperties: { httpsOnly: false }"),
        Rule.Property(
            "AppService.ARRAffinity", Types.Site, "properties/clientAffinityEnabled", [false],
            "name: 'a'\nproperties: { clientAffinityEnabled: true }"),
        Rule.Each(
            "AppService.MinPlan", Types.Plan, b => b.Texts("sku/tier").All(t => t is not ("Free" or "Basic" or "Shared" or "?")),
            "sku/tier must not be Free, Basic or Shared", "name: 'a'\nsku: { name: 'B1', tier: 'Basic' }"),
        Rule.Property(
            "AppService.MinTLS", Types.Site, "properties/siteConfig/minTlsVersion", ["1.2", "1.3"], Config("minTlsVersion: '1.1'")),
        Rule.Property("AppService.HTTP2", Types.Site, "properties/siteConfig/http20Enabled", [true], Config("http20Enabled: false")),
        Rule.Property(
            "AppService.RemoteDebug", Types.Site, "properties/siteConfig/remoteDebuggingEnabled", [false],
            Config("remoteDebuggingEnabled: true")),
        Rule.Property(
            "AppService.WebSecureFtp", Types.Site, "properties/siteConfig/ftpsState", ["Disabled", "FtpsOnly"],
            Config("ftpsState: 'AllAllowed'")),
        Rule.Each(
            "AppService.WebProbe", Types.Site, b => b.Texts("properties/siteConfig/healthCheckPath").All(p => p.StartsWith('/')),
            "healthCheckPath must be set", Config("")),
        Rule.Each(
            "AppService.WebProbePath", Types.Site, b => b.Texts("properties/siteConfig/healthCheckPath").All(p => p.Length > 1),
            "healthCheckPath must be a page made for it", Config("healthCheckPath: '/'")),
        Rule.Property(
            "AppService.NETVersion", Types.Site, "properties/functionAppConfig/runtime/version", ["10.0"],
            "name: 'a'\nproperties: { functionAppConfig: { runtime: { name: 'dotnet-isolated', version: '6.0' } } }"),
        Rule.Property("AppService.AlwaysOn", Types.Site, "properties/siteConfig/alwaysOn", [true], Config("alwaysOn: false")),
        Rule.Each(
            "AppService.PlanInstanceCount", Types.Plan, b => b.Possible("sku/capacity").All(c => c is not null && (int)c >= 2),
            "sku/capacity must be 2 or more", "name: 'a'\nsku: { name: 'P1v3', capacity: 1 }"),
        Rule.Each(
            "Hub.NoPasswordsToDeploy", Types.Site,
            b => b.File.Resources.SelectMany(r => Body.Of(b.Template, b.File, r))
                .Count(r => r.Declaration.Type == Types.Site + "/basicPublishingCredentialsPolicies" && r.Is("properties/allow", false)) is 2,
            "ftp and scm must refuse basic authentication", "name: 'a'"),
    ];

    private static string Config(string config) => $"name: 'a'\nproperties: {{\n  siteConfig: {{\n    {config}\n  }}\n}}";
}
