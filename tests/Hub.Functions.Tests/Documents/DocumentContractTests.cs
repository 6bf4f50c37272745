using System.Text.Json.Nodes;
using Hub.Functions.Administration;
using Hub.Functions.Documents;
using Hub.Functions.Tests.Access;
using Hub.InMemory;
using Hub.Intake.Files.Text;
using Hub.Intake.Translation;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Documents;
using Hub.Register.Problems;
using Hub.Register.States;
using Hub.Testing;

namespace Hub.Functions.Tests.Documents;

/// <summary>The list of documents, with everything that can stand in it, holds what the contract names and nothing else.</summary>
public sealed class DocumentContractTests
{
    private const string Id = "XAA-1";
    private static readonly Contract Contract = new(OpenApi.Build());
    private static readonly TranslationRecord Record = new("machine", "v1", DateTimeOffset.UnixEpoch, "aa", "bb", "blob", DocumentKind.Txt);
    private readonly MemoryNotices _notices = new();
    private readonly MemoryWorks _works = new();

    [Fact]
    public async Task Every_document_and_translation_is_as_the_contract_says_whatever_became_of_it()
    {
        var answer = await Answer(
            [Work(1) with { Legibility = Legibility.Text, From = Language.French, Damage = Enum.GetValues<Damage>(), Reason = "a part" },
             Work(2) with { Legibility = Legibility.Scan },
             .. Enum.GetValues<WorkState>().Select((s, i) =>
                 Work(1, (Language)i) with { State = s, Missing = ["a@b.example"], Reason = "why", Record = Record }),
             Work(2, Language.English) with { State = WorkState.Human, Record = Record with { Glossary = null } }]);
        Assert.Equal("a@b.example", (string?)answer["items"]![0]!["translations"]![0]!["missing"]![0]);
        Assert.Equal(["KEPT", "AWAITS_SCAN", "QUARANTINE", "QUARANTINE"], answer["items"]!.AsArray().Select(i => (string)i!["state"]!));
        Assert.Equal([], Broken(answer));
    }

    [Fact]
    public async Task What_the_contract_does_not_name_or_misses_is_found()
    {
        var answer = await Answer([Work(1, Language.English) with { State = WorkState.Done, Record = Record }]);
        var first = answer["items"]![0]!;
        (first["secret"], first["state"], first["length"]) = (1, "LOST", "7");
        ((JsonObject)first["translations"]![0]!["record"]!).Remove("by");
        const string At = "ListDocuments 200/items/0";
        Assert.Equal(
            [$"{At}/length is String, not \"integer\"", $"{At}/secret is not in the document",
                $"{At}/state is none of [\"KEPT\",\"AWAITS_SCAN\",\"QUARANTINE\"]",
                $"{At}/translations/0/record lacks by"],
            Broken(answer).Order(StringComparer.Ordinal));
        Assert.Single(Contract.Broken("GET", "api/notices/XAA-1/documents", 418, "application/json", answer));
        Assert.Single(Contract.Broken("GET", "api/notices/XAA-1/documents", 200, "text/html", answer));
    }

    private static IReadOnlyList<string> Broken(JsonNode answer) =>
        Contract.Broken("GET", $"api/notices/{Id}/documents", 200, "application/json", answer);

    private static DocumentWork Work(int n, Language? into = null) => new() { Notice = Id, N = n, Into = into };

    private async Task<JsonNode> Answer(IReadOnlyList<DocumentWork> works)
    {
        foreach (var work in works)
            await _works.Add(work, default);
        var file = new NoticeFile("note.pdf", "application/pdf", "aa", 1, $"{Id}/aa") { Kind = DocumentKind.Pdf };
        var caller = new Caller("reviewer", CallerKind.Secretariat);
        _notices.Put(new()
        {
            Id = Id, State = new("XAA"), Sender = caller, ReceivedAt = DateTimeOffset.UnixEpoch, Status = NoticeStatus.Review, Form = [],
            Files = [file, file with { AwaitsScan = true }, file with { Refused = ProblemCode.F11 },
                file with { Kind = null, Refused = ProblemCode.F10 }],
        });
        var access = new DocumentAccess(_notices);
        var served = await Served.By(
            Served.Request().As(caller), request => new ReadDocuments(access, new MemoryFiles(), _works).List(request, Id, default));
        return JsonNode.Parse(served.Bytes)!;
    }
}
