using Hub.Local.Running;
using Hub.LocalProcesses;

namespace Hub.Local.Tests;

public sealed class DataFolderTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("hub-folder-");

    [Fact]
    public async Task Data_in_use_are_another_hub_s_and_nobody_is_told_to_kill_its_storage()
    {
        var folder = _root.FullName;
        using var opened = DataFolder.Open(folder);
        await using var storage = StorageOn(folder);
        await Eventually.True(() => Processes.With(Path.Combine(folder, "azurite")).Count > 0, "the process has its arguments");
        var error = Assert.Throws<CommandException>(() => DataFolder.Open(folder));
        Assert.StartsWith($"Another hub uses the data in {folder}.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("kill", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Storage_that_a_killed_hub_left_behind_is_named_with_the_way_to_end_it()
    {
        await using var storage = StorageOn(_root.FullName);
        await Eventually.True(() => Processes.With(Path.Combine(_root.FullName, "azurite")).Count > 0, "the process has its arguments");
        var error = Assert.Throws<CommandException>(() => DataFolder.Open(_root.FullName));
        Assert.Contains($"End it: kill {storage.Id};", error.Message, StringComparison.Ordinal);
        await storage.Kill();
        DataFolder.Open(_root.FullName).Dispose();
    }

    [Fact]
    public void A_file_in_the_folder_s_place_is_told_in_words()
    {
        var file = Path.Combine(_root.FullName, "file");
        File.WriteAllText(file, "");
        var error = Assert.Throws<CommandException>(() => DataFolder.Open(file));
        Assert.StartsWith($"{file} is a file; the hub's data need a folder.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/proc/hub-data")]
    [InlineData("/dev/null/hub-data")]
    public void A_folder_that_cannot_be_made_is_told_in_words(string folder)
    {
        var error = Assert.Throws<CommandException>(() => DataFolder.Open(folder));
        Assert.StartsWith($"There is no folder {folder}, and it cannot be made.", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _root.Delete(recursive: true);

    // It does nothing, under the arguments of a hub's Azurite.
    private static ChildProcess StorageOn(string folder) =>
        ChildProcess.Start("node", ["-e", "setInterval(() => {}, 1000)", "--", Path.Combine(folder, "azurite")]);
}
