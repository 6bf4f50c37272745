using Hub.Intake.Mails.Classification;
using Hub.Intake.Mails.Senders;
using Hub.Register.Json;
using Xunit.Abstractions;

namespace Hub.Rules.Tests.Intake.Mails.Scoring;

public sealed class CorpusTests(ITestOutputHelper output)
{
    public static TheoryData<string> Developed => [.. Corpus.All.Where(m => !m.IsHeldOut).Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Developed))]
    public void A_mail_becomes_what_it_must(string name)
    {
        var mail = Corpus.All.Single(m => m.Name == name);
        var verdict = Corpus.Judge(mail);
        Assert.Equal($"{mail.Kind} {mail.Sender}", Became(verdict));
        Assert.Equal(mail.Notices.Count, verdict.Notices.Count);
        if (mail.IsNote)
            Assert.Equal(Numbered(mail.Notices), Numbered(verdict.Notices.Select(NoteFacts.Of)));
        else
            Assert.Equal(
                mail.Notices.SelectMany(n => n.Take(1)),
                verdict.Notices.SelectMany(n => NoteFacts.Of(n).Where(f => f.StartsWith("kind ", StringComparison.Ordinal))));
        Assert.Equal(
            mail.Questions.Order(), verdict.Notices.SelectMany(n => n.Questions).Select(q => q.Code.ToString()).Distinct().Order());
    }

    [Fact]
    public void Notes_are_understood_precisely_and_nearly_whole()
    {
        Measure("developed with", m => !m.IsHeldOut, leastPrecision: 0.98, leastRecall: 0.90);
        Measure("held out", m => m.IsHeldOut, leastPrecision: 0.98, leastRecall: 0.90);
        Measure("all", _ => true, leastPrecision: 0.98, leastRecall: 0.90);
    }

    [Fact]
    public void Mails_that_were_held_out_become_what_they_must()
    {
        var held = Corpus.All.Where(m => m.IsHeldOut).ToList();
        var right = held.Count(m => Became(Corpus.Judge(m)) == $"{m.Kind} {m.Sender}");
        output.WriteLine($"held out: {right} of {held.Count} become what they must");
        Assert.Equal(held.Count, right);
    }

    private void Measure(string which, Func<CorpusMail, bool> chosen, double leastPrecision, double leastRecall)
    {
        var (right, said, wanted) = (0, 0, 0);
        var wrong = new List<string>();
        foreach (var mail in Corpus.All.Where(m => m.IsNote && chosen(m)))
        {
            var (expected, actual) = Facts(mail);
            wrong.AddRange(Less(actual, expected).Select(fact => $"{mail.Name} {fact}"));
            (right, said, wanted) = (right + expected.Count - Less(expected, actual).Count, said + actual.Count, wanted + expected.Count);
        }
        var (precision, recall) = ((double)right / said, (double)right / wanted);
        output.WriteLine($"notes {which}: {wanted} facts, {said} said, {right} right; precision {precision:0.000}, recall {recall:0.000}");
        Assert.True(
            precision >= leastPrecision && recall >= leastRecall,
            $"precision {precision:0.000}, recall {recall:0.000} of notes {which}; wrong:\n{string.Join('\n', wrong)}");
    }

    private static string Became(MailVerdict verdict) => $"{verdict.Kind.Code()} " + verdict.Sender switch
    {
        SenderVerdict.Known => "KNOWN",
        SenderVerdict.Held held => $"HELD {string.Join(' ', held.Doubts.Select(d => d.Reason).Distinct())}",
        _ => "UNKNOWN",
    };

    private static (List<string> Expected, List<string> Actual) Facts(CorpusMail mail) =>
        (Numbered(mail.Notices), Numbered(Corpus.Judge(mail).Notices.Select(NoteFacts.Of)));

    // The facts of the second notice are not those of the first.
    private static List<string> Numbered(IEnumerable<IReadOnlyList<string>> notices) =>
        [.. notices.SelectMany((facts, i) => facts.Select(f => $"{i}: {f}")).Order(StringComparer.Ordinal)];

    private static List<string> Less(List<string> a, List<string> b)
    {
        var rest = new List<string>(b);
        return [.. a.Where(f => !rest.Remove(f))];
    }
}
