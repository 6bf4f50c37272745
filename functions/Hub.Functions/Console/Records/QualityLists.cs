using Hub.Delivery.Confirmations;
using Hub.Notices.Recipients;
using Hub.Pages.Console.Records.Quality;
using Hub.Register.Log;
using Hub.Register.States;

namespace Hub.Functions.Console.Records;

/// <summary>Gathers what is wrong, with the names that a person reads.</summary>
public sealed class QualityLists(
    QualityReport report, IRegisterStore register, RecipientDirectory recipients, IAddressStore addresses, BouncingAddresses bounces,
    StateCatalog states)
{
    /// <summary>What is wrong, State by State in the order of their names; what was there longest first.</summary>
    public async Task<IReadOnlyList<QualityRow>> Of(QualityChoice choice, Language language, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(choice);
        var (found, names) = (await report.List(cancel), await Names(language, cancel));
        return
        [
            .. found.Where(s => choice.State is null || s.State == choice.State)
                .OrderBy(s => states[s.State].Name(language), StringComparer.Create(language.Culture(), false))
                .SelectMany(s => s.Items.Where(i => choice.Kind is null || i.Kind == choice.Kind)
                    .OrderBy(i => i.Kind).ThenBy(i => i.Since ?? DateOnly.MaxValue)
                    .Select(i => new QualityRow(s.State, i, names.GetValueOrDefault(i.Subject) ?? i.Subject))),
        ];
    }

    /// <summary>The names of records, laws and recipients, by id.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Names(Language language, CancellationToken cancel)
    {
        var snapshot = await register.Read(TimeSpan.FromSeconds(1), cancel);
        var names = snapshot.Authorities.ToDictionary(a => a.Key, a => a.Value.Name(language));
        foreach (var law in snapshot.Laws.Values)
            names[law.LawId] = law.Title(language);
        foreach (var recipient in await recipients.List(language, cancel))
            names[recipient.Id] = recipient.Name;
        return names;
    }

    /// <summary>What came back from a recipient's address; null where nothing did.</summary>
    public async Task<BouncedAddress?> Bounces(string recipient, Language language, CancellationToken cancel)
    {
        if ((await recipients.List(language, cancel)).FirstOrDefault(r => r.Id == recipient) is not { } found
            || await addresses.Find(recipient, cancel) is not { Bounces.Count: > 0 } history || history.Address != found.Address)
            return null;
        var stopped = await bounces.Stopped([found], cancel);
        return new(found, states[found.State].Name(language), history, stopped.ContainsKey(recipient));
    }
}
