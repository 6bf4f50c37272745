using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Register.Json;
using Hub.Register.Records;

namespace Hub.Intake.Forms.Filling;

/// <summary>
/// What the directory withholds from readers is in no form that an office fills in: a list that is sent keeps it, and one that is shown
/// is without it.
/// </summary>
public static class Withheld
{
    private const string Phones = "phones";
    private const string Urgent = "urgentProcedure";
    private const string Phone = "phone";

    /// <summary>What is to be set, with what is withheld.</summary>
    public static JsonObject Kept(JsonObject set, AuthoritySecretariat kept)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(kept);
        if (kept.PersonalPhones is { Count: > 0 } personal && set.TryGetPropertyValue(Phones, out var sent))
        {
            var phones = sent as JsonArray ?? [];
            foreach (var phone in personal)
                phones.Add(JsonSerializer.SerializeToNode(phone, HubJson.Options));
            set[Phones] = phones.Parent is null ? phones : phones.DeepClone();
        }
        if (set[Urgent] is JsonObject urgent && urgent[Phone] is null && kept.UrgentPhone is { } number)
            urgent[Phone] = JsonSerializer.SerializeToNode(number, HubJson.Options);
        return set;
    }

    /// <summary>What was sent to be set, as whoever sent it may see it.</summary>
    public static JsonObject Hidden(JsonObject set, AuthoritySecretariat kept)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(kept);
        var (shown, personal) = ((JsonObject)set.DeepClone(), (kept.PersonalPhones ?? []).Select(p => p.Number).ToHashSet());
        if (shown[Phones] is JsonArray phones)
            foreach (var phone in phones.Where(p => p is JsonObject o && personal.Contains($"{o["number"]}")).ToList())
                phones.Remove(phone);
        if (shown[Urgent] is JsonObject urgent && urgent[Phone] is JsonObject number && $"{number["number"]}" == kept.UrgentPhone?.Number)
            urgent.Remove(Phone);
        return shown;
    }
}
