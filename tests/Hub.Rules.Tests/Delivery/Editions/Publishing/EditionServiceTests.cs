using Hub.Delivery.Editions;
using Hub.Register.Log;

namespace Hub.Rules.Tests.Delivery.Editions.Publishing;

public sealed class EditionServiceTests : EditionServiceCase
{
    [Fact]
    public async Task An_edition_takes_its_place_in_the_log_with_the_hash_of_its_manifest_and_changes_no_record()
    {
        _register.Grow();
        var before = _register.Now;
        var sequence = await Published();
        var e = _register.Log[^1];
        Assert.Equal((2, EventType.EditionPublished, null, First), (sequence, e.Type, e.State, e.Facts.Edition));
        Assert.Equal((1L, 1, 1), (e.Facts.FrozenAt, e.Facts.Authorities, e.Facts.States));
        var manifest = _editions.Of(First).Single(f => f.Name == Manifest.FileName);
        Assert.Equal(e.Facts.ManifestHash, ManifestEntry.Of(manifest).Sha256);
        Assert.Equal(["changes.json", "directory.json", "directory.txt"], Manifest.Read(manifest.Content.Span).Files.Select(f => f.Name));
        Assert.Equal(before.Authorities, _register.Now.Authorities);
        Assert.Null(ChainVerifier.Verify(_register.Log, _register.Now.Head));
    }

    [Fact]
    public async Task Wherever_the_process_dies_the_same_bytes_and_one_event_come_out_I9()
    {
        await Published();
        var whole = _editions.Of(First).Select(ManifestEntry.Of).ToList();
        for (var writes = 0; writes <= whole.Count; writes++)
        {
            using var run = new EditionServiceTests();
            run._editions.WritesUntilCrash = writes;
            await Record.ExceptionAsync(run.Published);
            // Life goes on before the next try.
            run._register.Grow();
            run._editions.WritesUntilCrash = null;
            var sequence = writes == 0 ? await run.Published() : await run.Desk.Publish(First, default);
            Assert.Equal(writes == 0 ? 1 : 0, run.Frozen().Sequence);
            Assert.Single(run._register.Log, e => e.Type == EventType.EditionPublished);
            if (writes > 0)
                Assert.Equal(whole, run._editions.Of(First).Select(ManifestEntry.Of));
            Assert.Equal(sequence, await run.Desk.Publish(First, default));
        }
    }

    private Edition Frozen() => Edition.Read(_editions.Of(First).Single(f => f.Name == EditionService.DirectoryFile).Content.Span);
}
