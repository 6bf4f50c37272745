using Hub.InMemory;
using Hub.Notices.Access;

namespace Hub.Functions.Tests.People;

/// <summary>What tests use in place of the store does what the store does.</summary>
public sealed class MemorySessionsTests : SessionStoreContract
{
    private protected override ISessionStore Sessions { get; } = new MemorySessions();
}

/// <summary>What tests use in place of the store does what the store does.</summary>
public sealed class MemoryPeopleTests : PersonStoreContract
{
    private protected override IPersonStore People { get; } = new MemoryPeople();
}

/// <summary>What tests use in place of the store does what the store does.</summary>
public sealed class MemoryActionsTests : ActionLogContract
{
    private protected override IActionLog Log { get; } = new MemoryActions();
}
