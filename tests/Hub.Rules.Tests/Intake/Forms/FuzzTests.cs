using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Hub.Notices;
using Hub.Notices.Rules;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;
using Outcome = Hub.Register.Problems.Outcome;

namespace Hub.Rules.Tests.Intake.Forms;

public sealed class FuzzTests
{
    // Names and values that take the reader into its depths, and rubbish beside them.
    private static readonly string[] Names =
    [
        "state", "kind", "changes", "authority", "set", "recordId", "designations", "instrument", "article", "matter", "authorityName",
        "en", "phones", "number", "emails", "address", "officeHours", "day", "from", "to", "membership", "network", "validFrom", "pair",
        "pairs", "legalBasis", "value", "temporaryNotice", "text", "lastDay", "replaces", "noteDate", "effectiveFrom", "timeZone",
        "contactPerson", "", "~/",
    ];

    private static readonly string[] Values =
    [
        "\"XAA\"", "\"SEN\"", "\"NEW_DESIGNATION\"", "\"CORRECTION\"", "\"UNTOC\"", "\"18\"", "\"MLA\"", $"\"{Sample.Record}\"",
        "\"2025-03-01\"", "\"0001-01-01\"",
        "\"9999-12-31\"", "\"03/04/2025\"", "\"8.30am\"", "\"+999 1 555 0100\"", "\"@\"", "\"wacap\"", "\"none\"", "\"\"", "\"\\u0000\"",
        "\"\\ud800\"", "null", "true", "0", "-1.5e300", "99999999999999999999",
    ];

    [Fact]
    public void Whatever_JSON_comes_in_is_answered_and_never_throws() =>
        Prop.ForAll(Gen.Sized(size => Objects(Math.Min(size, 24))).ToArbitrary(), json => AnswersRatherThanThrows(json))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void A_good_notice_with_any_one_part_replaced_is_answered_and_never_throws()
    {
        var good = new[]
        {
            Sample.Designating(), Sample.Amending("""{"phones":[{"number":"+99915550101"}],"timeZone":null}"""),
            Sample.Notice(NoticeKind.NetworkMembership, Sample.Object("""{"membership":{"network":"wacap"}}""")),
            Sample.Notice(NoticeKind.Withdrawal,
                Sample.Object($$"""{"recordId":"{{Sample.Record}}","pairs":[{"instrument":"UNTOC","article":"18","matter":"MLA"}]}""")),
        };
        foreach (var notice in good)
            foreach (var path in Paths(notice, []))
                foreach (var value in Values)
                    AnswersRatherThanThrows(With(notice, path, value));
    }

    [Theory]
    [InlineData("""{"state":"XAA","state":"SEN","kind":"CORRECTION"}""")]
    [InlineData("""{"state":"XAA","kind":"NEW_DESIGNATION","changes":[{"authority":{"comments":"a","comments":"b"}}]}""")]
    [InlineData("""{"state":"XAA","kind":"CHANGE_OF_CONTACT","changes":[{"recordId":"record-1","set":{"comments":"a","comments":"b"}}]}""")]
    public void A_name_that_stands_twice_is_refused(string json) =>
        Assert.Equal(Outcome.Refuse, Sample.Read(Sample.Object(json)).Gravest);

    private static bool AnswersRatherThanThrows(string json)
    {
        foreach (var caller in new[] { Callers.Authority, Callers.First })
        {
            var understood = Sample.Read(Sample.Object(json), caller);
            // What was accepted can also be committed and compared.
            if (understood.Gravest is not Outcome.Refuse)
                CommitBuilder.Build(Sample.Register(Sample.Authority()), Approved(understood), Sample.Now, new FixedIdentifiers());
        }
        return true;
    }

    private static ApprovedNotice Approved(Understanding understood) =>
        new("n", understood.State!.Value, understood.Changes, understood.Form!.NoteDate, false, null, []);

    private static Gen<string> Objects(int size) => Gen.ListOf(Gen.Zip(Gen.Elements(Names), Nodes(size / 2)))
        .Select(members =>
            $"{{{string.Join(",", members.DistinctBy(m => m.Item1).Select(m => $"{JsonSerializer.Serialize(m.Item1)}:{m.Item2}"))}}}");

    private static Gen<string> Nodes(int size) => size == 0
        ? Gen.Elements(Values)
        : Gen.OneOf(
            Gen.Elements(Values), Objects(size), Gen.ListOf(Nodes(size / 2)).Select(items => $"[{string.Join(",", items.Take(3))}]"));

    private static IEnumerable<IReadOnlyList<object>> Paths(JsonNode? node, IReadOnlyList<object> here)
    {
        var children = node switch
        {
            JsonObject members => members.Select(m => ((object)m.Key, m.Value)),
            JsonArray items => items.Select((item, i) => ((object)i, item)),
            _ => [],
        };
        return children.SelectMany(c => Paths(c.Item2, [.. here, c.Item1]).Prepend([.. here, c.Item1]));
    }

    private static string With(JsonObject notice, IReadOnlyList<object> path, string value)
    {
        var copy = notice.DeepClone();
        var parent = path.SkipLast(1).Aggregate(copy, (node, step) => step is int i ? node[i]! : node[(string)step]!);
        const string Mark = "\"replace-me\"";
        if (path[^1] is int index)
            parent[index] = JsonNode.Parse(Mark);
        else
            parent[(string)path[^1]] = JsonNode.Parse(Mark);
        return copy.ToJsonString(HubJson.Options).Replace(Mark, value, StringComparison.Ordinal);
    }
}
