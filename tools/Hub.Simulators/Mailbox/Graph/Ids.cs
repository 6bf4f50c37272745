namespace Hub.Simulators.Mailbox.Graph;

/// <summary>Ids that look like Graph's: opaque, safe in a URL, told apart by case.</summary>
public static class Ids
{
    public static string New(string prefix) =>
        prefix + Convert.ToBase64String(Guid.NewGuid().ToByteArray()).Replace('+', '-').Replace('/', '_').TrimEnd('=');
}
