namespace Hub.Functions.Partners;

/// <summary>A partner whose access was withdrawn.</summary>
/// <param name="Name">Its name.</param>
/// <param name="KeysRevoked">How many keys it had.</param>
public sealed record RevokedPartner(string Name, int KeysRevoked);
