using Hub.Functions.Recipients;
using Hub.Functions.Tests.Documents;
using Hub.Notices.AccessLinks;
using Hub.Notices.Recipients;
using Hub.Pages;
using Hub.Register.Networks;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Functions.Tests.Access;

/// <summary>A link works at the address that it was sent to, and nowhere once that is another or its links were ended.</summary>
public sealed class AccessLinkHolderTests : ISubscriberStore
{
    private const string Id = "mission-1";
    private readonly MemoryRegister _register = new(Sample.Authority());
    private readonly MemoryChoices _choices = new();
    private readonly FakeTimeProvider _clock = new(Sample.Now);
    private Recipient _recipient = new(Id, Sample.OtherState, "old@mission.example", Language.French, "Mission", 0);

    [Fact]
    public async Task A_link_opens_its_page_at_its_address_however_that_is_written()
    {
        var token = await Sent();
        Assert.Equal(200, await Status(token));
        _recipient = _recipient with { Address = "OLD@mission.example" };
        Assert.Equal(200, await Status(token));
    }

    [Theory]
    [InlineData(AccessLinkPurpose.Preferences)]
    [InlineData(AccessLinkPurpose.HeldNotice)]
    [InlineData(AccessLinkPurpose.Edition)]
    [InlineData(AccessLinkPurpose.Confirmation)]
    public async Task Once_the_address_is_another_no_link_of_before_does_more_than_offer_a_fresh_one(AccessLinkPurpose purpose)
    {
        var token = await Sent(purpose);
        _recipient = _recipient with { Address = "new@mission.example" };
        Assert.Equal(410, await Status(token));
        Assert.Equal(404, await File(token));
        Assert.Equal(200, await Status(await Sent()));
    }

    [Fact]
    public async Task Links_that_somebody_ended_are_ended()
    {
        var token = await Sent();
        var preferences = new RecipientPreferences(Desk, new StateCatalog(true));
        Assert.Equal(204, (await Served.By(Served.Request(), r => preferences.EndLinks(r, Id, default))).Status);
        Assert.Equal(410, await Status(token));
        Assert.Equal(200, await Status(await Sent()));
    }

    Task<IReadOnlyList<Recipient>> ISubscriberStore.List(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Recipient>>([_recipient]);

    Task<bool> ISubscriberStore.Save(Recipient recipient, Recipient? before, CancellationToken cancel) =>
        throw new NotSupportedException();

    private RecipientDirectory Desk => new(_register, this, _choices, _clock);

    private AccessLinkService Links => new(new FixedAccessLinkKey(), new(new("https://hub.example/")), _clock);

    // As the next mail would hold it.
    private async Task<string> Sent(AccessLinkPurpose purpose = AccessLinkPurpose.Preferences)
    {
        var holder = (await Desk.Find(Id, default))!.Holder();
        return (await Links.To(purpose, holder, "", Sample.Now, default)).Segments[^1];
    }

    private async Task<int> Status(string token) => (await Served.By(Served.Request(), r => Function().Show(r, token, default))).Status;

    private async Task<int> File(string token) =>
        (await Served.By(Served.Request(), r => Function().ShowFile(r, token, "directory.csv", default))).Status;

    // None of these pages comes as far as what stands behind the others.
    private FollowAccessLink Function() => new(
        Links, new AccessLinkPages(new StateCatalog(true), new NetworkCatalog()), Desk, _register, null!, null!, null!, null!, null!);
}
