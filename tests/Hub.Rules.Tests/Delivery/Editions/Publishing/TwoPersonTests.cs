using Hub.Delivery.Editions.Planning;
using Hub.Delivery.Editions.Publishing;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Delivery.Editions.Publishing;

/// <summary>One person asks, another publishes; whatever happens at the same moment, it is taken back or published, never both.</summary>
public sealed class TwoPersonTests : TwoPersonCase
{
    [Fact]
    public async Task A_second_person_publishes_what_the_first_asked_for_and_the_row_says_who_they_were()
    {
        var asked = Assert.IsType<PublicationResult.Asked>(await Ask("amina"));
        Assert.Equal(("amina", "It is time.", Sample.Now), (asked.Request.By, asked.Request.Reason, asked.Request.AskedAt));
        Assert.Equal(First, Assert.Single(await _publishing.Waiting(default)).Edition);
        Assert.Null(await _editions.Find(First, default));

        Assert.Equal(First, Assert.IsType<PublicationResult.Frozen>(await Publish("boris")).Edition.Id);
        Assert.NotNull(await _editions.Find(First, default));
        Assert.Empty(await _publishing.Waiting(default));
        var done = (await _publishing.Last(First, default))!;
        Assert.Equal(("amina", "boris", Sample.Now), (done.By, done.PublishedBy, done.PublishedAt));
    }

    [Fact]
    public async Task Whoever_asked_is_not_the_second_person_and_without_a_first_there_is_no_second()
    {
        Assert.Equal(PublicationRefusal.NobodyAsks, Why(await Publish("boris")));
        await Ask("amina");
        Assert.Equal(PublicationRefusal.SamePerson, Why(await Publish("amina")));
        Assert.Null(await _editions.Find(First, default));
    }

    [Theory]
    [InlineData("2025/2")]
    [InlineData("yes")]
    [InlineData("")]
    [InlineData(null)]
    public async Task The_name_is_typed_as_it_is(string? typed)
    {
        await Ask("amina");
        Assert.Equal(PublicationRefusal.OtherName, Why(await Publish("boris", typed)));
        Assert.Null(await _editions.Find(First, default));
        Assert.IsType<PublicationResult.Frozen>(await Publish("boris", " 2025/1 "));
    }

    [Fact]
    public async Task Both_have_seen_the_plan_as_it_is()
    {
        Assert.Equal(PublicationRefusal.NoPlan, Why(await Ask("amina", plan: "")));
        var seen = await Plan();
        _clock.Advance(EditionConfirmations.Lifetime);
        Assert.Equal(PublicationRefusal.OldPlan, Why(await Ask("amina", plan: seen)));
        await Ask("amina");
        Assert.Equal(PublicationRefusal.NoPlan, Why(await Publish("boris", plan: "")));
        var before = await Plan();
        _clock.Now = Sample.Now.AddDays(1);
        Assert.Equal(PublicationRefusal.OldPlan, Why(await Publish("boris", plan: before)));
        Assert.Equal(PublicationRefusal.OtherPlan, Why(await Publish("boris", plan: "99999999999.x")));
        Assert.Null(await _editions.Find(First, default));
        Assert.Null((await _publishing.Last(First, default))!.PublishedBy);
    }
}
