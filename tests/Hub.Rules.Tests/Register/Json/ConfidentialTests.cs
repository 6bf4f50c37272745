using System.Reflection;
using System.Text.Json;
using Hub.Delivery.Webhooks;
using Hub.Intake.Inbox.Channel;
using Hub.Notices;
using Hub.Operations.Erasing;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Register.Json;

public sealed class ConfidentialTests
{
    // One of each project of the rules.
    private static readonly IReadOnlyList<Assembly> Rules =
    [
        .. new[] { typeof(Confidential), typeof(Cursor), typeof(Notice), typeof(InboxChannel), typeof(Endpoint), typeof(ErasureRun) }
            .Select(t => t.Assembly).Distinct(),
    ];

    private static readonly Type[] Types = [.. Rules.SelectMany(r => r.GetTypes())];

    public static TheoryData<Type> ConfidentialTypes => [.. Types.Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(Confidential)))];

    public static TheoryData<Type> PublicTypes => [.. Types.Where(t => t.IsClass && t.IsAssignableTo(typeof(IPublic)))];

    [Theory]
    [MemberData(nameof(ConfidentialTypes))]
    public void No_confidential_type_can_be_written_for_the_public(Type type) =>
        Assert.Contains(
            "confidential", Assert.Throws<InvalidOperationException>(() => HubJson.Public.GetTypeInfo(type)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Not_even_inside_something_else()
    {
        var authority = Sample.Authority();
        Assert.Throws<InvalidOperationException>(
            () => JsonSerializer.Serialize(new { Fine = 1, Inside = (object)authority }, HubJson.Public));
        Assert.Throws<InvalidOperationException>(() => JsonSerializer.Serialize(new AuthorityWrite(authority, null), HubJson.Public));
        Assert.Throws<InvalidOperationException>(
            () => JsonSerializer.Serialize(new object[] { authority.Restricted.Phones![0] }, HubJson.Public));
    }

    [Fact]
    public void All_six_projects_of_the_rules_are_looked_through() => Assert.Equal(6, Rules.Count);

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void Nothing_confidential_can_be_reached_from_a_public_type(Type type) =>
        Assert.DoesNotContain(Reachable(type, []), t => t.IsAssignableTo(typeof(Confidential)));

    [Fact]
    public void A_confidential_value_never_prints_itself()
    {
        var authority = Sample.Authority();
        Assert.Equal("[Authority: confidential]", authority.ToString());
        Assert.Equal("[Phone: confidential]", $"{authority.Restricted.Phones![0]}");
        Assert.DoesNotContain(Sample.Marker, new AuthorityWrite(authority, authority).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(
            Sample.Marker, new Change.Amend("r", Sample.Object($$"""{"comments":"{{Sample.Marker}}"}""")).ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_submission_does_not_print_what_was_submitted()
    {
        var submission = new Submission(
            Callers.Mission, Sample.Amending($$"""{"comments":"{{Sample.Marker}}"}"""), new byte[1],
            [new($"{Sample.Marker}.pdf", "application/pdf", new byte[1])], null);
        Assert.DoesNotContain(Sample.Marker, submission.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Sample.Marker, submission.Files[0].ToString(), StringComparison.Ordinal);
    }

    private static HashSet<Type> Reachable(Type type, HashSet<Type> seen)
    {
        foreach (var next in type.GetGenericArguments().Append(type.GetElementType()).OfType<Type>().Append(type))
            if (seen.Add(next) && Rules.Contains(next.Assembly))
                foreach (var property in next.GetProperties(BindingFlags.Instance | BindingFlags.Public))
                    Reachable(property.PropertyType, seen);
        return seen;
    }
}
