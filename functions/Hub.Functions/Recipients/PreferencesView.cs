using Hub.Notices.Recipients;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Functions.Recipients;

/// <summary>What a recipient of mails wants to be told.</summary>
/// <param name="Id">The recipient.</param>
/// <param name="Cadence">How often, as it chose.</param>
/// <param name="States">Of these States only; of all where empty.</param>
/// <param name="Matters">Of these matters only; of all where empty.</param>
public sealed record PreferencesView(
    string Id, Cadence Cadence, IReadOnlyList<StateCode> States, IReadOnlyList<Matter> Matters)
{
    /// <summary>The view of a recipient's choice.</summary>
    public static PreferencesView Of(RecipientChoice choice) => new(
        choice.Recipient, choice.Preferences.Cadence, choice.Preferences.States, choice.Preferences.Matters);
}
