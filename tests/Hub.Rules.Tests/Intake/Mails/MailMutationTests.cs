using System.Text;
using Hub.Rules.Tests.Intake.Mails.Scoring;
using Hub.Testing;

namespace Hub.Rules.Tests.Intake.Mails;

/// <summary>Mails with something changed at random: whatever comes of it is a judgement, within bounds.</summary>
public sealed class MailMutationTests
{
    private static readonly Mutations Changed =
        Mutations.OfLines(Corpus.All.Select(Corpus.Bytes).Concat(HostileMails.All.Values.Where(b => b.Length is > 0 and < 100_000)));

    [Fact]
    public void No_change_to_a_mail_makes_the_judge_fail() =>
        Holds(Changed.Try(500, seed: 1, mail => Corpus.Judge(mail)));

    [Fact]
    [Trait("Category", "Long")]
    public void No_change_to_a_mail_makes_the_judge_fail_for_minutes() =>
        Holds(Changed.Try(TimeSpan.FromMinutes(2), Random.Shared.Next(), mail => Corpus.Judge(mail)));

    // What such a change has found: it stopped the reader.
    [Fact]
    public void A_note_that_breaks_off_behind_a_comma_is_read() => Corpus.Judge(Encoding.UTF8.GetBytes(
        "From: Permanent Mission of Arvenia <vienna@mfa.arvenia.example>\r\nTo: directory@hub.example\r\nSubject: NV 1/2025\r\n\r\n"
        + "The Permanent Mission of Arvenia presents its compliments to the Office and has the honour to inform it that "
        + "the Government of Arvenia has replaced the Office of the Prosecutor General with the Directorate of International Law, "));

    private static void Holds(string? failure) => Assert.True(failure is null, failure);
}
