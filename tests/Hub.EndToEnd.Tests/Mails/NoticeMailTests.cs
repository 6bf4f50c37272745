using System.Text.Json.Nodes;
using Hub.EndToEnd.Tests.Running;
using Hub.LocalProcesses;

namespace Hub.EndToEnd.Tests.Mails;

/// <summary>Notices by e-mail, through the whole hub: read, checked, answered.</summary>
[Collection(SharedHubCollection.Name)]
public sealed class NoticeMailTests(SharedHub shared)
{
    private const string Failed = "{id}; spf=fail smtp.mailfrom={address}; dkim=none; dmarc=fail header.from={domain}";

    private RunningHub Hub => shared.Hub;

    [Fact]
    public async Task A_note_of_a_mission_becomes_one_notice_and_is_acknowledged_in_its_thread()
    {
        var mission = await Hub.Mission("KEN");
        await Hub.Arrives(Letters.Mail(mission, "NV 1/2026", Letters.Note("KEN/1/2026")).Named("ken-1@mission.example"));

        var mail = await Hub.Becomes("NV 1/2026", "NOTICE");
        var notice = (string)Assert.Single(mail["notices"]!.AsArray())!;
        var answer = Assert.Single(await Hub.Answers(mission, 1));

        Assert.StartsWith("KEN-", notice, StringComparison.Ordinal);
        // The name that the Secretariat's pages show.
        Assert.Matches(@"\[KEN-\d{4}-[A-Z][0-9A-Z]{4}\]$", answer["subject"]!.ToString());
        Assert.Contains("KEN/1/2026", answer.Words(), StringComparison.Ordinal);
        Assert.Equal("<ken-1@mission.example>", answer["internetMessageHeaders"]!["In-Reply-To"]!.ToString());
        Assert.Equal("All", answer["internetMessageHeaders"]!["X-Auto-Response-Suppress"]!.ToString());
    }

    [Fact]
    public async Task A_mail_is_kept_as_it_was_received_and_shows_its_original_to_the_secretariat_alone()
    {
        var mission = await Hub.Mission("UGA");
        await Hub.Arrives(Letters.Mail(mission, "NV 2/2026", Letters.Note("UGA/2/2026")));
        var mail = await Hub.Becomes("NV 2/2026", "NOTICE");

        var (status, headers, bytes) = await Hub.Secretariat.GetBytes($"api/mails/{mail["id"]}/original");

        Assert.Equal((200, "application/octet-stream", "nosniff"), (status, headers["Content-Type"], headers["X-Content-Type-Options"]));
        Assert.Contains("Subject: NV 2/2026", System.Text.Encoding.ASCII.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(403, (await (await Hub.Office("UGA")).Get($"api/mails/{mail["id"]}")).Status);
        Assert.Equal(401, (await Hub.Nobody.Get("api/mails")).Status);
    }

    [Fact]
    public async Task A_mail_that_fails_its_checks_is_held_without_an_answer_and_released_after_a_call_back()
    {
        var mission = await Hub.Mission("TZA");
        await Hub.Arrives(Letters.With(Letters.Mail(mission, "NV 3/2026", Letters.Note("TZA/3/2026")), Failed));
        var held = await Hub.Becomes("NV 3/2026", "HELD");
        Assert.Contains("FAILED", held["reasons"]![0]!["code"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(409, (await Decide(held, new() { ["decision"] = "RELEASE", ["state"] = "TZA", ["role"] = "MISSION" })).Status);
        (await Decide(held, new()
        {
            ["decision"] = "RELEASE", ["state"] = "TZA", ["role"] = "MISSION", ["calledBack"] = "the mission's switchboard",
            ["number"] = "+999 1 555 0199",
        })).Expect(200);

        var released = await Hub.Becomes("NV 3/2026", "NOTICE");
        Assert.StartsWith("TZA-", (string)released["notices"]![0]!, StringComparison.Ordinal);
        // Who is named as its sender may know nothing of it: nothing goes there before somebody called.
        Assert.Contains("TZA/3/2026", Assert.Single(await Hub.Answers(mission, 1)).Words(), StringComparison.Ordinal);
        Assert.Equal(409, (await Decide(held, new() { ["decision"] = "DISMISS", ["reason"] = "too late" })).Status);
    }

    [Fact]
    public async Task Strangers_get_one_neutral_receipt_a_day_and_what_is_dismissed_stays_dismissed()
    {
        const string Stranger = "clerk@unknown.example";
        foreach (var i in Enumerable.Range(1, 3))
            await Hub.Arrives(Letters.Mail(Stranger, $"Note {i} of a stranger", Letters.Note($"X/{i}/2026")));
        var mails = new List<JsonNode>();
        foreach (var i in Enumerable.Range(1, 3))
            mails.Add(await Hub.Becomes($"Note {i} of a stranger", "HELD"));

        await Eventually.True(
            async () => await Answers(mails, "SENT") == 1 && await Answers(mails, "DROPPED") == 2, "one receipt goes, two do not");
        await Hub.Answers(Stranger, 1);
        (await Decide(mails[0], new() { ["decision"] = "DISMISS", ["reason"] = "nobody of that name at the mission" })).Expect(200);
        Assert.Equal(
            "nobody of that name at the mission", (string?)(await Hub.Becomes("Note 1 of a stranger", "DISMISSED"))["decision"]!["reason"]);
    }

    [Fact]
    public async Task What_is_no_notice_is_put_away_and_never_answered()
    {
        var mission = await Hub.Mission("RWA");
        await Hub.Arrives(Letters.Mail(mission, "Away", "I am away until Monday.").With("Auto-Submitted", "auto-replied"));
        await Hub.Arrives(Letters.Mail(mission, "NV 4/2026", Letters.Note("RWA/4/2026")));

        var away = await Hub.Becomes("Away", "NOT_A_NOTICE");
        await Hub.Becomes("NV 4/2026", "NOTICE");
        await Hub.Answers(mission, 1);

        Assert.Empty(away["answers"]!.AsArray());
    }

    [Fact]
    public async Task The_same_mail_twice_is_one_and_the_same_note_by_mail_and_api_is_one_notice()
    {
        var (mission, office) = (await Hub.Mission("BDI"), await Hub.Office("BDI"));
        foreach (var _ in Enumerable.Range(0, 2))
            await Hub.Arrives(Letters.Mail(mission, "NV 5/2026", Letters.Note("BDI/5/2026")).Named("bdi-5@mission.example"));
        await Eventually.True(
            async () => (await Hub.Mails()).Count(m => (string?)m["subject"] == "NV 5/2026" && (string?)m["status"] != "RECEIVED") == 2,
            "both are read");
        var fates = (await Hub.Mails()).Where(m => (string?)m["subject"] == "NV 5/2026").Select(m => (string)m["status"]!).Order();

        var form = SampleNotices.With(SampleNotices.Membership("BDI", "wacap", "By the API"), "officialRef", "BDI/5/2026");
        var again = (await office.Post("api/notices", form)).Expect(202);

        Assert.Equal(["NOTICE", "REPEAT"], fates);
        Assert.Contains("V18 ", again.Problems);
        await Hub.Answers(mission, 1);
    }

    [Fact]
    public async Task A_sender_is_told_in_the_same_thread_what_was_decided()
    {
        var mission = await Hub.Mission("MOZ");
        await Hub.Arrives(Letters.Mail(mission, "NV 6/2026", Letters.Note("MOZ/6/2026")));
        var notice = (string)(await Hub.Becomes("NV 6/2026", "NOTICE"))["notices"]![0]!;
        await Hub.Answers(mission, 1);

        (await Hub.Secretariat.Post(
            $"api/notices/{notice}/decision",
            new JsonObject { ["decision"] = "REJECT", ["reason"] = "It names no authority." })).Expect(200);

        var word = (await Hub.Answers(mission, 2))[1];
        Assert.Contains("It names no authority.", word.Words(), StringComparison.Ordinal);
        Assert.Matches(@"\[MOZ-\d{4}-[A-Z][0-9A-Z]{4}\]$", word["subject"]!.ToString());
    }

    [Fact]
    public async Task A_reply_to_a_query_takes_the_place_of_the_notice_that_was_queried()
    {
        var mission = await Hub.Mission("ZMB");
        await Hub.Arrives(Letters.Mail(mission, "NV 7/2026", Letters.Note("ZMB/7/2026")));
        var queried = (string)(await Hub.Becomes("NV 7/2026", "NOTICE"))["notices"]![0]!;
        var query = (await Hub.Answers(mission, 1))[0];
        await Hub.Reaches(queried, "QUERY");

        var subject = await Hub.Arrives(Letters.Mail(mission, $"Re: {query["subject"]}", "It is the Office of the Attorney General.")
            .With("In-Reply-To", (string)query["internetMessageId"]!));

        var reply = (string)(await Hub.Becomes(subject, "NOTICE"))["notices"]![0]!;
        await Hub.Reaches(queried, "SUPERSEDED");
        var view = (await Hub.Secretariat.Get($"api/notices/{reply}")).Expect(200).Json;
        Assert.Equal((queried, "MAIL"), ((string?)view["form"]!["amends"], (string?)view["channel"]));
        Assert.Contains("Attorney General", view["form"]!["text"]!.ToString(), StringComparison.Ordinal);
        await Hub.Answers(mission, 2);
    }

    [Fact]
    public async Task Notifications_that_are_forged_or_garbled_wake_nobody_and_the_handshake_gives_back_its_token()
    {
        const string Path = "api/mailbox/notifications";
        var handshake = await Hub.Nobody.PostText($"{Path}?validationToken=a%20%3Cb%3E%26c", "", "text/plain");

        Assert.Equal((200, "a <b>&c"), (handshake.Status, handshake.Text));
        var guessed = SampleNotices.Object("""{ "value": [ { "clientState": "guessed", "subscriptionId": "1" }, 7 ] }""");
        Assert.Equal(202, (await Hub.Nobody.Post(Path, guessed)).Status);
        Assert.Equal(400, (await Hub.Nobody.PostText(Path, "[")).Status);
        Assert.Equal(202, (await Hub.Nobody.PostText(Path, "{}")).Status);
    }

    [Fact]
    public async Task The_mailbox_tells_of_new_mail_by_a_subscription_for_each_mailbox_that_is_read()
    {
        await Eventually.True(async () => (await Subscriptions()).Count >= 2, "both mailboxes have one");
        var resources = (await Subscriptions()).Select(s => (string)s["resource"]!).Distinct();
        Assert.Equal(2, resources.Count(r => r.Contains("hub.example", StringComparison.Ordinal)));
    }

    private async Task<IReadOnlyList<JsonNode>> Subscriptions() =>
        [.. (await Hub.Mailbox.Get("v1.0/subscriptions", ("Authorization", "Bearer test"))).Expect(200).Json["value"]!.AsArray()
            .Select(s => s!)];

    private async Task<int> Answers(IEnumerable<JsonNode> mails, string state)
    {
        var count = 0;
        foreach (var mail in mails)
            count += (await Hub.Secretariat.Get($"api/mails/{mail["id"]}")).Expect(200).Json["answers"]!.AsArray()
                .Count(a => (string?)a!["state"] == state);
        return count;
    }

    private Task<Answer> Decide(JsonNode mail, JsonObject decision) => Hub.Secretariat.Post($"api/mails/{mail["id"]}/decision", decision);
}
