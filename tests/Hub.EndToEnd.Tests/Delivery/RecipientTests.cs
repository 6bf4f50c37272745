using Hub.EndToEnd.Tests.Running;

namespace Hub.EndToEnd.Tests.Delivery;

/// <summary>Readers of mails and what they choose.</summary>
[Collection(SharedHubCollection.Name)]
public sealed class RecipientTests(SharedHub shared)
{
    private readonly RunningHub _hub = shared.Hub;

    [Fact]
    public async Task A_reader_hears_of_the_States_it_chose_and_of_no_others()
    {
        (await _hub.Secretariat.Put("api/subscribers/chooser", SampleNotices.Object(
            """{ "state": "XAA", "address": "chooser@state.example", "language": "en", "name": "Mission" }"""))).Expect(200);
        var chosen = (await Choose("chooser", """{ "cadence": "AT_ONCE", "states": ["UGA"] }""")).Expect(200).Json;
        Assert.Equal(("AT_ONCE", "UGA"), ((string)chosen["cadence"]!, (string)chosen["states"]!.AsArray().Single()!));
        foreach (var state in new[] { "KEN", "UGA", "TZA" })
            await _hub.Approve(
                await _hub.Submit(_hub.Secretariat, SampleNotices.Correction("arin-wa", $"For {state}", state)),
                await _hub.Reviewer("second reviewer"));
        await _hub.AllSent();

        var mails = (await _hub.Sent()).Where(m => m.Reader == "chooser").ToList();
        Assert.Single(mails);
    }

    [Theory]
    [InlineData("nobody", """{ "cadence": "DAILY" }""", 404)]
    [InlineData("chooser", """{ "cadence": "HOURLY" }""", 422)]
    [InlineData("chooser", """{ "cadence": "DAILY", "states": ["ZZZ"] }""", 422)]
    [InlineData("chooser", """{ "states": [] }""", 422)]
    public async Task What_cannot_be_chosen_is_answered_so(string reader, string body, int status) =>
        (await Choose(reader, body)).Expect(status);

    private Task<Answer> Choose(string reader, string body) =>
        _hub.Secretariat.Put($"api/recipients/{reader}/preferences", SampleNotices.Object(body));
}
