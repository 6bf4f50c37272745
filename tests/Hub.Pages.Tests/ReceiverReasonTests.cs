using Hub.Pages.Console.Parts;
using Hub.Register.States;

namespace Hub.Pages.Tests;

/// <summary>Why a webhook did not arrive, in French: each reason that the hub notes, and what it does not know.</summary>
public sealed class ReceiverReasonTests
{
    [Theory]
    [InlineData("the receiver answered 500", "le récepteur a répondu 500")]
    [InlineData("no connection to any of the host's 2 addresses within 5 s", "pas de connexion aux 2 adresses de l’hôte en 5 s")]
    [InlineData("no connection to the host's address: refused", "pas de connexion à l’adresse de l’hôte : refusée")]
    [InlineData("the receiver denied its consent: it answered 403", "le récepteur a refusé son consentement : il a répondu 403")]
    [InlineData(
        "every try has failed since 2026-03-01 10:00:00Z: no answer within 15 s",
        "toutes les tentatives ont échoué depuis 2026-03-01 10:00:00Z : pas de réponse en 15 s")]
    public void Is_said_in_French(string noted, string said) =>
        Assert.Equal(said, ReceiverReasons.In(new(Language.French), noted)?.Replace('\u00A0', ' ').Replace('\u202F', ' '));

    [Fact]
    public void Stays_in_English_where_nobody_translated_it() => Assert.Equal(
        (null, "a new reason"), (ReceiverReasons.In(new(Language.French), "a new reason"), ReceiverReasons.In(new(Language.English), "a new reason")));
}
