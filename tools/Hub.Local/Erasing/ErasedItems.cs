using System.Text.Json.Nodes;
using Hub.Local.Terminal;
using Hub.Register.States;

namespace Hub.Local.Erasing;

/// <summary>What an erasure takes something out of, in words: which authority, notice or mail it is, and what of it goes.</summary>
internal sealed class ErasedItems(HubClient hub, Screen screen)
{
    private static readonly StateCatalog States = new(withFictionalStates: true);

    /// <summary>One line for what it is, one for what becomes of it.</summary>
    public async Task Show(JsonNode item, bool whole)
    {
        var id = (string)item["id"]!;
        var (what, goes) = (string?)item["kind"] switch
        {
            "RECORD" => (await Record(id), "the contact person, numbers and addresses, in this version and all before"),
            "NOTICE" => (await Notice(id), whole ? "everything personal" : "every part that names the person"),
            _ => (await Mail(id), "everything personal"),
        };
        screen.Line($"  {what} ({id})");
        screen.Line(Wrapping.Wrap($"{goes}{Files(item)}{Waits(item)}", 6));
    }

    /// <summary>Why it waits, and until when; empty where it does not.</summary>
    public static string Waits(JsonNode item) =>
        item["waits"] is { } why ? $" – {why}{(item["until"] is { } until ? $" Until {until}." : "")}" : "";

    /// <summary>Its kind as a word.</summary>
    public static string Kind(JsonNode item) => (string?)item["kind"] switch { "RECORD" => "record", "NOTICE" => "notice", _ => "mail" };

    private static string Files(JsonNode item) =>
        (int?)item["files"] is > 0 and var files ? $", and {Commands.Count(files, "file")}" : "";

    private async Task<string> Record(string id) => await Find($"api/authorities/{id}") is { } record
        ? $"Record of {Name(record["authorityName"])}, {State(record)}" : "Record";

    private async Task<string> Notice(string id) => await Find($"api/notices/{id}") is { } notice
        ? $"Notice of {State(notice)}{(notice["officialRef"] is { } reference ? $", {reference}" : "")}" : "Notice";

    private async Task<string> Mail(string id) => await Find($"api/mails/{id}") is { } mail
        ? $"Mail of {mail["from"]} on {$"{mail["receivedAt"]}".Split('T')[0]}" : "Mail";

    // What is gone since the plan has its id only.
    private async Task<JsonNode?> Find(string path) => await hub.Get(path) is { IsSuccess: true } answer ? answer.Body : null;

    private static string Name(JsonNode? names) =>
        names is JsonObject { Count: > 0 } all ? $"{all["en"] ?? all.First().Value}" : "an authority";

    private static string State(JsonNode of) => (string?)of["state"] is { } code && StateCode.IsWellFormed(code)
        ? States[new(code)].Names["en"] : "an unknown State";
}
