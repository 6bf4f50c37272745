using System.Text.Json.Nodes;
using Hub.Infra.Tests.Rules;
using Hub.Testing;

namespace Hub.Infra.Tests;

/// <summary>The settings that the code reads are the settings that Bicep sets.</summary>
public sealed class SettingTests
{
    [Fact]
    public void Every_setting_of_the_sample_is_set()
    {
        var sample = JsonNode.Parse(File.ReadAllText(Repository.PathTo("local.settings.sample.json")))!["Values"]!.AsObject()
            .Select(v => v.Key);
        Assert.Subset(CodeRules.SettingsSet(Templates.Infra).ToHashSet(), sample.Where(s => !CodeFacts.IsLocal(s)).ToHashSet());
    }

    [Fact]
    public void What_is_for_development_is_off()
    {
        var app = Templates.Infra.Find("modules/functionApp.bicep")!;
        var settings = (JsonObject)app.Variables.Single(v => v.Symbol == "settings").Value!;
        Assert.Equal("false", (string?)settings["Webhooks__AllowLoopback"]);
        Assert.Equal("false", (string?)settings["States__Fictional"]);
        Assert.Equal("1", (string?)settings["Clock__Speed"]);
        Assert.Equal("0", (string?)settings["Clock__AheadDays"]);
    }

    [Fact]
    public void A_reading_of_a_setting_is_seen() => Assert.Equal(
        ["A__B", "C", "D", "Data__blobServiceUri"],
        CodeFacts.SettingsIn("reader.Text(\"A:B\"); configuration[\"C\"]; [TimerTrigger(\"%D%\")]; Service(configuration, \"blob\")"));
}
