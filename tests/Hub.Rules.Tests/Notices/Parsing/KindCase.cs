using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Rules;
using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Parsing;

/// <summary>Forms of each kind.</summary>
public abstract class KindCase
{
    private protected const string Id = $"\"recordId\":\"{Sample.Record}\"";
    private protected const string Pair = """{"instrument":"UNTOC","article":"18","matter":"MLA"}""";

    private protected static JsonObject Change(NoticeKind kind, string change) => Sample.Notice(kind, Sample.Object(change));

    private protected static T One<T>(JsonObject notice, Caller? sender = null) where T : Change
    {
        var understood = Sample.Read(notice, sender);
        Assert.Empty(Refusals(understood));
        return Assert.IsType<T>(Assert.Single(understood.Changes));
    }

    private protected static IEnumerable<string> Refusals(Understanding understood) =>
        understood.Problems.Where(p => p.Outcome == Outcome.Refuse).Select(p => $"{p.Code} {p.Field}").Order(StringComparer.Ordinal);
}
