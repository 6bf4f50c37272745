using System.Net;
using Hub.Delivery.Editions.Planning;
using Hub.Delivery.Webhooks;
using Hub.Functions.Access;
using Hub.Functions.Http;
using Hub.Intake.Inbox;
using Hub.Notices.Documents;
using Hub.Notices.Outbox;
using Hub.Notices.Recipients;
using Hub.Operations.Erasures;
using Hub.Operations.Retention;
using Hub.Work.Failures;
using Hub.Work.Runner;
using Microsoft.Extensions.Configuration;

namespace Hub.Functions.Setup;

/// <summary>The hub's settings (local.settings.sample.json names them all), read once and checked at the start.</summary>
public sealed record HubSettings
{
    /// <summary>The address under which callers reach the hub.</summary>
    public required Uri PublicAddress { get; init; }

    /// <summary>Microsoft Graph, or a simulator of it.</summary>
    public required Uri Graph { get; init; }

    /// <summary>The mailboxes that mails go out from.</summary>
    public required IReadOnlyList<string> SenderMailboxes { get; init; }

    /// <summary>How fast each may send.</summary>
    public required SendingPace Pace { get; init; }

    /// <summary>How much each may send in a day.</summary>
    public required SendingQuota Quota { get; init; }

    /// <summary>The least time from one round of mails to the next.</summary>
    public required TimeSpan RoundDistance { get; init; }

    /// <summary>How many times faster than in earnest waits run; 1 in earnest.</summary>
    public required double ClockSpeed { get; init; }

    /// <summary>By how much the machine's clock counts as wrong, so that this can be tried; zero in earnest.</summary>
    public required TimeSpan ClockWrongBy { get; init; }

    /// <summary>How far the hub's clock is ahead of the machine's, so that a year can be tried in a minute; zero in earnest.</summary>
    public required TimeSpan ClockAhead { get; init; }

    /// <summary>Whether webhooks may go to this machine and over plain HTTP (development).</summary>
    public required bool AllowLoopbackWebhooks { get; init; }

    /// <summary>
    /// The key of the webhooks' message signatures: a Key Vault key's https address without a version, or a PEM file (development).
    /// </summary>
    public required string SigningKey { get; init; }

    /// <summary>
    /// The Key Vault key, by its https address without a version, that encrypts the key ring of the partners' secrets; null in development.
    /// </summary>
    public string? ProtectionKey { get; init; }

    /// <summary>Whether the fictional States of the samples exist.</summary>
    public required bool FictionalStates { get; init; }

    /// <summary>Whether an empty register begins with the memberships of networks that come with the hub.</summary>
    public required bool SeedNetworks { get; init; }

    /// <summary>Whether a library without a law begins with those that come with the hub.</summary>
    public required bool SeedLaws { get; init; }

    /// <summary>Whether the addresses of laws are looked at, each once a week.</summary>
    public required bool CheckLawLinks { get; init; }

    /// <summary>The Secretariat's first key, by which all others are issued; null once there are others.</summary>
    public string? FirstKey { get; init; }

    /// <summary>The Entra application that the Secretariat signs in to; null where nobody signs in.</summary>
    public Guid? SignInApplication { get; init; }

    /// <summary>Whether people of the sample sign in without a password: on a hub that is reached from its own machine only.</summary>
    public required bool SignInLocally { get; init; }

    /// <summary>From where callers call: in the header that whatever stands in front of the functions writes.</summary>
    public ClientAddress Client { get; init; } = new(null);

    /// <summary>The key of personal links, 32 bytes or more; null for one that the hub makes and keeps.</summary>
    public byte[]? LinkKey { get; init; }

    /// <summary>How long a run of a cursor may hold it.</summary>
    public required TimeSpan Lease { get; init; }

    /// <summary>When work is begun again with which the process ended.</summary>
    public AttemptPolicy Attempts => new(ClockSpeed);

    /// <summary>What is due so soon is waited for: as long as it takes the timer of <c>WakeChannels</c> to come again.</summary>
    public TimeSpan ShortWait => TimeSpan.FromSeconds(10) / ClockSpeed;

    /// <summary>Azure Document Translation, or a simulator of it.</summary>
    public required Uri Translator { get; init; }

    /// <summary>The settings of documents.</summary>
    public required DocumentSettings Documents { get; init; }

    /// <summary>The mailboxes that notices, answers and reports come to; empty where none is read.</summary>
    public required IReadOnlyList<string> Inboxes { get; init; }

    /// <summary>The ids under which our own receiving servers write Authentication-Results.</summary>
    public required IReadOnlyList<string> AuthservIds { get; init; }

    /// <summary>The domains of our own receiving servers.</summary>
    public required IReadOnlyList<string> OwnHosts { get; init; }

    /// <summary>The networks from which our own receiving servers hand mail on to each other, besides private ones.</summary>
    public required IReadOnlyList<IPNetwork> OwnNetworks { get; init; }

    /// <summary>The settings of the mail that comes in.</summary>
    public MailroomSettings Mailroom => new(
        Inboxes, AuthservIds, OwnHosts, [.. SenderMailboxes.Union(Inboxes, StringComparer.OrdinalIgnoreCase)],
        new Uri(PublicAddress, "/api/mailbox/notifications"), RetryPolicy.OwnServices.Faster(ClockSpeed), ClockSpeed)
    {
        OwnNetworks = OwnNetworks,
    };

    // Exchange Online's servers hand mail on to each other within this one, whoever's they are; elsewhere it is nobody's of ours.
    private const string MicrosoftsOwn = "2603:1000::/24";

    /// <summary>The settings of the webhooks.</summary>
    public WebhookSettings Webhooks =>
        new WebhookSettings(new Uri(PublicAddress, "/directory").ToString(), RetryPolicy.Webhooks).Faster(ClockSpeed);

    /// <summary>The settings of the mail.</summary>
    public MailSettings Mail =>
        new(Pace, Quota, RetryPolicy.OwnServices.Faster(ClockSpeed), RoundDistance, DigestTimes.Morning.Faster(ClockSpeed))
        {
            ReportsWithin = TimeSpan.FromHours(48) / ClockSpeed,
            Minute = TimeSpan.FromMinutes(1) / ClockSpeed,
            Ahead = ShortWait,
            Attempts = Attempts,
        };

    /// <summary>For how many days storage keeps originals unchanged (infra/sizes.json).</summary>
    public required TimeSpan OriginalsKept { get; init; }

    /// <summary>For how long each kind of personal data is kept: in days of the calendar, however fast the hub's clock runs.</summary>
    public required RetentionPolicy Retention { get; init; }

    /// <summary>The settings of erasures.</summary>
    public ErasureSettings Erasures => new(TimeSpan.FromMinutes(10) / ClockSpeed, OriginalsKept) { Attempts = Attempts };

    /// <summary>The mailboxes that mails go out from: those of the settings, and those that are answered from.</summary>
    public IEnumerable<string> Outboxes => SenderMailboxes.Union(Inboxes);

    /// <summary>How people sign in.</summary>
    public SignInSettings SignIn => new(SignInApplication, PublicAddress) { IsLocal = SignInLocally };

    /// <summary>What an edition's forecast reckons with.</summary>
    public SendingLimits Sending => SendingLimits.Exchange.Faster(ClockSpeed, Pace.ButOne(), Quota);

    /// <summary>Reads them; one error names everything that is missing or wrong.</summary>
    public static HubSettings Read(IConfiguration configuration)
    {
        var reader = new SettingParser(configuration);
        var speed = reader.Number("Clock:Speed", 1);
        var settings = new HubSettings
        {
            PublicAddress = reader.Address("Hub:PublicAddress"),
            Graph = reader.Address("Mail:Graph"),
            SenderMailboxes = reader.Texts("Mail:Sender"),
            Pace = new((int)reader.Number("Mail:MessagesPerMinute", SendingPace.Exchange.Messages), TimeSpan.FromMinutes(1) / speed),
            Quota = new((int)reader.Number("Mail:RecipientsPerDay", SendingQuota.Exchange.Recipients), TimeSpan.FromDays(1) / speed),
            RoundDistance = TimeSpan.FromMinutes(reader.Number("Mail:RoundMinutes", 5)) / speed,
            ClockSpeed = speed,
            ClockWrongBy = reader.Seconds("Clock:WrongBySeconds"),
            ClockAhead = reader.Days("Clock:AheadDays"),
            Inboxes = Spelled(reader.List("Mail:Inbox"), reader.Texts("Mail:Sender")),
            // A server that writes no id says so by none.
            AuthservIds = [.. reader.List("Mail:AuthServId").Select(i => i == "none" ? "" : i)],
            OwnHosts = reader.List("Mail:OwnHosts"),
            OwnNetworks = reader.Networks("Mail:OwnNetworks", MicrosoftsOwn),
            AllowLoopbackWebhooks = reader.Flag("Webhooks:AllowLoopback"),
            SigningKey = reader.Text("Webhooks:SigningKey"),
            ProtectionKey = configuration["Webhooks:ProtectionKey"],
            FictionalStates = reader.Flag("States:Fictional"),
            SeedNetworks = reader.Flag("Networks:Seed", true),
            SeedLaws = reader.Flag("Laws:Seed", true),
            CheckLawLinks = reader.Flag("Laws:CheckLinks", true),
            LinkKey = reader.Key("Hub:LinkKey"),
            Translator = reader.Address("Documents:Translator"),
            Documents = new(reader.Flag("Documents:AwaitScan"), speed) { Languages = reader.Languages("Documents:Languages") },
            OriginalsKept = reader.Days("Storage:OriginalsKeptDays"),
            Retention = RetentionSettings.Read(reader),
            FirstKey = configuration["Hub:FirstKey"],
            Client = new(
                configuration["Hub:ClientAddressHeader"] is { Length: > 0 } header ? header
                : IsInAzure(configuration) ? ClientAddress.Chain : null,
                (int)Math.Ceiling(reader.Number("Hub:ClientAddressHops", 1))),
            SignInApplication = reader.Id("SignIn:Application"),
            SignInLocally = reader.Flag("SignIn:Local"),
            Lease = TimeSpan.FromSeconds(reader.Number("Channels:LeaseSeconds", 10)),
        };
        reader.Check(
            !settings.SignInLocally || IsOnThisMachine(settings, configuration), "SignIn:Local",
            "is for a hub on one's own machine: with it anybody could sign in here");
        reader.ThrowIfAny();
        return settings;
    }

    // Everything that it speaks with is on this machine; what Azure deploys has none of that, and says of itself that it is in Azure.
    private static bool IsOnThisMachine(HubSettings settings, IConfiguration configuration) =>
        settings.SignInApplication is null && !IsInAzure(configuration)
        && new[] { settings.PublicAddress, settings.Graph, settings.Translator }.All(a => a.IsLoopback)
        && (configuration["Data"] ?? configuration["AzureWebJobsStorage"] ?? "") is var storage
        && (storage.StartsWith("UseDevelopmentStorage=true", StringComparison.OrdinalIgnoreCase)
            || storage.Contains("TableEndpoint=http://127.0.0.1:", StringComparison.OrdinalIgnoreCase));

    // What Azure says of an app to itself; nobody else sets it.
    private static bool IsInAzure(IConfiguration configuration) =>
        configuration["WEBSITE_SITE_NAME"] is not null || configuration["WEBSITE_HOSTNAME"] is not null;

    // One mailbox has one name: it has one pace, whatever it sends.
    private static IReadOnlyList<string> Spelled(IReadOnlyList<string> inboxes, IReadOnlyList<string> senders) =>
        [.. inboxes.Select(i => senders.FirstOrDefault(s => s.Equals(i, StringComparison.OrdinalIgnoreCase)) ?? i)];
}
