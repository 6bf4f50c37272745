using Hub.Delivery.Editions.Publishing;
using Hub.Register.Log;

namespace Hub.Rules.Tests.Delivery.Editions;

/// <summary>Requests to publish.</summary>
public abstract class PublicationRequestStoreContract
{
    private static readonly DateTimeOffset Now = new(2025, 3, 14, 9, 30, 0, TimeSpan.Zero);
    private static readonly PublicationRequest Request = new(new(2025, 1), "amina", Now, "It is time.", 7) { Replaces = "why" };

    /// <summary>An empty store.</summary>
    private protected abstract IPublicationRequestStore Store { get; }

    [Fact]
    public async Task A_request_is_written_by_the_first_of_two_writers_only_and_read_as_it_was_written()
    {
        Assert.Null(await Store.Find(Request.Edition, default));
        Assert.True(await Store.Save(Request, default));
        Assert.False(await Store.Save(Request, default));

        var kept = (await Store.Find(Request.Edition, default))!;
        Assert.Equal(Request, kept with { ETag = null });
        Assert.True(await Store.Save(kept with { TakenBackAt = Now }, default));
        Assert.False(await Store.Save(kept with { PublishedBy = "boris" }, default));
    }

    [Fact]
    public async Task Each_edition_has_its_own()
    {
        await Store.Save(Request, default);
        await Store.Save(Request with { Edition = new(2025, 1, EditionKind.Revision, 1) }, default);
        Assert.Equal(["2025/1", "2025/1/rev.1"], (await Store.List(default)).Select(r => $"{r.Edition}").Order(StringComparer.Ordinal));
    }
}
