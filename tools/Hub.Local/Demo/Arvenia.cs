using System.Text.Json.Nodes;
using Hub.Local.Demo.Inputs;

namespace Hub.Local.Demo;

/// <summary>Brings the fictional State back to where a demo begins, whichever was played before: as a State would, by notices.</summary>
internal sealed class Arvenia(Session session)
{
    private const string Assistance = "UNTOC 18 MLA";
    private const string Extradition = "UNTOC 16 EXTRADITION";
    private readonly Forms _forms = new(session.Run);

    /// <summary>The one office for extradition and mutual legal assistance; designated where there is none or two.</summary>
    public async Task<string> OneOffice()
    {
        var office = await Holding(Assistance);
        if (office is not null && office == await Holding(Extradition))
            return office;
        await WithdrawDirectorate();
        await Commit("Mission", "en", "NEW_DESIGNATION", Forms.Designate(Forms.Office(), office));
        return (await Holding(Assistance))!;
    }

    /// <summary>A notice replaces one record: where extradition is another authority's, that is withdrawn first.</summary>
    public async Task WithdrawDirectorate()
    {
        if (await Holding(Extradition) is not { } directorate || directorate == await Holding(Assistance))
            return;
        session.Step(
            "Arvenia has another authority for extradition, of an earlier demo or of yours: it is withdrawn first (WITHDRAWAL, Spanish)");
        await Commit("Mission (es)", "es", "WITHDRAWAL", new() { ["recordId"] = directorate, ["lastDay"] = Forms.Yesterday });
    }

    private async Task Commit(string who, string language, string kind, JsonObject change) => await session.Approve(
        await session.Send(who, session.Mission(language), _forms.Notice(kind, $"0-{language}", language, change)));

    private Task<string?> Holding(string pair) => Records.Holding(session.Reader, pair);
}
