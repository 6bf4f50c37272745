using Hub.Delivery.Webhooks;

namespace Hub.Rules.Tests.Delivery.Webhooks;

/// <summary>Endpoints of partners.</summary>
public abstract class EndpointStoreContract
{
    private static readonly DateTimeOffset Now = new(2025, 3, 14, 9, 30, 0, TimeSpan.Zero);

    /// <summary>An empty store.</summary>
    private protected abstract IEndpointStore Store { get; }

    private protected static Endpoint Endpoint { get; } =
        new("e1", "partner", "https://partner.example/", "whsec_c2VjcmV0LXNlY3JldC1zZWNyZXQ=", Now)
        {
            Earlier = [new("whsec_ZWFybGllci1lYXJsaWVy", Now.AddDays(1))], Consent = new Consent.Given(Now, 120),
        };

    [Fact]
    public async Task Endpoints_are_listed_for_their_partner_and_deleted_for_good()
    {
        await Store.Add(Endpoint, default);
        await Store.Add(Endpoint with { Id = "e2", Partner = "other" }, default);

        var found = Assert.Single(await Store.List("partner", default));
        Assert.Equal((Endpoint.Url, Endpoint.Secret, Endpoint.Consent), (found.Url, found.Secret, found.Consent));
        Assert.Equal(Endpoint.Earlier, found.Earlier);
        Assert.Equal(2, (await Store.List(null, default)).Count);
        await Store.Delete("e1", default);
        await Store.Delete("e1", default);

        Assert.Null(await Store.Find("e1", default));
        Assert.Equal("other", (await Store.Find("e2", default))!.Partner);
    }

    [Fact]
    public async Task An_endpoint_that_is_there_already_stays_as_it_is()
    {
        await Store.Add(Endpoint, default);
        await Store.Add(Endpoint with { Url = "https://another.example/" }, default);
        Assert.Equal(Endpoint.Url, (await Store.Find("e1", default))!.Url);
    }

    [Fact]
    public async Task Of_two_changes_at_once_none_is_lost()
    {
        await Store.Add(Endpoint, default);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Store.Change("e1", e => e with { After = e.After + 1 }, default)));
        Assert.Equal(4, (await Store.Find("e1", default))!.After);

        var read = (await Store.Find("e1", default))!;
        Assert.True(await Store.Save(read, default));
        Assert.False(await Store.Save(read, default));
        var again = (await Store.Find("e1", default))!;
        await Store.Delete("e1", default);
        Assert.False(await Store.Save(again, default));
        Assert.Null(await Store.Change("e1", e => e, default));
    }
}
