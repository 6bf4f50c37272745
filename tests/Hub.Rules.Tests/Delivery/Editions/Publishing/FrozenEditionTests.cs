using Hub.Delivery.Editions;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Delivery.Editions.Publishing;

public sealed class FrozenEditionTests : EditionServiceCase
{
    [Fact]
    public async Task A_new_release_between_two_tries_leaves_a_manifest_that_tells_of_the_files_that_are_there()
    {
        _editions.WritesUntilCrash = 2;
        await Assert.ThrowsAsync<IOException>(Published);
        (_editions.WritesUntilCrash, _renderer.Release) = (null, "2");
        await Desk.Publish(First, default);
        var files = _editions.Of(First).ToList();
        var manifest = Manifest.Read(files.Single(f => f.Name == Manifest.FileName).Content.Span);
        string[] others = [Manifest.FileName, EditionOutcome.FileName];
        Assert.Equal(files.Where(f => !others.Contains(f.Name)).Select(ManifestEntry.Of), manifest.Files);
    }

    [Fact]
    public async Task What_changed_after_the_freezing_is_in_the_next_edition()
    {
        await Published();
        _register.Change(new Change.Amend(Sample.Record, Sample.Object("""{"comments":"later"}""")));
        _clock.Now = Sample.Now.AddMonths(6);
        await Published();
        var second = await Desk.Find(new(2025, 2), default);
        Assert.Equal(First, second!.Previous);
        var change = Assert.Single((await Desk.Changes(second, default)).Changes);
        Assert.Contains(change.Fields, f => f.Field == "comments" && (string?)f.Old == Sample.Marker && (string?)f.New == "later");
    }

    [Fact]
    public async Task An_edition_that_was_begun_is_not_frozen_again()
    {
        var begun = await Desk.Begin(new(), default);
        _register.Grow(3);
        var again = await Desk.Begin(new(), default);
        Assert.Equal(
            Assert.IsType<EditionResult.Begun>(begun).Edition.ToBytes(), Assert.IsType<EditionResult.Begun>(again).Edition.ToBytes());
        Assert.Equal([First], await Desk.Unfinished(default));
        await Desk.Publish(First, default);
        Assert.Empty(await Desk.Unfinished(default));
    }
}
