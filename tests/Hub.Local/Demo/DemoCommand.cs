using Hub.Local.Terminal;

namespace Hub.Local.Demo;

internal static class DemoCommand
{
    public static Task<int> Run(DemoOptions options, Screen screen) => Task.FromResult(options.Folder.Length + (screen is null ? 1 : 0));
}

internal sealed record DemoOptions(Uri? Hub, string Folder)
{
    public static DemoOptions Read(IReadOnlyList<string> args) => new(null, args.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
