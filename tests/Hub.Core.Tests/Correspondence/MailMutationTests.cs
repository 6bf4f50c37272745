using Hub.Testing;

namespace Hub.Core.Tests.Correspondence;

/// <summary>Mails with something changed at random: whatever comes of it is a judgement, within bounds.</summary>
public sealed class MailMutationTests
{
    private static readonly Mutations Changed =
        Mutations.OfLines(Corpus.All.Select(Corpus.Bytes).Concat(HostileMails.All.Values.Where(b => b.Length is > 0 and < 100_000)));

    [Fact]
    public void No_change_to_a_mail_makes_the_judge_fail() => Assert.Null(Changed.Try(500, seed: 1, mail => Corpus.Judge(mail)));

    [Fact]
    [Trait("Category", "Long")]
    public void No_change_to_a_mail_makes_the_judge_fail_for_minutes() =>
        Assert.Null(Changed.Try(TimeSpan.FromMinutes(2), Random.Shared.Next(), mail => Corpus.Judge(mail)));
}
