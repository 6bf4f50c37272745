using System.Text;
using Hub.Intake.Mails.Senders;
using Hub.Rules.Tests.Intake.Mails.Scoring;

namespace Hub.Rules.Tests.Intake.Mails;

/// <summary>Whose word counts for who sent a mail: that of our own edge, found by who took the mail from whom.</summary>
public sealed class AuthenticationTests
{
    private const string Pass = "Authentication-Results: mx.hub.example; dmarc=pass header.from=mfa.arvenia.example";
    private const string None = "Authentication-Results: mx.hub.example; spf=none; dkim=none; dmarc=none";
    private const string Fail = "Authentication-Results: mx.hub.example; dmarc=fail header.from=mfa.arvenia.example";
    private const string Edge = "Received: from mail.mfa.arvenia.example (mail [198.51.100.7]) by mx.hub.example with ESMTPS; x";
    private const string Inner = "Received: from mx.hub.example (mx.hub.example [10.1.2.3]) by store.hub.example with LMTP; x";

    // A stranger's server that calls itself one of ours: its address gives it away.
    private const string Posing = "Received: from mx.hub.example (unknown [203.0.113.9]) by mx.hub.example with ESMTP; x";

    public static TheoryData<string, string> Chains => new()
    {
        { "KNOWN", $"{Pass}\n{Edge}" },
        { "KNOWN", $"{Inner}\n{Pass}\n{Edge}" },
        { "KNOWN", $"{Pass}\n{Inner}\n{Edge}" },
        { "KNOWN", $"Received: by store.hub.example; x\n{Pass}\n{Edge}" },
        { "KNOWN", $"Received: from localhost.hub.example ([IPv6:::1]) by store.hub.example; x\n{Pass}\n{Edge}" },
        // Below the edge's line everything is the sender's, whatever it calls itself.
        { "NotVouchedFor", $"{Posing}\n{Pass}\n{Edge}" },
        { "NotVouchedFor", $"{Inner}\n{Posing}\n{Pass}\n{Edge}" },
        { "NotVouchedFor", $"{None}\n{Posing}\n{Pass}\n{Edge}" },
        { "NotVouchedFor", $"{Posing}\n{None}\n{Pass}" },
        { "NotVouchedFor", $"{Edge}\n{None}\n{Pass}" },
        { "Failed", $"{Fail}\n{Posing}\n{Pass}\n{Edge}" },
        // A client may put an address of ours beside its name; the one that the server saw stands there too.
        { "NotVouchedFor", $"Received: from mx.hub.example[10.1.2.3] (unknown [203.0.113.9]) by mx.hub.example; x\n{Pass}\n{Edge}" },
        { "NotVouchedFor", $"Received: from mx.hub.example (10.1.2.3) (203.0.113.9) by mx.hub.example; x\n{Pass}\n{Edge}" },
        // A line without an address does not say from where the mail came.
        { "NotVouchedFor", $"Received: from mx.hub.example by mx.hub.example; x\n{Pass}\n{Edge}" },
        // A public address is no network of ours, by either family.
        { "NotVouchedFor", $"Received: from mx.hub.example ([IPv6:2001:db8::1]) by mx.hub.example; x\n{Pass}\n{Edge}" },
        // Nobody of ours took it: whoever wrote what stands on top, it was not us.
        { "NotVouchedFor", $"{Pass}\nReceived: from mail.evil.example ([203.0.113.9]) by mx.evil.example; x" },
        { "NotVouchedFor", $"{Pass}\nReceived: from mail.evil.example ([203.0.113.9]) by mx.hub.example.evil.example; x" },
        // The last word of ours stands on top, and is whole.
        { "NotVouchedFor", $"{None}\n{Inner}\n{Pass}\n{Edge}" },
        { "KNOWN", $"Authentication-Results: mx.hub.example; spf=none\n{Pass}\n{Edge}" },
        { "NotVouchedFor", "Received: nonsense\n" + Pass },
        { "NotVouchedFor", "Received: from by by by by (by) by\n" + Pass },
    };

    [Theory, MemberData(nameof(Chains))]
    public void Only_what_our_own_edge_wrote_vouches_for_a_sender(string expected, string headers) =>
        Assert.Equal(expected, Became(headers, "vienna@mfa.arvenia.example"));

    [Theory]
    [InlineData(Fail, true)]
    [InlineData("Authentication-Results: mx.hub.example; spf=softfail smtp.mailfrom=victim.example; dkim=none", true)]
    [InlineData("Authentication-Results: mx.hub.example; dmarc=pass header.from=evil.example", true)]
    [InlineData("Authentication-Results: mx.hub.example; dmarc=pass header.from=victim.example", false)]
    [InlineData("Authentication-Results: mx.hub.example; spf=none; dkim=none; dmarc=none", false)]
    [InlineData("X-Nothing: at all", false)]
    public void Of_a_stranger_too_it_is_known_whether_the_address_is_another_s(string results, bool failed) =>
        Assert.Equal(failed, Verdict($"{results}\n{Edge}", "somebody@victim.example").HasFailed);

    private static string Became(string headers, string from) => Verdict(headers, from) switch
    {
        SenderVerdict.Known => "KNOWN",
        SenderVerdict.Held held => string.Join(' ', held.Doubts.Select(d => d.Reason)),
        _ => "UNKNOWN",
    };

    private static SenderVerdict Verdict(string headers, string from) => Corpus.Judge(Encoding.UTF8.GetBytes(
        $"{headers}\nFrom: <{from}>\nTo: directory@hub.example\nSubject: Question\n\nWhich edition is the current one, please?"
            .ReplaceLineEndings("\r\n"))).Sender;
}
