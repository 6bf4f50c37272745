using System.Text.Json.Nodes;
using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Register.Records;

/// <summary>Which States the depositary does not list as parties to an instrument, as far as that was checked (V05).</summary>
public sealed class PartyList
{
    private readonly HashSet<(string Instrument, string State)> _notParties =
    [
        .. from instrument in (JsonObject)EmbeddedData.Read("parties.json")["notParties"]!
           from state in (JsonArray)instrument.Value!
           select (instrument.Key, (string)state!),
    ];

    /// <summary>Whether the State is known not to be a party.</summary>
    public bool IsKnownNotToBeParty(StateCode state, Instrument instrument) => _notParties.Contains((instrument.Code(), state.Value));
}
