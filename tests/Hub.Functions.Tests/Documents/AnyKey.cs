using Hub.Core.Access;

namespace Hub.Functions.Tests.Documents;

/// <summary>Keys that are all one caller's.</summary>
internal sealed class AnyKey(Caller caller) : IKeyStore
{
    public Task<Caller?> Find(string key, CancellationToken cancel) => Task.FromResult<Caller?>(caller);

    public Task<string> Issue(Caller caller, CancellationToken cancel) => throw new NotSupportedException();

    public Task<int> Revoke(CallerKind kind, string name, CancellationToken cancel) => throw new NotSupportedException();
}
