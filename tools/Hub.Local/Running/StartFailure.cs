namespace Hub.Local.Running;

/// <summary>What to do when a part of the hub does not start.</summary>
internal static class StartFailure
{
    private const int MostLines = 12;

    public static CommandException Explain(string step, Exception error, string folder) => new(
        $"The hub did not start: {step.TrimEnd(' ', '…')} failed.\n{Last(error.Message)}", Advice(step, error.Message, folder));

    private static string Advice(string step, string message, string folder) => step switch
    {
        _ when message.Contains("npm ci", StringComparison.Ordinal) =>
            "Azurite comes from npm's registry: check that this machine reaches it (npm ping), then try again. "
            + "By hand: cd tools/azurite && npm ci",
        _ when step.StartsWith("Azurite", StringComparison.Ordinal) =>
            $"Its data are in {folder}. If they are damaged, start with another folder: ./hub up --data FOLDER. "
            + "To install Azurite anew: cd tools/azurite && npm ci",
        _ when message.Contains("no such file", StringComparison.OrdinalIgnoreCase)
            || message.Contains("does not exist", StringComparison.Ordinal) =>
            "A part has not been built: dotnet build Hub.sln",
        _ => "The lines above say what is wrong. A machine under heavy load may just need more time: try again.",
    };

    private static string Last(string text) => string.Join('\n', text.Split('\n').TakeLast(MostLines));
}
