using System.Text.Json.Nodes;
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
            "Hub.SignIn.OneApplication", Config(),
            b => !Signs(b) || SettingsOf(b)?["SignIn__Application"]?.ToJsonString() == b[Client]?.ToJsonString(),
            "who signed in may be believed for the application only that the platform signs in to", SignInSnippet),
        Rule.Each(
            "Hub.SignIn.PlatformFirst", Config(), b => !Signs(b) || SettingsFollow(b),
            "the settings must wait for the platform to take the header away from callers", SignInSnippet),
        Rule.Each(
            "Hub.NoPasswordsToDeploy", Types.Site,
            b => b.File.Resources.SelectMany(r => Body.Of(b.Template, b.File, r))
                .Count(r => r.Declaration.Type == Types.Site + "/basicPublishingCredentialsPolicies" && r.Is("properties/allow", false))
                is 2,
            "ftp and scm must refuse basic authentication", "name: 'a'"),
    ];

    private const string Client = "properties/identityProviders/azureActiveDirectory/registration/clientId";

    private const string SignInSnippet =
        "name: 'authsettingsV2'\nproperties: { identityProviders: { azureActiveDirectory: { registration: { clientId: application } } } }";

    private static string Config() => Types.Site + "/config";

    private static bool Signs(Body config) => config.Texts("name").Contains("authsettingsV2");

    private static JsonObject? SettingsOf(Body config) =>
        config.File.Variables.FirstOrDefault(v => v.Symbol == "settings")?.Value as JsonObject;

    private static bool SettingsFollow(Body signIn) => signIn.Template.All(Config())
        .Where(c => c.File == signIn.File && c.Texts("name").Contains("appsettings"))
        .Any(c => (c["dependsOn"] as JsonArray ?? []).Any(d => (string?)d?["$"] == signIn.Declaration.Symbol));

    private static string Config(string config) => $"name: 'a'\nproperties: {{\n  siteConfig: {{\n    {config}\n  }}\n}}";
}
