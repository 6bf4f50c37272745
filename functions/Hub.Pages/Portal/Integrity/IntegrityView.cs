using Hub.Delivery.Webhooks.Partners;
using Hub.Register.Json;

namespace Hub.Pages.Portal.Integrity;

/// <summary>The log, as a partner can compare what it holds with it.</summary>
/// <param name="Head">The number of the last event.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="Root">The Merkle root over all; null where the log is empty.</param>
/// <param name="Rows">The partner's endpoints, with the last receipt of each.</param>
public sealed record IntegrityView(long Head, string Hash, string? Root, IReadOnlyList<ReceiptRow> Rows) : Confidential;

/// <summary>An endpoint and what its partner has confirmed.</summary>
/// <param name="Endpoint">The endpoint's id.</param>
/// <param name="Url">Where it is.</param>
/// <param name="Receipt">The last receipt; null where there is none.</param>
public sealed record ReceiptRow(string Endpoint, string Url, Receipt? Receipt) : Confidential;

/// <summary>A receipt as it was typed.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Sequence">The number.</param>
/// <param name="Hash">The hash.</param>
public sealed record ReceiptDraft(string? Endpoint, string? Sequence, string? Hash) : Confidential;
