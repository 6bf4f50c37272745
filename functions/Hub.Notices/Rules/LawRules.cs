using System.Globalization;
using Hub.Register.Json;
using Hub.Register.Laws;
using Hub.Register.Log;
using Hub.Register.Problems;

namespace Hub.Notices.Rules;

/// <summary>Whether a law can be found, is what it says it is, and carries out what it is said to.</summary>
internal static class LawRules
{
    // The instruments ask for laws since; what is older holds too, but is worth a second look.
    private static readonly DateOnly FirstDay = new(1948, 1, 1);

    /// <summary>A law needs a date, and a place where everybody can find it.</summary>
    public static IEnumerable<Problem> L01Found(RuleContext c) =>
        from law in Laws(c)
        where law.Content.Type != LawType.NoSpecificLaw
        from lacking in Where(
            ("dates", law.Content.Dates is { Adopted: null, Published: null, InForce: null }),
            ("officialUrl", law.Content is { OfficialUrl: null, Citation: null }))
        from problem in law.Asked(ProblemCode.L01, lacking)
        select problem;

    /// <summary>An address that is not a State's own is taken, but said.</summary>
    public static IEnumerable<Problem> L02OwnAddress(RuleContext c) =>
        from law in Laws(c)
        where law.Content.OfficialUrl is { } url && !OfficialDomains.Include(url)
        from problem in law.Told(ProblemCode.L02, "officialUrl", law.Content.OfficialUrl!)
        select problem;

    /// <summary>A provision names the articles that it carries out, from the closed list; a protocol's under the protocol.</summary>
    public static IEnumerable<Problem> L03Articles(RuleContext c) =>
        from law in Laws(c)
        from provision in law.Content.Provisions.Select((p, i) => (p.Label, p.Articles, At: $"provisions/{i}/articles"))
        from wrong in provision.Articles.Count == 0
            ? [(provision.At, Text: provision.Label)]
            : provision.Articles.Select((a, i) => (Article: a, At: $"{provision.At}/{i}")).Where(a => !Articles.Has(a.Article))
                .Select(a => (a.At, Text: Named(a.Article)))
        from problem in law.Asked(ProblemCode.L03, wrong.At, wrong.Text)
        select problem;

    /// <summary>Laws are adopted before they are published, amended or repealed, and not in the future.</summary>
    public static IEnumerable<Problem> L04Days(RuleContext c) =>
        from law in Laws(c)
        let dates = law.Content.Dates
        from problem in Reversed(
                ("published", dates.Adopted, dates.Published), ("inForce", dates.Adopted, dates.InForce),
                ("lastAmended", dates.Adopted, dates.LastAmended), ("repealed", dates.InForce ?? dates.Adopted, dates.Repealed),
                ("adopted", dates.Adopted, c.Received), ("lastAmended", dates.LastAmended, c.Received))
            .SelectMany(d => law.Asked(ProblemCode.L04, $"dates/{d.Field}", Day(d.First), Day(d.Then)))
            .Concat(dates.Adopted is { } adopted && adopted < FirstDay
                ? law.Told(ProblemCode.L04, "dates/adopted", Day(adopted), Day(FirstDay))
                : [])
        select problem;

    /// <summary>A translation says what it was made from and by whom; only an official text prevails (I10).</summary>
    public static IEnumerable<Problem> L05Translations(RuleContext c) =>
        from law in Laws(c)
        from text in law.Content.Languages.Select((t, i) => (Text: t, At: $"languages/{i}"))
        where text.Text.Kind != LawTextKind.Official
        from wrong in Where(
            ("translatedFrom", text.Text.TranslatedFrom is null), ("by", text.Text.By is null), ("prevails", text.Text.Prevails == true))
        from problem in law.Asked(ProblemCode.L05, $"{text.At}/{wrong}", text.Text.Language)
        select problem;

    /// <summary>A repealed law has its day, and a successor or none.</summary>
    public static IEnumerable<Problem> L06Repeal(RuleContext c) =>
        from law in Laws(c)
        let isRepealed = law.Content.Status == LawStatus.Repealed
        from wrong in Where(
            ("dates/repealed", isRepealed && law.Content.Dates.Repealed is null),
            ("status", !isRepealed && law.Content.Dates.Repealed <= c.Received),
            ("repealedBy", isRepealed && law.Content.RepealedBy is null),
            ("repealedBy", law.Content.RepealedBy is { } next && Law.IsId(next) && !c.Register.Laws.ContainsKey(next)))
        select Problem.Query(ProblemCode.L06, law.At(wrong));

    /// <summary>The same law twice is one: its State says what changed, or that it is another.</summary>
    public static IEnumerable<Problem> L07Twice(RuleContext c)
    {
        var seen = new HashSet<LawKey>();
        foreach (var law in Laws(c))
        {
            if (LawKey.Of(law.Content) is not { } key)
                continue;
            var same = c.Register.LawOf(c.State, key, law.Id);
            if (same is not null || !seen.Add(key))
                yield return Problem.Query(ProblemCode.L07, law.At("number"), (same ?? law.Content).TitleOriginal);
            else if (law is { Id: { } id, IsWhole: true })
                yield return Problem.Warn(ProblemCode.L07, law.At("number"), c.Register.Laws[id].TitleOriginal);
        }
    }

    /// <summary>A State that is not a party does not carry out an instrument's articles.</summary>
    public static IEnumerable<Problem> L09Party(RuleContext c) =>
        from law in Laws(c)
        from instrument in law.Content.Provisions.SelectMany(p => p.Articles).Select(a => a.Instrument).Distinct()
        where c.Reference.Parties.IsKnownNotToBeParty(c.State, instrument)
        from problem in law.Told(ProblemCode.L09, "provisions", instrument.Code())
        select problem;

    /// <summary>Languages are tags, so that a text is read aloud and set in its direction.</summary>
    public static IEnumerable<Problem> L10Languages(RuleContext c) =>
        from law in Laws(c)
        from tag in LanguagesOf(law.Content)
        where !ContactRules.IsLanguage(tag.Tag)
        from problem in law.Asked(ProblemCode.L10, tag.Field, tag.Tag)
        select problem;

    /// <summary>Everybody reads the library: no person's address or number belongs into it.</summary>
    public static IEnumerable<Problem> L11PersonalData(RuleContext c) =>
        from law in Laws(c)
        from found in PersonalTexts.In(law.Content)
        from problem in law.Asked(ProblemCode.L11, found.Field, found.Text)
        select problem;

    private static IEnumerable<string> Where(params (string Field, bool Is)[] conditions) =>
        conditions.Where(c => c.Is).Select(c => c.Field);

    private static IEnumerable<(string Field, DateOnly First, DateOnly Then)> Reversed(
        params (string Field, DateOnly? First, DateOnly? Then)[] days) =>
        days.Where(d => d.First > d.Then).Select(d => (d.Field, d.First!.Value, d.Then!.Value));

    private static IEnumerable<ProposedLaw> Laws(RuleContext c) =>
        c.Of<Change.PublishLaw>().Select(l => new ProposedLaw(l.Change.Content, l.Pointer, l.Change.LawId, l.Change.Set));

    // What is wrong with fields that a notice does not set is not its sender's doing.
    private sealed record ProposedLaw(LawContent Content, string Pointer, string? Id, IReadOnlySet<string>? Set)
    {
        public bool IsWhole => Set is null;

        public string At(string field) => $"{Pointer}/{(IsWhole ? "law" : "set")}/{field}";

        public IEnumerable<Problem> Asked(ProblemCode code, string field, params string[] arguments) =>
            Has(field) ? [Problem.Query(code, At(field), arguments)] : [];

        public IEnumerable<Problem> Told(ProblemCode code, string field, params string[] arguments) =>
            Has(field) ? [Problem.Warn(code, At(field), arguments)] : [];

        private bool Has(string field) => Set is null || Set.Contains(field.Split('/')[0]);
    }

    private static IEnumerable<(string Field, string Tag)> LanguagesOf(LawContent law) =>
        new[] { ("language", law.Language) }
            .Concat((law.Titles?.Keys ?? []).Select(tag => ($"titles/{FormParser.Escape(tag)}", tag)))
            .Concat(law.Languages.Select((text, i) => ($"languages/{i}/language", text.Language)))
            .Concat(law.Languages.Select((text, i) => (At: $"languages/{i}/translatedFrom", Tag: text.TranslatedFrom))
                .Where(t => t.Tag is not null).Select(t => (t.At, t.Tag!)));

    private static string Named(ArticleRef article) => $"{article.Instrument.Code()} {article.Article}{article.Paragraph}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
