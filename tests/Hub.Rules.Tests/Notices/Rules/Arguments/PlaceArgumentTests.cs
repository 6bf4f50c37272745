using Hub.Register.Problems;
using static Hub.Rules.Tests.Notices.Rules.RuleCase;

namespace Hub.Rules.Tests.Notices.Rules.Arguments;

public sealed class PlaceArgumentTests : ArgumentCase
{
    [Theory]
    [InlineData("Africa/Dakar")]
    [InlineData("America/Lima")]
    [InlineData("Antarctica/Troll")]
    [InlineData("Arctic/Longyearbyen")]
    [InlineData("Asia/Tokyo")]
    [InlineData("Atlantic/Reykjavik")]
    [InlineData("Australia/Perth")]
    [InlineData("Europe/Vienna")]
    [InlineData("Indian/Maldives")]
    [InlineData("Pacific/Fiji")]
    public void V12_knows_the_places_of_every_part_of_the_world(string zone) =>
        Passes(Hours($",\"timeZone\":\"{zone}\""), ProblemCode.V12);

    [Theory]
    [InlineData("gmail.com")]
    [InlineData("googlemail.com")]
    [InlineData("yahoo.com")]
    [InlineData("yahoo.fr")]
    [InlineData("hotmail.com")]
    [InlineData("hotmail.fr")]
    [InlineData("outlook.com")]
    [InlineData("live.com")]
    [InlineData("icloud.com")]
    [InlineData("aol.com")]
    [InlineData("gmx.com")]
    [InlineData("gmx.de")]
    [InlineData("mail.ru")]
    [InlineData("yandex.ru")]
    [InlineData("qq.com")]
    [InlineData("163.com")]
    [InlineData("126.com")]
    [InlineData("protonmail.com")]
    [InlineData("proton.me")]
    [InlineData("laposte.net")]
    [InlineData("orange.fr")]
    public void V10_knows_where_anybody_gets_a_mailbox(string domain) =>
        Trips(Emails($"legal@{domain}"), ProblemCode.V10, Outcome.Warn, "/changes/0/set/emails/0/address");
}
