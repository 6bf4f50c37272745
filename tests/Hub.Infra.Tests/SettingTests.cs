using System.Text.Json.Nodes;
using Hub.LocalProcesses;

namespace Hub.Infra.Tests;

/// <summary>The settings that the code reads are the settings that Bicep sets.</summary>
public sealed class SettingTests
{
    [Fact]
    public void Every_setting_of_the_sample_is_set()
    {
        var sample = JsonNode.Parse(File.ReadAllText(Repository.PathTo("local.settings.sample.json")))!["Values"]!.AsObject()
            .Select(v => v.Key);
        Assert.Subset(Infra.Pilot.Settings.Select(s => s.Key).ToHashSet(), sample.Where(s => !CodeFacts.IsLocal(s)).ToHashSet());
    }

    [Theory]
    [InlineData("SignIn__Local", "false")]
    [InlineData("Webhooks__AllowLoopback", "false")]
    [InlineData("States__Fictional", "false")]
    [InlineData("Clock__Speed", "1")]
    [InlineData("Clock__AheadDays", "0")]
    [InlineData("Clock__WrongBySeconds", "0")]
    [InlineData("AzureWebJobsDisableHomepage", "true")]
    public void What_is_for_development_is_off(string setting, string value) =>
        Assert.All([Infra.Pilot, Infra.Production], d => Assert.Equal(value, (string?)d.Settings[setting]));

    [Fact]
    public void Everything_is_kept_as_long_in_Azure_as_the_code_and_the_sample_say()
    {
        var sample = JsonNode.Parse(File.ReadAllText(Repository.PathTo("local.settings.sample.json")))!["Values"]!.AsObject()
            .Where(v => v.Key.StartsWith("Retention__", StringComparison.Ordinal)).ToDictionary(v => v.Key, v => (string?)v.Value);
        Assert.Equal(13, sample.Count);
        foreach (var deployment in new[] { Infra.Pilot, Infra.Production })
            Assert.Equal(sample, sample.ToDictionary(v => v.Key, v => (string?)deployment.Settings[v.Key]));
        Assert.Equal("3650", (string?)Infra.Production.Settings["Storage__OriginalsKeptDays"]);
    }

    [Fact]
    public void The_first_key_comes_out_of_the_vault_and_is_in_no_setting() => Assert.Contains(
        "@Microsoft.KeyVault(SecretUri=", (string?)Infra.Production.Settings["Hub__FirstKey"], StringComparison.Ordinal);

    [Fact]
    public void A_reading_of_a_setting_is_seen() => Assert.Equal(
        ["A__B", "C", "D", "Data__blobServiceUri"],
        CodeFacts.SettingsIn("reader.Text(\"A:B\"); configuration[\"C\"]; [TimerTrigger(\"%D%\")]; Service(configuration, \"blob\")"));
}
