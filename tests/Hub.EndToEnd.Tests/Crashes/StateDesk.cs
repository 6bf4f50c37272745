using System.Text.Json.Nodes;
using Hub.EndToEnd.Tests.Running;
using Hub.LocalProcesses;

namespace Hub.EndToEnd.Tests.Crashes;

/// <summary>A State that notifies: two designations first, then a mix of everything.</summary>
internal sealed class StateDesk(RunningHub hub, string state, Submitter submitter, int quota)
{
    // Designations, which two reviewers approve, come between the other notices too.
    private static readonly (string Instrument, string Article, string Matter)[] Further =
        [
            ("UNTOC", "17", "TRANSFER_SENTENCED_PERSONS"),
            ("UNTOC-SOM", "8", "MIGRANT_SMUGGLING_SEA"),
            ("UNTOC-FA", "13", "FIREARMS_LIAISON"),
        ];

    private string? _record;

    public async Task Designate()
    {
        await submitter.Submit(SampleNotices.Designation(state));
        await submitter.Submit(SampleNotices.Designation(state, "16", "EXTRADITION"));
        _record = await Record();
    }

    /// <summary>Sends its quota, each notice when it is its turn.</summary>
    public async Task Run(Func<int, bool> mayGo)
    {
        for (var i = 0; i < quota; i++)
        {
            await Eventually.True(() => mayGo(i), $"it is the turn of notice {i} of {state}", TimeSpan.FromMinutes(5));
            await Next(i, _record!);
        }
    }

    private Task Next(int i, string record) => (i % 7) switch
    {
        0 => submitter.Submit(SampleNotices.Comment(state, record, $"Comment {i}")),
        1 => submitter.Submit(SampleNotices.Confirmation(state, record, $"Confirmation {i}")),
        2 => submitter.SubmitTwice(SampleNotices.Contact(state, record, new() { ["phones"] = Phones(i) })),
        3 => submitter.Submit(SampleNotices.Membership(state, "wacap", $"Membership {i}")),
        4 => Duplicate(SampleNotices.Comment(state, record, $"By two roads {i}")),
        // A network that does not list the State: a question, which the reviewer decides.
        5 => submitter.Submit(SampleNotices.Membership(state, "bali-process", $"Claim {i}")),
        _ when Further.ElementAtOrDefault(i / 7) is { Matter: { } matter } further =>
            submitter.Submit(SampleNotices.Designation(state, further.Article, matter, further.Instrument)),
        _ => submitter.Submit(SampleNotices.Contact(state, record, new() { ["publicHolidays"] = $"Holidays {i}" })),
    };

    private async Task Duplicate(JsonObject notice)
    {
        await submitter.Submit(notice);
        await submitter.Submit(notice);
    }

    private static JsonArray Phones(int i) => [new JsonObject { ["number"] = $"+9991555{i:D4}" }];

    private async Task<string> Record()
    {
        JsonArray found = [];
        await Eventually.True(
            async () =>
            {
                found = (await hub.Secretariat.Insist($"api/authorities?state={state}&matter=MLA")).Expect(200).Json["items"]!.AsArray();
                return found.Count > 0;
            },
            $"the authority of {state} is in the directory", TimeSpan.FromMinutes(2));
        return found[0]!["recordId"]!.ToString();
    }
}
