using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Bounces;

public sealed class AutomaticReplyTests
{
    [Theory]
    [InlineData("Auto-Submitted: auto-replied")]
    [InlineData("Auto-Submitted: auto-replied; owner-email=\"x@state.example\"")]
    [InlineData("Auto-Submitted: auto-generated\nIn-Reply-To: <4711@hub.example>")]
    [InlineData("X-Autoreply: yes")]
    [InlineData("Precedence: auto_reply")]
    public void An_automatic_reply_is_known_by_its_header(string header)
    {
        var report = Reports.Read(Reports.AutoReply(header))!;
        Assert.Equal((ReportKind.AutoReply, "mission@state.example"), (report.Kind, report.Address));
    }

    [Theory]
    [InlineData("Automatic reply: Directory")]
    [InlineData("Réponse automatique : Annuaire")]
    [InlineData("Respuesta automática: Directorio")]
    [InlineData("Автоматический ответ: Справочник")]
    [InlineData("自动答复: 名录")]
    [InlineData("رد تلقائي: الدليل")]
    public void Or_by_its_subject_where_Exchange_marks_it_as_generated(string subject) => Assert.Equal(
        ReportKind.AutoReply, Reports.Read(Reports.AutoReply("Auto-Submitted: auto-generated", subject))!.Kind);

    [Theory]
    [InlineData("Auto-Submitted: no", "Réponse automatique")]
    [InlineData("Auto-Submitted: auto-generated", "NV 114/2026 - designation of central authority")]
    [InlineData("In-Reply-To: <4711@hub.example>", "RE: Directory")]
    [InlineData("X-Priority: 1", "Automatic reply: is what we ask about")]
    public void What_an_office_writes_is_never_taken_for_a_report(string header, string subject) =>
        Assert.Null(Reports.Read(Reports.AutoReply(header, subject)));

    [Fact]
    public void A_postmaster_who_writes_himself_is_no_report() =>
        Assert.Null(Reports.Read(Reports.AutoReply("X-Mailer: hand", "Our new address", "postmaster@state.example")));
}
