namespace Hub.StandIns.Tests.App;

/// <summary>What happened, told to the test by lines of output.</summary>
internal static class Note
{
    public static void Write(string text) => Console.WriteLine($"note: {text}");
}
