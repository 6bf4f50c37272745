using Hub.Pages.Console.Lists;
using Hub.Pages.Laws.Lists;
using Hub.Pages.Laws.One;
using Hub.Pages.Site;
using Hub.Register.Laws;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Tests.LawPages;

/// <summary>A law with something in every field, and pages of it.</summary>
internal static class LawCase
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public static Law Law { get; } = new()
    {
        LawId = "law-1",
        Version = 2,
        State = new("XAA"),
        Source = LawSource.State,
        FurnishedOn = new(2025, 6, 1),
        LastUpdated = Now.AddDays(-30),
        LastConfirmed = Now.AddDays(-30),
        TitleOriginal = "Loi relative à l'entraide",
        Language = "fr",
        Titles = new Dictionary<string, string> { ["en"] = "Act on Assistance", ["ar"] = "قانون المساعدة" },
        ShortTitle = "LE",
        Number = "2019-07",
        Type = LawType.Act,
        Jurisdiction = "Port Arven",
        Status = LawStatus.InForce,
        Dates = new(new(2019, 3, 14), new(2019, 3, 20), new(2019, 6, 1), new(2023, 1, 2)),
        RepealedBy = "law-2",
        Citation = "JO 12",
        OfficialUrl = "https://laws.arvenia.example/2019-07",
        ArchiveUrl = "https://archive.example/2019-07",
        HostOffice = "Ministry of Justice",
        Languages =
        [
            new("fr", LawTextKind.Official, Prevails: true),
            new("en", LawTextKind.Machine, "https://laws.arvenia.example/en", "fr", "Translator", new(2024, 1, 2)),
        ],
        Relations = [new(LawRelationKind.Amends, "law-2"), new(LawRelationKind.Repeals, "Loi de 1970")],
        Provisions =
        [
            new(
                "art. 12", [new(Instrument.Untoc, "18", "3(a)"), new(Instrument.UntocFa, "6")], "Demandes", "Le texte de l'article.",
                new Dictionary<string, string> { ["en"] = "The text of the article.", ["ar"] = "نص المادة" }, [CrimeType.Corruption], [LawTopic.Mla],
                "A note."),
        ],
        FurnishedUnder = [new(Instrument.Untoc, "6", "2(d)")],
        UseForRequests = true,
    };

    public static Visit Visit(Language language = Language.English) => new(language, "/laws", Now);

    public static LawView View(Law? law = null) => new(law ?? Law, "Arvenia", 2)
    {
        Versions = [new(2, Now.AddDays(-30), ["number"]), new(1, Now.AddDays(-270), null)],
        Link = LinkStanding.Unchecked,
        Others = new Dictionary<string, Hub.Pages.Laws.Frame.LawTitle> { ["law-2"] = new("Another law", "en", true) },
        NotParty = [Instrument.UntocFa],
    };

    public static LibraryView Found(IReadOnlyList<Law> laws, LawFilter? filter = null)
    {
        var (range, page) = PageRange.Of(laws, 1, 25, (filter ?? LawFilter.None).Address);
        return new(filter ?? LawFilter.None, range, [.. page.Select(l => new ListedLaw(l, "Arvenia"))])
        {
            Regions = Sample.States.Subregions, Held = laws.Count, States = 1, Newest = [.. page.Take(5).Select(l => new ListedLaw(l, "Arvenia"))],
        };
    }
}
