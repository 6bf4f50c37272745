using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Rules.Arguments;

/// <summary>Notices by whose problems it is seen what they say.</summary>
public abstract class ArgumentCase
{
    private protected const string Extradition = """{"designations":[{"instrument":"UNTOC","article":"16","matter":"EXTRADITION"}]}""";

    private protected static JsonObject Emails(string address) => Sample.Amending($$"""{"emails":[{"address":"{{address}}"}]}""");

    private protected static JsonObject Hours(string zone) =>
        Sample.Amending($$"""{"officeHours":[{"day":"MONDAY","from":"08:30","to":"16:30"}]{{zone}} }""");

    private protected static JsonObject Withdrawing(string more = "") =>
        Sample.Notice(NoticeKind.Withdrawal, Sample.Object($$"""{"recordId":"{{Sample.Record}}"{{more}} }"""));

    private protected static JsonObject Designating(
        string instrument, string article, string matter, string? scope = null) => Sample.Designating(
        $$"""{"designations":[{"instrument":"{{instrument}}","article":"{{article}}","matter":"{{matter}}","scope":"{{scope}}"}]}""");
}
