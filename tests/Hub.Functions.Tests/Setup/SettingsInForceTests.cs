using Hub.Functions.Console.Operations;
using Hub.Pages.Texts;
using Hub.Register.States;

namespace Hub.Functions.Tests.Setup;

/// <summary>The page of settings shows each of the hub's settings as it is in force, and no secret.</summary>
public sealed class SettingsInForceTests
{
    [Fact]
    public void Every_setting_is_shown() => Assert.Equal(
        LocalSettings.Names.Order(StringComparer.Ordinal), Shown().Keys.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.French)]
    public void Every_setting_is_said_in_words(Language language)
    {
        var labels = new Labels(language);
        Assert.All(new SettingsInForce(LocalSettings.With()).All, line =>
        {
            Assert.True(labels[$"Ops.Setting.{line.Name}"].Length > 10, line.Name);
            Assert.NotEmpty(labels[$"Ops.Settings.{line.Name.Split("__")[0]}"]);
        });
    }

    [Fact]
    public void Values_are_those_that_the_hub_goes_by_those_it_was_not_given_included()
    {
        var shown = Shown(
            ("Mail__MessagesPerMinute", ""), ("Clock__Speed", "60"), ("Mail__RoundMinutes", "7"), ("Retention__NoticeDays", "4000"),
            ("SignIn__Local", "true"));
        Assert.Equal(
            ("30", "60", "7", "4000", "true", "http://127.0.0.1:7071/", "en, fr, es, ar, ru, zh"),
            (shown["Mail__MessagesPerMinute"], shown["Clock__Speed"], shown["Mail__RoundMinutes"], shown["Retention__NoticeDays"],
                shown["SignIn__Local"], shown["Hub__PublicAddress"], shown["Documents__Languages"]));
    }

    [Fact]
    public void Of_secrets_only_that_they_are_there_is_shown()
    {
        var key = Convert.ToBase64String(Enumerable.Repeat((byte)77, 32).ToArray());
        var lines = new SettingsInForce(LocalSettings.With(
            ("Hub__FirstKey", "hub_SECRETARIAT_secret"), ("Hub__LinkKey", key), ("Webhooks__SigningKey", "secret.pem"),
            ("Webhooks__ProtectionKey", ""))).All;
        Assert.DoesNotContain(lines, l => l.Value is { } value
            && (value.Contains("secret", StringComparison.OrdinalIgnoreCase) || value.Contains(key, StringComparison.Ordinal)));
        Assert.Equal(
            [("Hub__FirstKey", true), ("Hub__LinkKey", true), ("Webhooks__ProtectionKey", false), ("Webhooks__SigningKey", true)],
            lines.Where(l => l.IsSecret).Select(l => (l.Name, l.Value is not null)).OrderBy(l => l.Name, StringComparer.Ordinal));
    }

    private static Dictionary<string, string?> Shown(params (string, string?)[] changes) =>
        new SettingsInForce(LocalSettings.With(changes)).All.ToDictionary(l => l.Name, l => l.Value);
}
