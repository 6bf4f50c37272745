using Hub.Notices.Access;

namespace Hub.Functions.Tests.Documents;

/// <summary>Keys that are all one caller's.</summary>
internal sealed class AnyKey(Caller caller) : IKeyStore
{
    public Task<ApiKey?> Find(string key, CancellationToken cancel) => Task.FromResult<ApiKey?>(new("any", caller));

    public Task<IReadOnlyList<ApiKey>> List(CancellationToken cancel) => throw new NotSupportedException();

    public Task<IssuedKey> Issue(Caller caller, string by, DateTimeOffset? expires, CancellationToken cancel) =>
        throw new NotSupportedException();

    public Task<IssuedKey?> Replace(ApiKey key, Replacement how, CancellationToken cancel) => throw new NotSupportedException();

    public Task<bool> Revoke(string id, CancellationToken cancel) => throw new NotSupportedException();

    public Task<int> Revoke(CallerKind kind, string name, CancellationToken cancel) => throw new NotSupportedException();
}
