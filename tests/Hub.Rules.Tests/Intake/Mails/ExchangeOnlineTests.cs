using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Hub.Intake.Mails.Parsing;
using Hub.Intake.Mails.Senders;
using Hub.LocalProcesses;
using Hub.Rules.Tests.Intake.Mails.Scoring;

namespace Hub.Rules.Tests.Intake.Mails;

/// <summary>With the settings that the templates give, a mail that came by way of Exchange Online is its sender's.</summary>
public sealed class ExchangeOnlineTests
{
    private const string From = "vienna@mfa.arvenia.example";
    private const string Checked = "Authentication-Results: spf=pass (sender IP is 198.51.100.7)\n"
        + " smtp.mailfrom=mfa.arvenia.example; dkim=pass (signature was verified)\n header.d=mfa.arvenia.example;"
        + "dmarc=pass action=none header.from=mfa.arvenia.example;compauth=pass reason=100";

    // The mailbox, the hop before it, the front end, and the edge with what it checked above it.
    private const string Inside = "Received: from AM9PR99MB0001.eurprd99.prod.outlook.com (2603:10a6:20b:999::21)\n"
        + " by DB9PR99MB0002.eurprd99.prod.outlook.com with HTTPS; Sat, 15 Mar 2025 10:00:04 +0000\n"
        + "Received: from DB8PR99CA0003.eurprd99.prod.outlook.com (2603:10a6:10:999::14)\n"
        + " by AM9PR99MB0001.eurprd99.prod.outlook.com (2603:10a6:20b:999::21) with\n"
        + " Microsoft SMTP Server (version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.20.0.1; x\n"
        + "Received: from DB5EUR99FT004.eop-EUR99.prod.protection.outlook.com\n (2603:10a6:10:999:cafe::dd) by "
        + "DB8PR99CA0003.outlook.office365.com\n (2603:10a6:10:999::14) with Microsoft SMTP Server (version=TLS1_2) id 15.20.0.2 via\n"
        + " Frontend Transport; x";

    [Theory]
    [InlineData("mail.mfa.arvenia.example (198.51.100.7)")]
    [InlineData("EUR99-DB0-obe.outbound.protection.outlook.com (2a01:111:f403:999::1)")]
    public void A_mail_that_Exchange_Online_took_in_and_checked_is_vouched_for(string client) =>
        Assert.IsType<SenderVerdict.Known>(Sender($"{Inside}\n{Checked}\n{Edge(client)}"));

    [Theory]
    [InlineData("DB8PR99CA0003.outlook.office365.com (203.0.113.9)")]
    [InlineData("DB8PR99CA0003.outlook.office365.com (2a01:111:f403:999::1)")]
    public void Who_calls_itself_a_front_end_is_none(string client) =>
        Assert.IsType<SenderVerdict.Held>(
            Sender($"{Inside}\n{Edge(client)}\n{Checked}\n{Edge("mail.mfa.arvenia.example (198.51.100.7)")}"));

    [Fact]
    public void The_settings_of_the_templates_and_of_the_page_about_them_are_the_same()
    {
        Assert.Equal(Given("main.bicep", "ownMailHosts string = '(.*?)'"), Given("main.bicepparam", "exchangeOnline = '(.*?)'"));
        Assert.Contains(
            $"`none`, `{Given("main.bicep", "ownMailHosts string = '(.*?)'")}`", File.ReadAllText(Repository.PathTo("docs", "deploy.md")),
            StringComparison.Ordinal);
    }

    private static string Edge(string client) =>
        $"Received: from {client} by\n DB5EUR99FT004.mail.protection.outlook.com (10.13.58.108) with Microsoft SMTP Server; x";

    private static SenderVerdict Sender(string headers)
    {
        var mime = $"{headers}\nFrom: <{From}>\nTo: directory@hub.example\nSubject: Question\n\nWhich edition is the current one?";
        var correspondents = Corpus.Correspondents with
        {
            AuthservIds = [""],
            OwnHosts = Given("main.bicep", "ownMailHosts string = '(.*?)'").Split(','),
            OwnNetworks = [IPNetwork.Parse(Given("main.bicep", "ownMailNetworks string = '(.*?)'"))],
        };
        var mail = MailParser.Parse(Encoding.UTF8.GetBytes(mime.ReplaceLineEndings("\r\n")));
        return Judging.Of(mail, correspondents, Corpus.Register).Sender;
    }

    private static string Given(string file, string pattern) =>
        Regex.Match(File.ReadAllText(Repository.PathTo("infra", file)), pattern).Groups[1].Value;
}
