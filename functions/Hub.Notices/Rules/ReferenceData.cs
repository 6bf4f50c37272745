using Hub.Register.Log;
using Hub.Register.Networks;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Notices.Rules;

/// <summary>What notices are checked against, but for the register: it comes with the hub and does not change while it runs.</summary>
/// <param name="States">The States.</param>
/// <param name="Networks">The networks.</param>
/// <param name="Parties">Which States are not parties to what.</param>
public sealed record ReferenceData(StateCatalog States, NetworkCatalog Networks, PartyList Parties)
{
    /// <summary>Together with the register as it stands.</summary>
    public Reference With(RegisterSnapshot register) => new(register, States, Networks, Parties);
}
