using Hub.Local.Erasing;
using Hub.Local.Running;

namespace Hub.Local.Tests;

public sealed class EraseRequestTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("hub-erase-");

    private string File => Path.Combine(_root.FullName, "whose.json");

    [Theory]
    [InlineData("{\n  \"names\": [\n}", "is not JSON: look at line 3, column 1.")]
    [InlineData("", "is not JSON: look at line 1, column 1.")]
    [InlineData("[]", "holds no JSON object.")]
    [InlineData("""{ "names": [], "names": [] }""", "has a field twice.")]
    public void A_file_that_is_no_request_is_told_with_the_place(string text, string expected)
    {
        System.IO.File.WriteAllText(File, text);
        Assert.StartsWith($"{File} {expected}", Said(File), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_told_in_words() =>
        Assert.StartsWith($"{_root.FullName} is a folder; a file is wanted.", Said(_root.FullName), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_not_there_is_told_with_its_whole_path() =>
        Assert.StartsWith($"There is no file {File}.", Said(File), StringComparison.Ordinal);

    [Fact]
    public void A_command_to_paste_names_the_hub_it_is_for()
    {
        EraseOptions Options(string folder, Uri? hub = null) => new("whose.json", null, null, hub, folder);
        Assert.Equal("./hub erase --show 1", Options(UpOptions.DefaultFolder).Command("--show 1"));
        Assert.Equal("./hub erase --show 1 --data '/tmp/an other'", Options("/tmp/an other").Command("--show 1"));
        Assert.Equal(
            "./hub erase --hub https://hub.example.org/ --show 1",
            Options("/tmp/x", new Uri("https://hub.example.org")).Command("--show 1"));
    }

    public void Dispose() => _root.Delete(recursive: true);

    private static string Said(string file) => Assert.Throws<CommandException>(() => EraseRequest.Read(file)).Message;
}
