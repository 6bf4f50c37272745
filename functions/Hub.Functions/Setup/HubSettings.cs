using System.Globalization;
using Hub.Core.Channels;
using Hub.Core.Channels.Mail;
using Hub.Core.Channels.Webhooks;
using Hub.Core.Documents;
using Hub.Core.Json;
using Hub.Core.States;
using Microsoft.Extensions.Configuration;

namespace Hub.Functions.Setup;

/// <summary>The hub's settings (local.settings.sample.json names them all), read once and checked at the start.</summary>
public sealed record HubSettings
{
    /// <summary>The address under which callers reach the hub.</summary>
    public required Uri PublicAddress { get; init; }

    /// <summary>Microsoft Graph, or a simulator of it.</summary>
    public required Uri Graph { get; init; }

    /// <summary>The mailbox that mails go out from.</summary>
    public required string SenderMailbox { get; init; }

    /// <summary>How fast it may send.</summary>
    public required SendingPace Pace { get; init; }

    /// <summary>How many times faster than in earnest waits run; 1 in earnest.</summary>
    public required double ClockSpeed { get; init; }

    /// <summary>Whether webhooks may go to this machine and over plain HTTP (development).</summary>
    public required bool AllowLoopbackWebhooks { get; init; }

    /// <summary>Whether the fictional States of the samples exist.</summary>
    public required bool FictionalStates { get; init; }

    /// <summary>The Secretariat's first key, by which all others are issued; null once there are others.</summary>
    public string? FirstKey { get; init; }

    /// <summary>How long a run of a cursor may hold it.</summary>
    public required TimeSpan Lease { get; init; }

    /// <summary>Azure Document Translation, or a simulator of it.</summary>
    public required Uri Translator { get; init; }

    /// <summary>The settings of documents.</summary>
    public required DocumentSettings Documents { get; init; }

    /// <summary>The settings of the webhooks.</summary>
    public WebhookSettings Webhooks => new(new Uri(PublicAddress, "/directory").ToString(), RetryPolicy.Webhooks.Faster(ClockSpeed));

    /// <summary>The settings of the mail.</summary>
    public MailSettings Mail => new(Pace, RetryPolicy.OwnServices.Faster(ClockSpeed));

    /// <summary>Reads them; one error names everything that is missing or wrong.</summary>
    public static HubSettings Read(IConfiguration configuration)
    {
        var reader = new SettingReader(configuration);
        var speed = reader.Number("Clock:Speed", 1);
        var settings = new HubSettings
        {
            PublicAddress = reader.Address("Hub:PublicAddress"),
            Graph = reader.Address("Mail:Graph"),
            SenderMailbox = reader.Text("Mail:Sender"),
            Pace = new((int)reader.Number("Mail:MessagesPerMinute", SendingPace.Exchange.Messages), TimeSpan.FromMinutes(1) / speed),
            ClockSpeed = speed,
            AllowLoopbackWebhooks = reader.Flag("Webhooks:AllowLoopback"),
            FictionalStates = reader.Flag("States:Fictional"),
            Translator = reader.Address("Documents:Translator"),
            Documents = new(reader.Flag("Documents:AwaitScan"), speed) { Languages = reader.Languages("Documents:Languages") },
            FirstKey = configuration["Hub:FirstKey"],
            Lease = TimeSpan.FromSeconds(reader.Number("Channels:LeaseSeconds", 60)),
        };
        reader.ThrowIfAny();
        return settings;
    }

    private sealed class SettingReader(IConfiguration configuration)
    {
        private readonly List<string> _problems = [];

        public string Text(string name) => configuration[name] is { Length: > 0 } text ? text : Problem(name, "is missing", "");

        public Uri Address(string name) => Uri.TryCreate(configuration[name], UriKind.Absolute, out var uri) && uri!.Scheme is "http" or "https"
            ? uri
            : Problem(name, "is missing or no http(s) address", new Uri("http://invalid.example"));

        public double Number(string name, double otherwise) => configuration[name] switch
        {
            null or "" => otherwise,
            { } text when double.TryParse(text, CultureInfo.InvariantCulture, out var number) && number > 0 => number,
            _ => Problem(name, "is no number above 0", otherwise),
        };

        public bool Flag(string name) => configuration[name] switch
        {
            null or "" => false,
            { } text when bool.TryParse(text, out var flag) => flag,
            _ => Problem(name, "is neither true nor false", false),
        };

        public IReadOnlyList<Language> Languages(string name) => configuration[name] switch
        {
            null or "" => Enum.GetValues<Language>(),
            { } text when text.Split(',') is var codes && codes.All(c => Codes.TryParse<Language>(c.Trim(), out _)) =>
                [.. codes.Select(c => Codes.TryParse<Language>(c.Trim(), out var language) ? language : default)],
            _ => Problem<IReadOnlyList<Language>>(name, "is no list of language codes such as en,fr,es", []),
        };

        public void ThrowIfAny()
        {
            if (_problems.Count > 0)
                throw new InvalidOperationException(
                    $"The hub cannot start: {string.Join("; ", _problems)}. local.settings.sample.json shows every setting with a value that works.");
        }

        private T Problem<T>(string name, string what, T placeholder)
        {
            _problems.Add($"the setting {name.Replace(":", "__", StringComparison.Ordinal)} {what}");
            return placeholder;
        }
    }
}
