using Hub.Functions.Administration;
using Hub.Functions.Tests.Access;
using Hub.InMemory;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;
using Callers = Hub.Rules.Tests.Builders.Callers;

namespace Hub.Functions.Tests.Requests;

/// <summary>Nothing that could begin a line of its own comes to stand in the head of a mail.</summary>
public sealed class RecipientTests
{
    private readonly MemorySubscribers _kept = new();
    private readonly Subscribers _function;

    public RecipientTests()
    {
        var (register, clock) = (new MemoryRegister(), new ManualClock());
        _function = new(
            new(_kept, new(register, _kept, new MemoryChoices(), clock), register, new(true), clock));
    }

    [Theory]
    [InlineData("office@mission.example\\r\\nBcc: x@y.example", "Mission", "V09 /address")]
    [InlineData("office@mission.example\\n", "Mission", "V09 /address")]
    [InlineData("office@mission.example, other@y.example", "Mission", "V09 /address")]
    [InlineData("office", "Mission", "V09 /address")]
    [InlineData("office@mission.example", "Mission\\r\\nBcc: x@y.example", "F03 /name")]
    [InlineData("office@mission.example", "Mission\\u000b", "V22 /name")]
    [InlineData("office@mission.example", "", "F03 /name")]
    public async Task An_address_or_a_name_that_is_more_than_one_is_refused(string address, string name, string problem)
    {
        var answer = await Save(address, name);
        Assert.Equal(422, answer.Status);
        Assert.Contains(problem, answer.Detail, StringComparison.Ordinal);
        Assert.Empty(_kept.All);
    }

    [Fact]
    public async Task An_address_is_kept_as_it_is()
    {
        Assert.Equal(200, (await Save("office+mla@mission.example", "Mission d’Arvénie")).Status);
        Assert.Equal("office+mla@mission.example", Assert.Single(_kept.All).Address);
        Assert.Contains("F03 /domains/0", (await Save("a@b.example", "Mission", "not a domain")).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_State_that_there_is_not_and_an_address_of_another_State_are_refused()
    {
        Assert.Equal(422, (await Save("a@b.example", "Mission", state: "QQQ")).Status);
        Assert.Equal(200, (await Save("office@mission.example", "Mission")).Status);
        Assert.Equal(200, (await Save("office@mission.example", "Ministry", id: "other")).Status);
        var refused = await Save("OFFICE@mission.example", "Mission", state: "SEN", id: "third");
        Assert.Equal(409, refused.Status);
        Assert.Contains("XAA", refused.Detail, StringComparison.Ordinal);
        Assert.Equal(200, (await Save("office@mission.example", "The Mission")).Status);
    }

    private Task<Asked> Save(string address, string name, string domain = "mission.example", string state = "XAA", string id = "id")
    {
        var request = Asked.Post($$"""
            {"state":"{{state}}","language":"en","address":"{{address}}","name":"{{name}}","domains":["{{domain}}"]}
            """);
        return Asked.By(request.As(Callers.First), r => _function.Save(r, id, default));
    }
}
