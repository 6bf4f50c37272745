using Hub.Notices.Access;
using Hub.Register.Records;

namespace Hub.Rules.Tests.Builders;

internal static class Callers
{
    public static Caller Mission { get; } = new("Permanent Mission of Arvenia", CallerKind.State, Sample.State, OfficeRole.Mission);

    public static Caller Ministry { get; } =
        new("Ministry of Foreign Affairs of Arvenia", CallerKind.State, Sample.State, OfficeRole.Ministry);

    public static Caller Authority { get; } = new("Office of Legal Cooperation", CallerKind.State, Sample.State, OfficeRole.Authority);

    public static Caller OtherMission { get; } =
        new("Permanent Mission of Senegal", CallerKind.State, Sample.OtherState, OfficeRole.Mission);

    public static Caller MissionAsReader { get; } = Mission with { Kind = CallerKind.Reader };

    public static Caller First { get; } = new("reviewer-1", CallerKind.Secretariat);

    public static Caller Second { get; } = new("reviewer-2", CallerKind.Secretariat);
}
