using Hub.EndToEnd.Tests.Running;
using Xunit.Abstractions;

namespace Hub.EndToEnd.Tests.Attacks;

/// <summary>
/// I11 with a hundred changed inputs: notices, files and mails, by API and by mail, into one hub that goes on as before.
/// </summary>
[Trait("Category", "Long")]
[Collection(SharedHubCollection.Name)]
public sealed class MutationTests(SharedHub shared, ITestOutputHelper output)
{
    [Fact]
    public Task A_hundred_changed_notices_files_and_mails_leave_the_hub_as_it_was() => Mutating.Run(shared.Hub, seed: 1, rounds: 1, output);
}
