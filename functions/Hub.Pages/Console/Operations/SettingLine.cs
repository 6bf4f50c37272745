using Hub.Register.Json;

namespace Hub.Pages.Console.Operations;

/// <summary>A setting as it is in force.</summary>
/// <param name="Name">Its name, as in the hub's settings.</param>
/// <param name="Value">Its value; null where none is set. Of a secret anything but the secret.</param>
/// <param name="IsSecret">Whether only that it is set may be shown.</param>
public sealed record SettingLine(string Name, string? Value, bool IsSecret = false) : Confidential;
