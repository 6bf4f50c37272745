namespace Hub.Simulators.Mailbox.Store;

/// <summary>Who wants to be told of new mail.</summary>
public sealed record Subscription(
    string Id, string ChangeType, string Resource, string NotificationUrl, DateTimeOffset ExpirationDateTime, string? ClientState,
    string? LifecycleNotificationUrl);
