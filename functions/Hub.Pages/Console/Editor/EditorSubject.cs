using System.Text.Json.Nodes;
using Hub.Register.Json;
using Hub.Register.Laws;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Console.Editor;

/// <summary>What a notice is about that is there already, in the version that was shown: an authority or a law.</summary>
public sealed record EditorSubject : Confidential
{
    private EditorSubject(Authority? record, Law? law) => (Record, Law) = (record, law);

    /// <summary>The authority; null where it is a law.</summary>
    public Authority? Record { get; }

    /// <summary>The law; null where it is an authority.</summary>
    public Law? Law { get; }

    /// <summary>Its id.</summary>
    public string Id => Record?.Id ?? Law!.LawId;

    /// <summary>Its version.</summary>
    public int Version => Record?.Version ?? Law!.Version;

    /// <summary>An authority.</summary>
    public static EditorSubject? FromAuthority(Authority? record) => record is null ? null : new(record, null);

    /// <summary>A law.</summary>
    public static EditorSubject? FromLaw(Law? law) => law is null ? null : new(null, law);

    /// <summary>An authority.</summary>
    public static implicit operator EditorSubject?(Authority? record) => FromAuthority(record);

    /// <summary>A law.</summary>
    public static implicit operator EditorSubject?(Law? law) => FromLaw(law);

    /// <summary>What it is called.</summary>
    public string Name(Language language) => Record?.Name(language) ?? Law!.Title(language);

    /// <summary>What a notice may set of it.</summary>
    public JsonObject Form() => Record?.Form() ?? Law!.Form();

    /// <summary>The same with what is the Secretariat's alone: what is not sent along would be taken away.</summary>
    public JsonObject Whole()
    {
        if (Record is not { Secretariat: var kept } record)
            return Form();
        var all = record.Restricted with
        {
            ContactPerson = record.Restricted.ContactPerson ?? kept.ContactPerson,
            Phones = kept.PersonalPhones is { } personal ? [.. record.Restricted.Phones ?? [], .. personal] : record.Restricted.Phones,
            UrgentProcedure = kept.UrgentPhone is { } urgent
                ? (record.Restricted.UrgentProcedure ?? new()) with { Phone = urgent }
                : record.Restricted.UrgentProcedure,
        };
        return (JsonObject)MergePatch.Apply(Form(), (record with { Restricted = all }).Form())!;
    }
}
