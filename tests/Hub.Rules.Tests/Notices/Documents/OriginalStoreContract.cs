using System.Text;
using Hub.Notices;

namespace Hub.Rules.Tests.Notices.Documents;

/// <summary>Originals never change.</summary>
public abstract class OriginalStoreContract
{
    // So that tests on one store do not see each other.
    private protected string Folder { get; } = $"SEN-{Guid.NewGuid():N}";

    /// <summary>A store that may hold originals of others.</summary>
    private protected abstract IOriginalStore Store { get; }

    [Fact]
    public async Task An_original_is_written_once()
    {
        await Store.Keep($"{Folder}/notice.json", "first"u8.ToArray(), "application/json", default);
        await Store.Keep($"{Folder}/notice.json", "second"u8.ToArray(), "text/plain", default);

        Assert.Equal("first", await Text("notice.json"));
    }

    [Fact]
    public async Task An_original_may_be_empty_and_one_that_is_not_there_is_null()
    {
        await Store.Keep($"{Folder}/1", Array.Empty<byte>(), "application/pdf", default);

        Assert.Equal("", await Text("1"));
        Assert.Null(await Store.Open($"{Folder}/2", default));
    }

    private async Task<string> Text(string name)
    {
        await using var stream = (await Store.Open($"{Folder}/{name}", default))!;
        return await new StreamReader(stream, Encoding.UTF8).ReadToEndAsync();
    }
}
