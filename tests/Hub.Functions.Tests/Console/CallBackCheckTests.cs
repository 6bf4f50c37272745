using Hub.Functions.Console.Mails;
using Hub.Intake.Inbox;
using Hub.Intake.Mails;
using Hub.Pages.Console.Mails;
using Hub.Pages.Texts;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;

namespace Hub.Functions.Tests.Console;

/// <summary>What a call-back must say before a mail is released.</summary>
public sealed class CallBackCheckTests
{
    private static readonly MailDecisionDraft Good = new(MailDecisionKind.Release)
    {
        State = "XAA", Office = "MISSION", Person = "Ms X", Number = "+99915550100",
    };

    [Fact]
    public void A_call_to_a_number_of_the_directory_is_one() => Assert.Equal([], Fields(Good));

    [Fact]
    public void Everything_that_is_missing_is_said_at_once() =>
        Assert.Equal(["state", "number", "person", "office"], Fields(new(MailDecisionKind.Release)));

    [Theory]
    [InlineData("state", "XXX")]
    [InlineData("state", "<b>")]
    [InlineData("office", "EMPEROR")]
    [InlineData("number", "+99915550199")]
    public void What_nobody_offered_is_no_answer(string field, string forged) => Assert.Equal([field], Fields(field switch
    {
        "state" => Good with { State = forged },
        "office" => Good with { Office = forged },
        _ => Good with { Number = forged },
    }));

    [Theory]
    [InlineData("+999 1 555 0111", true)]
    [InlineData("00 999 1555 0111", true)]
    [InlineData("+999 1 555 0100", false)]
    [InlineData("+43 1 26060 0", false)]
    public void A_number_that_only_the_mail_brings_proves_nothing(string typed, bool isRefused) =>
        Assert.Equal(isRefused ? ["typed"] : [], Fields(Good with { Number = MailDecisionDraft.OtherNumber, Typed = typed }));

    [Fact]
    public void What_is_no_number_was_not_called() =>
        Assert.Equal(["typed"], Fields(Good with { Number = MailDecisionDraft.OtherNumber, Typed = "the usual one" }));

    [Fact]
    public void A_dismissal_wants_a_reason() => Assert.Equal(["reason"], Fields(new(MailDecisionKind.Dismiss)));

    private static IEnumerable<string?> Fields(MailDecisionDraft draft) =>
        CallBackCheck.Problems(Detail(), draft, new Labels(Language.English)).Select(p => p.Field);

    private static MailDetail Detail()
    {
        var mail = new MailRecord { Id = "m1", Mailbox = "notices@hub.example", Message = "x", ReceivedAt = Sample.Now };
        var text = new ParsedMail { Text = "Call us at +999 (1) 555-0111 or +999 1 555 0100." };
        return new(mail, text, [("XAA", "Arvenia")])
        {
            Numbers = [new(Sample.Authority(), new("+99915550100"), Sample.Now.AddYears(-1), true)],
        };
    }
}
