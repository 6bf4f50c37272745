using Azure;
using Hub.Notices.SigningIn;

namespace Hub.Azure.Tables;

/// <summary>What was asked to sign in, beside the sessions.</summary>
public sealed class SignInAskStore(HubTables tables) : ISignInAskStore
{
    private const string Partition = "sign-in";

    /// <inheritdoc/>
    public Task<SignInAsk?> Find(string id, CancellationToken cancel) => tables.Keys.Find<SignInAsk>(Partition, id, cancel);

    /// <inheritdoc/>
    public Task<bool> Save(SignInAsk ask, SignInAsk? before, CancellationToken cancel) =>
        tables.Keys.Replace(Partition, ask.Id, ask, before, cancel);

    /// <inheritdoc/>
    public async Task Forget(DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var ask in await tables.Keys.List<SignInAsk>($"PartitionKey eq {Partition}", cancel))
            if (ask.EndsAt <= now)
                await tables.Keys.DeleteEntityAsync(Partition, ask.Id, ETag.All, cancel);
    }
}
