using Hub.Notices.Documents;

namespace Hub.Rules.Tests.Notices.Documents;

/// <summary>Files are written once, whatever their length, and can be read from any place.</summary>
public abstract class FileStoreContract
{
    /// <summary>A path at which nothing is.</summary>
    private protected string Path { get; } = $"SEN-{Guid.NewGuid():N}/1";

    /// <summary>A store that may hold files of others.</summary>
    private protected abstract IFileStore Store { get; }

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(5_000_000)]
    public async Task A_file_is_written_once_and_stays_as_it_is(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        Assert.True(await Keep(bytes));
        Assert.False(await Keep("another"u8.ToArray()));
        await using var stream = (await Store.Open(Place.Originals, Path, default))!;
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        Assert.Equal(bytes, copy.ToArray());
    }

    [Fact]
    public async Task A_file_is_read_from_any_place_and_what_is_elsewhere_is_not_there()
    {
        await Keep("0123456789"u8.ToArray());
        await using var stream = (await Store.Open(Place.Originals, Path, default))!;
        stream.Position = 7;
        Assert.Equal('7', (char)stream.ReadByte());
        Assert.Null(await Store.Open(Place.Quarantine, Path, default));
    }

    [Fact]
    public async Task A_file_that_was_taken_away_is_gone_from_its_place_only()
    {
        await Keep([1]);
        await Store.Keep(Place.Quarantine, Path, new MemoryStream([2]), "application/pdf", default);
        await Store.Remove(Place.Originals, Path, default);
        await Store.Remove(Place.Originals, Path, default);
        Assert.Null(await Store.Open(Place.Originals, Path, default));
        await using var stream = await Store.Open(Place.Quarantine, Path, default);
        Assert.Equal(2, stream!.ReadByte());
        Assert.True(await Keep([3]));
    }

    [Fact]
    public async Task Of_a_file_that_nobody_scanned_yet_and_of_none_there_is_no_verdict()
    {
        Assert.Equal(ScanVerdict.Pending, await Store.Verdict(Place.Originals, Path, default));
        await Keep([1]);
        Assert.Equal(ScanVerdict.Pending, await Store.Verdict(Place.Originals, Path, default));
    }

    private protected async Task<bool> Keep(byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        return await Store.Keep(Place.Originals, Path, content, "application/pdf", default);
    }
}
