namespace Hub.Simulators.Mailbox.Store;

/// <summary>That a message left a folder, which a delta query tells.</summary>
public sealed record Departure(string Mailbox, string FolderId, string ImmutableId, string MutableId, long Change);
