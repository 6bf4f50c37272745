using Hub.EndToEnd.Tests.Running;

namespace Hub.EndToEnd.Tests.Intake;

/// <summary>What is sent again becomes no second notice.</summary>
[Collection(SharedHubCollection.Name)]
public sealed class RepeatTests(SharedHub shared)
{
    private readonly RunningHub _hub = shared.Hub;

    [Fact]
    public async Task An_Idempotency_Key_used_before_for_another_notice_is_refused()
    {
        var (office, key) = (await _hub.Office("BEL"), ("Idempotency-Key", "a-key"));
        var first = (await office.Post("api/notices", SampleNotices.Membership("BEL", "ejn", "one"), key)).Expect(202);

        var answer = (await office.Post("api/notices", SampleNotices.Membership("BEL", "ejn", "other"), key)).Expect(422);

        Assert.Contains(first.Id, answer["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeated_request_is_answered_with_the_same_Location()
    {
        var (office, key) = (await _hub.Office("BEL"), ("Idempotency-Key", "the key"));
        var notice = SampleNotices.Membership("BEL", "ejn", "repeated");

        var first = (await office.Post("api/notices", notice, key)).Expect(202);
        var again = (await office.Post("api/notices", notice, key)).Expect(202);

        Assert.Equal(first.Location, again.Location);
    }

    [Fact]
    public async Task A_repeat_without_a_key_is_kept_and_linked_to_the_first()
    {
        var (office, notice) = (await _hub.Office("BEL"), SampleNotices.Membership("BEL", "ejn", "by two roads"));

        var first = (await office.Post("api/notices", notice)).Expect(202);
        var again = (await office.Post("api/notices", notice)).Expect(202);

        Assert.Equal(("DUPLICATE", first.Id), (again["status"], again["linked"]));
    }
}
