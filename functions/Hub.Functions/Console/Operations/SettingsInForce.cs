using System.Globalization;
using Hub.Functions.Setup;
using Hub.Operations.Retention;
using Hub.Pages.Console.Operations;
using Hub.Register.Json;

namespace Hub.Functions.Console.Operations;

/// <summary>Tells the settings that the hub goes by, those it was not given included; of a secret, only whether it is there.</summary>
public sealed class SettingsInForce(HubSettings settings)
{
    private const string There = "*";

    private static readonly Dictionary<string, RetentionKind> Kept = new()
    {
        ["NoticeDays"] = RetentionKind.Notices, ["TranslationDays"] = RetentionKind.Translations,
        ["DismissedMailDays"] = RetentionKind.DismissedMails, ["OtherMailDays"] = RetentionKind.OtherMails,
        ["UndecidedMailDays"] = RetentionKind.UndecidedMails, ["SenderDays"] = RetentionKind.Senders,
        ["DeliveryDays"] = RetentionKind.Deliveries, ["SettledFailureDays"] = RetentionKind.SettledFailures,
        ["FailureDays"] = RetentionKind.Failures, ["ErrorDays"] = RetentionKind.Errors, ["EndedKeyDays"] = RetentionKind.EndedKeys,
        ["LastUseDays"] = RetentionKind.LastUses, ["ActionDays"] = RetentionKind.Actions,
    };

    /// <summary>All of them, by their groups.</summary>
    public IReadOnlyList<SettingLine> All =>
    [
        new("Hub__PublicAddress", $"{settings.PublicAddress}"), Secret("Hub__FirstKey", settings.FirstKey),
        Secret("Hub__LinkKey", settings.LinkKey), new("Hub__ClientAddressHeader", settings.Client.Header),
        Number("Hub__ClientAddressHops", settings.Client.Hops),
        new("SignIn__Application", settings.SignInApplication?.ToString()), Flag("SignIn__Local", settings.SignInLocally),
        new("Mail__Graph", $"{settings.Graph}"), List("Mail__Sender", settings.SenderMailboxes), List("Mail__Inbox", settings.Inboxes),
        List("Mail__AuthServId", settings.AuthservIds.Select(i => i.Length == 0 ? "none" : i)), List("Mail__OwnHosts", settings.OwnHosts),
        List("Mail__OwnNetworks", settings.OwnNetworks), Number("Mail__MessagesPerMinute", settings.Pace.Messages),
        Number("Mail__RecipientsPerDay", settings.Quota.Recipients),
        Number("Mail__RoundMinutes", (settings.RoundDistance * settings.ClockSpeed).TotalMinutes),
        Number("Clock__Speed", settings.ClockSpeed), Number("Clock__AheadDays", settings.ClockAhead.TotalDays),
        Number("Clock__WrongBySeconds", settings.ClockWrongBy.TotalSeconds),
        Number("Channels__LeaseSeconds", settings.Lease.TotalSeconds),
        Flag("Documents__AwaitScan", settings.Documents.AwaitScan),
        List("Documents__Languages", settings.Documents.Languages.Select(l => l.Code())),
        new("Documents__Translator", $"{settings.Translator}"),
        Flag("Webhooks__AllowLoopback", settings.AllowLoopbackWebhooks), Secret("Webhooks__ProtectionKey", settings.ProtectionKey),
        Secret("Webhooks__SigningKey", settings.SigningKey),
        Flag("States__Fictional", settings.FictionalStates), Flag("Networks__Seed", settings.SeedNetworks),
        Flag("Laws__Seed", settings.SeedLaws), Flag("Laws__CheckLinks", settings.CheckLawLinks),
        Number("Storage__OriginalsKeptDays", settings.OriginalsKept.TotalDays),
        .. Kept.Select(k => Number($"Retention__{k.Key}", settings.Retention.Times[k.Value].TotalDays)),
    ];

    private static SettingLine Flag(string name, bool value) => new(name, value ? "true" : "false");

    private static SettingLine List<T>(string name, IEnumerable<T> values) => new(name, string.Join(", ", values));

    private static SettingLine Number(string name, double value) => new(name, value.ToString(CultureInfo.InvariantCulture));

    private static SettingLine Secret(string name, object? value) =>
        new(name, value is null or "" ? null : There, IsSecret: true);
}
