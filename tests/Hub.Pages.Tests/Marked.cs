using System.Collections.Immutable;
using Hub.Register.Log;
using Hub.Register.Records;

namespace Hub.Pages.Tests;

/// <summary>An authority with a mark in every field that is not public, to see where the marks come out again.</summary>
internal static class Marked
{
    public const string Restricted = "MARK-OF-READERS";
    public const string Secretariat = "MARK-OF-SECRETARIAT";

    public static Authority Authority(int version = 1) => Sample.Authority() with
    {
        Version = version,
        Restricted = Fields(version),
        Upkeep = new() { Status = RecordStatus.Active, LastChangedOn = DateTimeOffset.UnixEpoch, Salt = Restricted },
        Secretariat = new()
        {
            ContactPerson = new(Secretariat, Secretariat), PersonalPhones = [new(Secretariat, Secretariat, PhonePurpose.Home)],
            SourceNotice = Secretariat, NoteDate = new(1999, 12, 31), SetBy = OfficeRole.Mission, LastFields = [Secretariat],
            Reviewers = [Secretariat], UrgentPhone = new(Secretariat, Secretariat, PhonePurpose.Mobile),
        },
    };

    public static RegisterSnapshot Register() => Sample.Register().With([new AuthorityWrite(Authority(), null)], Sample.Register().Head);

    private static AuthorityRestricted Fields(int version)
    {
        var mark = $"{Restricted}-{version}";
        return new()
        {
            AuthorityName = new Dictionary<string, string> { ["en"] = mark }, UnitName = mark, ParentInstitution = mark,
            Designations =
            [
                new()
                {
                    Instrument = Instrument.Untoc, Article = "18", Matter = Matter.Mla, Scope = mark, LegalAct = mark, NoteRef = mark,
                    DepositaryRef = mark,
                },
            ],
            PostalAddress = new([mark], mark, mark, mark), Phones = [new(mark, mark)], Fax = [new(mark, mark)], Emails = [new(mark, mark)],
            SecureChannels = [new(mark, mark)], ContactPerson = new(mark, mark, true), LanguagesSpoken = [mark],
            LanguagesOfRequests = [mark], OutOfHoursReach = version == 1,
            OfficeHours = [new(DayOfWeek.Monday, new(version, 0), new(16, 0))], PublicHolidays = mark, TimeZone = mark,
            RequiredInformation = new Dictionary<string, string> { ["MLA"] = mark }, RequiredDocuments = [mark],
            AcceptedFormats = [RequestFormat.Pdf], AcceptedChannels = [new(RequestChannel.Direct, version)],
            InterpolAccepted = InterpolAcceptance.Yes, NationalCentralBureau = mark, UrgentProcedure = new(mark, new(mark)),
            ExtraditionOfNationals = mark, DualCriminality = mark, TimeLimits = mark, LegalSummary = mark, TreatiesList = mark,
            AlternativeArrangements = mark, Comments = mark, Maritime = mark, Firearms = mark,
            TemporaryNotices = [new(mark, mark, new(2026, 1, version))],
        };
    }

    public static ImmutableArray<string> EmptyFields() =>
    [
        .. new object[] { Authority().Restricted, Authority().Secretariat }
            .SelectMany(part => part.GetType().GetProperties().Where(p => p.GetValue(part) is null).Select(p => p.Name)),
    ];
}
