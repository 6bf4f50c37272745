using System.Globalization;
using System.Text.RegularExpressions;
using Hub.Deploy;
using Hub.Deploy.Costs;
using Hub.Deploy.Planning;
using Hub.LocalProcesses;
using NCrontab;

namespace Hub.Infra.Tests;

/// <summary>What ./hub deploy --what-if says.</summary>
public sealed partial class WhatIfTests
{
    private const string Marker = "<!-- From infra/costs.json. -->\n";
    [Fact]
    public void With_everything_switched_on_each_resource_of_the_templates_is_planned()
    {
        var planned = Infra.ProductionPlan.Resources.Select(r => r.Type).Distinct();
        var declared = Declared().Matches(string.Concat(Infra.Files.Values)).Select(m => m.Groups[1].Value).Distinct();
        Assert.Equal(declared.Order(StringComparer.Ordinal), planned.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_switched_off_is_not_planned()
    {
        var plan = Infra.PilotPlan;
        Assert.DoesNotContain(plan.Resources, r => r.ShortName is "authsettingsV2" or "first-key" || r.Condition is not null);
        Assert.DoesNotContain(plan.Roles, r => r.Role == "Key Vault Secrets User");
        Assert.Equal(0, plan.Count("Microsoft.Authorization/locks"));
    }

    [Fact]
    public void Each_role_says_who_may_do_what_on_what_and_why()
    {
        var roles = Infra.ProductionPlan.Roles;
        Assert.All(roles, r => Assert.All((string[])[r.Who, r.Role, r.Why, .. r.On], Assert.NotEmpty));
        Assert.Contains(roles, r => r is { Role: "Service Bus Data Sender", Who: ['e', 'v', 'g', 't', ..], On: ["queues/notices"] });
    }

    [Fact]
    public void Where_subscription_name_and_region_are_given_names_are_those_that_Azure_makes() =>
        Assert.Contains(Infra.PilotPlan.Resources, r => Regex.IsMatch(r.Name, @"^id-trial-[a-z0-9]{13}$"));

    [Fact]
    public void Resources_that_look_alike_stand_together_with_what_is_in_them_below()
    {
        var trees = ResourceTree.Of(Infra.PilotPlan.Resources).ToList();
        var endpoints = Assert.Single(trees, t => t.Type == "Network/privateEndpoints");
        Assert.Equal(7, endpoints.Names.Count);
        Assert.Equal("privateDnsZoneGroups", Assert.Single(endpoints.Children).Type);
        Assert.Equal(2, trees.Count(t => t.Type == "Storage/storageAccounts"));
        Assert.Equal(["failures", "notices"], trees.SelectMany(t => t.Children).Single(t => t.Type == "queues").Names.Take(2));
    }

    [Fact]
    public void The_functions_address_and_two_that_take_identities_only_are_reached_from_outside() =>
        Assert.Equal(["appi", "evgt", "func", "log"], Infra.PilotPlan.Open.Select(Infra.Pilot.Plain).Order(StringComparer.Ordinal));

    [Fact]
    public void A_mistaken_request_says_what_is_wrong()
    {
        var refused = Refused("--what-if", "--size", "huge", "--set", "HUB_BUDGET=much");
        Assert.Contains("'pilot' | 'production'", refused, StringComparison.Ordinal);
        Assert.Contains("'much'", refused, StringComparison.Ordinal);
        Assert.Contains("HUB_BUDGTE", Refused("--what-if", "--set", "HUB_BUDGTE=1"), StringComparison.Ordinal);
        Assert.Contains("needs a value", Refused("--what-if", "--size"), StringComparison.Ordinal);
        Assert.Contains("--what-if", Refused("--now"), StringComparison.Ordinal);
    }

    [Fact]
    public void Front_Door_and_callers_by_address_together_are_refused_with_the_reason()
    {
        var refused = Refused("--what-if", "--set", "HUB_CALLERS_FROM=192.0.2.0/24", "--set", "HUB_FRONT_DOOR_ID=a-front-door");
        Assert.Contains("not both: whoever calls past Front Door writes its headers", refused, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HUB_CALLERS_FROM=192.0.2.0/24", "CLIENT-IP", "ApplicationInsightsAvailability,192.0.2.0/24")]
    [InlineData("HUB_FRONT_DOOR_ID=a-front-door", "X-Azure-SocketIP", "AzureFrontDoor.Backend")]
    public void Who_is_let_in_cannot_write_the_header_that_says_who_calls(string setting, string header, string letIn)
    {
        var planned = Planned("--what-if", "--set", setting);
        var deployed = new Deployment(() => planned.Resources, () => planned.Template);
        Assert.Equal(header, (string?)deployed.Settings["Hub__ClientAddressHeader"]);
        var app = Assert.Single(deployed.All("Microsoft.Web/sites"));
        Assert.Equal(letIn.Split(','), app.Objects("properties/siteConfig/ipSecurityRestrictions").Select(r => (string?)r["ipAddress"]));
    }

    [Fact]
    public void Of_tables_what_changes_them_is_logged()
    {
        var logs = Assert.Single(
            Infra.Pilot.All("Microsoft.Insights/diagnosticSettings"),
            r => r.Scope.Contains("/tableServices/", StringComparison.Ordinal) && r.Scope.Contains("/stdata", StringComparison.Ordinal));
        Assert.Equal(["StorageWrite", "StorageDelete"], logs.Objects("properties/logs").Select(l => (string?)l["category"]));
    }

    [Fact]
    public async Task Whoever_wants_to_deploy_is_sent_to_azd() =>
        Assert.Contains("azd up", (await Run()).Error, StringComparison.Ordinal);

    [Fact]
    public async Task The_verb_itself_explains_a_deployment_and_makes_up_no_name_that_only_Azure_can_tell()
    {
        var (code, output, error) = await Run("--what-if", "--size", "production");
        Assert.Equal((0, ""), (code, error));
        Assert.All(
            ["rg-<name>", "id-<name>-<token>", "stdata<token>", "queues", "why", "together", "HUB_SENDER_MAILBOX"],
            part => Assert.Contains(part, output, StringComparison.Ordinal));
        Assert.DoesNotMatch(@"(?:-|stdata|sthost)[a-z0-9]{13}\b", output);
    }

    [Fact]
    public void The_page_about_costs_has_the_same_arithmetic()
    {
        var page = File.ReadAllText(Repository.PathTo("docs", "scale-and-cost.md"));
        var table = CostTable.Of(CostSheet.Read(), size => size == "pilot" ? Infra.PilotPlan : Infra.ProductionPlan);
        var start = page.IndexOf(Marker, StringComparison.Ordinal) + Marker.Length;
        Assert.Equal(table, page[start..page.IndexOf("\n\n", start, StringComparison.Ordinal)] + "\n");
    }

    [Theory]
    [InlineData("notices")]
    [InlineData("mails")]
    [InlineData("deliveries")]
    [InlineData("readsADay")]
    public void The_page_about_costs_reckons_with_the_same_load(string name)
    {
        var page = File.ReadAllText(Repository.PathTo("docs", "scale-and-cost.md"));
        var table = page[..page.IndexOf("## What one instance does", StringComparison.Ordinal)];
        var numbers = CostSheet.Read().Load[name].Select(n => n.ToString("N0", CultureInfo.InvariantCulture));
        Assert.All(numbers, n => Assert.Contains($" {n} ", table, StringComparison.Ordinal));
    }

    [Fact]
    public void Timers_are_reckoned_as_often_as_they_go_off()
    {
        // A day on which nothing is published.
        var day = new DateTime(2026, 3, 2);
        var settings = Infra.Pilot.Settings;
        var schedules = CodeFacts.Timers.Select(t => t.StartsWith('%') ? (string)settings[t.Trim('%')]! : t);
        var runs = schedules.Sum(
            s => CrontabSchedule.Parse(s, new() { IncludingSeconds = true }).GetNextOccurrences(day.AddTicks(-1), day.AddDays(1)).Count());
        Assert.All(CostSheet.Read().Load["timerRunsADay"], reckoned => Assert.Equal(runs, reckoned));
    }

    private static Plan Planned(params string[] args) => PlanParser.Read(GivenSettings.Read(DeployOptions.Read(args)));

    private static string Refused(params string[] args) => Assert.Throws<DeployException>(() => Planned(args)).Message;

    private static Task<Ran> Run(params string[] args) => Ran.To("dotnet", [typeof(Report).Assembly.Location, .. args]);

    [GeneratedRegex("^resource \\w+ '([^@]+)@[^']+' =", RegexOptions.Multiline)]
    private static partial Regex Declared();
}
