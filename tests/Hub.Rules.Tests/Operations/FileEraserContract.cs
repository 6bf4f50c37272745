using Hub.Notices.Documents;
using Hub.Operations.Erasures;

namespace Hub.Rules.Tests.Operations;

/// <summary>Files that are to go for good.</summary>
public abstract class FileEraserContract
{
    // So that tests on one store do not see each other.
    private readonly string _folder = $"SEN-{Guid.NewGuid():N}";

    private protected abstract IFileEraser Eraser { get; }

    /// <summary>The files, which may hold some of others.</summary>
    private protected abstract IFileStore Files { get; }

    [Fact]
    public async Task The_files_of_one_notice_are_listed_in_every_place_and_deleted()
    {
        foreach (var (place, path) in new[]
        {
            (Place.Originals, $"{_folder}/notice.json"), (Place.Quarantine, $"{_folder}/abc"), (Place.Documents, $"{_folder}/1/fr/x.txt"),
            (Place.Originals, $"{_folder}0/notice.json"),
        })
            await Files.Keep(place, path, new MemoryStream([1]), "text/plain", default);

        var found = await Eraser.List(_folder, default);
        Assert.Equal(3, found.Count);
        foreach (var file in found.Append(found[0]))
            Assert.True(await Eraser.Delete(file, default));
        Assert.Empty(await Eraser.List(_folder, default));
        Assert.Single(await Eraser.List($"{_folder}0", default));
        Assert.Null(await Files.Open(found[0].Place, found[0].Path, default));
    }
}
