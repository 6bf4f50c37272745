using Hub.Register.Json;

namespace Hub.Operations.Erasures;

/// <summary>Whose personal data are to be erased, or of which notice or mail: one of the three.</summary>
public sealed record ErasureRequest : Confidential
{
    /// <summary>The most texts that one request may look for.</summary>
    public const int MostTerms = 20;

    /// <summary>The person's name, as often as it is written differently.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The person's e-mail addresses.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>The person's telephone numbers.</summary>
    public IReadOnlyList<string> Numbers { get; init; } = [];

    /// <summary>A notice, of which everything personal goes, whoever it is about.</summary>
    public string? Notice { get; init; }

    /// <summary>A mail, of which everything personal goes, whoever it is about.</summary>
    public string? Mail { get; init; }

    /// <summary>Whether files stay that cannot be taken apart: originals, documents and translations of what names the person.</summary>
    public bool KeepFiles { get; init; }

    /// <summary>Whether a person is looked for.</summary>
    public bool IsOfPerson() => Notice is null && Mail is null;

    /// <summary>What is wrong with it, as a sentence; null where nothing is.</summary>
    public string? Refusal()
    {
        var terms = Names.Count + Addresses.Count + Numbers.Count;
        return this switch
        {
            { Notice: not null, Mail: not null } => "Name a notice or a mail, not both.",
            _ when !IsOfPerson() && terms > 0 => "Name either a person ('names', 'addresses', 'numbers') or one 'notice' or 'mail'.",
            _ when !IsOfPerson() && KeepFiles => "'keepFiles' is for a person: what is left of one notice or mail would be its files.",
            _ when IsOfPerson() && terms == 0 =>
                "Say whose data: 'names', 'addresses' or 'numbers' of a person, or one 'notice' or 'mail'.",
            _ when terms > MostTerms => $"At most {MostTerms} names, addresses and numbers at once.",
            _ => PersonalTerms.Refusal(this),
        };
    }
}
