using Hub.Notices.Access;
using Hub.Register.Json;

namespace Hub.Pages.Console.People;

/// <summary>A partner as somebody is about to register it: what was typed, whatever it is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Contact">How it is addressed.</param>
/// <param name="Address">Its functional mailbox.</param>
/// <param name="Language">The language it reads, as its code.</param>
/// <param name="Mark">What was known of it when the page was opened.</param>
public sealed record PartnerDraft(string? Name, string? Contact, string? Address, string? Language, string? Mark) : Confidential
{
    /// <summary>What there is to change about a partner.</summary>
    public static PartnerDraft Of(Partner? partner) => new(
        partner?.Name, partner?.Contact?.Name, partner?.Contact?.Address, partner?.Contact?.Language.Code(), MarkOf(partner));

    /// <summary>A mark of what is known of a partner: another one once that has changed.</summary>
    public static string MarkOf(Partner? partner) => ApiKey.IdOf(ApiKey.Hash(
        $"{partner?.Contact?.Address}\n{partner?.Contact?.Name}\n{partner?.Contact?.Language}\n{partner?.RevokedAt:O}\n{partner is null}"));
}

/// <summary>A partner in the list.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Keys">How many of its keys work.</param>
/// <param name="Endpoints">How many endpoints it has.</param>
public sealed record PartnerLine(Partner Partner, int Keys, int Endpoints) : Confidential;
