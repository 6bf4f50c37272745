using Xunit.Abstractions;

namespace Hub.Rules.Tests.Intake.Notes;

/// <summary>How much of a note is read, and how much of that is right. The limits are what was reached: they only go up.</summary>
public sealed class NoteCorpusTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Notes_that_the_reading_was_made_with_are_read_nearly_whole()
    {
        var score = await NoteCorpus.Score(NoteCorpus.Developed);
        output.WriteLine(string.Join('\n', score.Lines()));
        Assert.True(score.Kinds.Right >= 0.95 * score.Kinds.All, $"kind right in {score.Kinds}");
        Assert.True(score.Values.Precision >= 0.96, $"precision {score.Values.Precision:0.000}");
        Assert.True(score.Values.Recall >= 0.91, $"recall {score.Values.Recall:0.000}");
    }

    [Fact]
    public async Task Notes_that_were_held_back_are_read_as_well_as_before()
    {
        var score = await NoteCorpus.Score(NoteCorpus.HeldBack);
        output.WriteLine(string.Join('\n', score.Lines()));
        Assert.True(score.Kinds.Right >= 0.80 * score.Kinds.All, $"kind right in {score.Kinds}");
        Assert.True(score.Values.Precision >= 0.88, $"precision {score.Values.Precision:0.000}");
        Assert.True(score.Values.Recall >= 0.77, $"recall {score.Values.Recall:0.000}");
    }
}
