using System.Text.Json.Nodes;
using Hub.Intake.Files.Reading;
using Hub.LocalProcesses;
using Hub.Reading;

namespace Hub.Rules.Tests.Intake.Notes;

/// <summary>
/// Notes in the manner of real ones, with what an attentive clerk would enter (tests/Notes). Those of <c>developed</c> were looked at while
/// the reading was made; of those of <c>held-back</c> an examiner told the kinds of faults, and those of <c>unseen</c>, which were written
/// by somebody who did not know the reading, were then read by its author: he was told of them, too. So were those of <c>fresh</c>. Of
/// those of <c>fifth</c> nobody who works on the reading has been told.
/// </summary>
internal static class NoteCorpus
{
    public static string Developed { get; } = Repository.PathTo("tests", "Notes", "developed");

    public static string HeldBack { get; } = Repository.PathTo("tests", "Notes", "held-back");

    public static string Unseen { get; } = Repository.PathTo("tests", "Notes", "unseen");

    public static string Fifth { get; } = Repository.PathTo("tests", "Notes", "fifth");

    public static string Fresh { get; } = Repository.PathTo("tests", "Notes", "fresh");

    public static async Task<Score> Score(string folder)
    {
        await using var pool = new FileReaderPool(new FileReaderLimits());
        var command = new ReadCommand(new([folder]) { Score = true }, new(pool), TextWriter.Null);
        await command.Run(default);
        return command.Counted;
    }

    /// <summary>The files of a folder with what is expected of each.</summary>
    public static IReadOnlyList<(string Name, string Text, JsonObject Expected)> Read(string folder)
    {
        var expected = (JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")))!;
        return [.. expected.Select(e => (e.Key, File.ReadAllText(Path.Combine(folder, e.Key)), (JsonObject)e.Value!))];
    }
}
