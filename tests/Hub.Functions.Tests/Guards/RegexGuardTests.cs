using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using Hub.Intake.Inbox.Channel;

namespace Hub.Functions.Tests.Guards;

/// <summary>
/// Every regular expression that ships is matched in a time that grows with the text alone: without going back, or with an end to every
/// repetition, or on the list with the reason why it cannot go back far.
/// </summary>
public sealed class RegexGuardTests
{
    private const string Looks = "it looks no further than the next word, and runs of blanks in a note are cut at 40";
    private const string Window = "it is tried at one place, in a window of less than a hundred characters";

    private const string Bounded = "every repetition in it has an end";

    private static readonly Dictionary<string, string> Backtracking = new()
    {
        ["ProseAddresses.Beginning"] = Window,
        ["ProseAddresses.InBrackets"] = Window,
        ["Evidence.OfWhom"] = Window,
        ["Mentions.LeadsOn"] = Window,
        ["Mentions.Place"] = Window,
        ["Mentions.Said"] = Window,
        ["NewOffices.Issued"] = Window,
        ["NoOffices.Asked"] = Window,
        ["NoOffices.Presidency"] = Window,
        ["NoOffices.States"] = Window,
        ["Timeless.On"] = Window,
        ["Persons.Name"] = Window,
        ["Addresses.Sign"] = Window,
        ["AddressParts.Item"] = Window,
        ["NoteText.LastLine"] = Bounded,
        ["NoteText.Rule"] = Bounded,
        ["Memberships.Small"] = Bounded,
        ["Lexicon.Words"] = Bounded,
        ["Mentions.Addressed"] = Bounded,
        ["NameLists.EnglishList"] = Bounded,
        ["NameLists.FrenchList"] = Bounded,
        ["NameLists.SpanishList"] = Bounded,
        ["NoteText.LeadsOn"] = Bounded,
        ["OfficeNames.Remark"] = Bounded,
        ["PairParser.Leaders"] = Bounded,
        ["PairParser.Title"] = Bounded,
        ["PairParser.Row"] = Bounded,
        ["Headings.Value"] = Window,
        ["Renaming.Further"] = Bounded,
        ["ScannedText.Odd"] = Bounded,
        ["ScannedText.Pair"] = Bounded,
        ["ScannedText.Rn"] = Bounded,
        ["ScannedText.Small"] = Bounded,
        ["Scopes.Label"] = Bounded,
        ["HandOver.Later"] = Bounded,
        ["Dates.WithYearInWords"] = Bounded,
        ["AddressParts.Saying"] = Window,
        ["AddressLines.Lower"] = Window,
        ["OfficeNames.AnyBehind"] = Bounded,
        ["OfficeNames.AnyBefore"] = Bounded,
        ["NameEnd.Conjunctions"] = Window,
        ["NameEnd.About"] = Window,
        ["NameEnd.LeadsOn"] = Window,
        ["NameEnd.Adjectives"] = Window,
        ["NoOffices.Papers"] = Window,
        ["NameEnd.Task"] = Window,
        ["NoOffices.UnitedNations"] = Window,
        ["Mentions.More"] = Window,
        ["Mentions.Of"] = Window,
        ["OfficeNames.EnglishWord"] = Bounded,
        ["NoOffices.Title"] = Window,
        ["Mentions.Definite"] = Window,
        ["Mentions.Longer"] = Window,
        ["Mentions.Addressee"] = Window,
        ["References.Whole"] = Window,
        ["Tables.Year"] = Window,
        ["Interpol.Label"] = Bounded,
        ["Labels.Gap"] = Window,
        ["Memberships.Network"] = Bounded,
        ["NewOffices.Item"] = Window,
        ["NoteDates.Leader"] = Window,
        ["NoteDates.On"] = Window,
        ["NoteParser.Foreign"] = Bounded,
        ["NoteText.AnnexTitle"] = Bounded,
        ["JoinedText.Break"] = Bounded,
        ["NoteText.Footer"] = Bounded,
        ["NoteText.FootName"] = Window,
        ["NoteText.Translation"] = Bounded,
        ["OfficeNames.Article"] = Window,
        ["NameEnd.Articles"] = Window,
        ["OfficeNames.Behind"] = Window,
        ["OfficeNames.Capital"] = Bounded,
        ["OfficeNames.Capitals"] = Bounded,
        ["NameEnd.Leading"] = Window,
        ["OfficeNames.Links"] = Bounded,
        ["OfficeNames.Offices"] = Bounded,
        ["NoOffices.Sender"] = Window,
        ["NameEnd.Stops"] = Window,
        ["OfficeNames.Tail"] = Window,
        ["OfficeNames.RankBefore"] = Window,
        ["ScannedText.Word"] = Bounded,
        ["NameEnd.Word"] = Bounded,
        ["OfficeNames.Words"] = Window,
        ["Phones.Suffix"] = Window,
        ["Phones.Extension"] = Window,
        ["AddressParts.Box"] = Bounded,
        ["PostalAddresses.Leader"] = Window,
        ["PostalAddresses.NextSentence"] = Bounded,
        ["References.Abbreviated"] = Window,
        ["References.Begin"] = Window,
        ["References.Built"] = Bounded,
        ["References.Mixed"] = Window,
        ["References.Prefix"] = Window,
        ["References.Theirs"] = Bounded,
        ["Scopes.Item"] = Window,
        ["Zones.City"] = Bounded,
        ["Zones.Offset"] = Bounded,
        ["Blocks.Blank"] = Window,
        ["Dates.Gap"] = Window,
        ["NoteText.Abbreviation"] = Window,
        ["Phones.Local"] = Window,
        ["Phones.Remark"] = Window,
        ["References.Token"] = Window,
        ["Hours.Parts"] = "it is tried on one time of day, which another expression has cut out",
        ["Hours.Timed"] = "it gives all that its groups took; every repetition in it has an end",
        ["Hours.Untimed"] = "it looks at one letter ahead; every repetition in it has an end",
        ["NoteText.Breaks"] = Looks,
        ["NoteText.SentenceEnd"] = Looks,
        ["PairParser.Article"] = "it gives all that its groups took; " + Looks,
        ["References.Alone"] = Looks,
        ["Phones.Number"] = Bounded,
        ["MailInspector.File"] = "it looks at one word ahead",
        ["MailInspector.Pieces"] = Bounded,
        ["Enclosures.FileNames"] = Bounded,
        ["SeenText.Struck"] = Bounded,
        ["SeenText.Footnote"] = Bounded,
        ["UnwritableText.NotOfTheNumber"] = Bounded,
        ["Lengths.Length"] = Bounded,
        ["SeparatorLine.First"] = "it is tried at one place, and repeats one class of characters",
        ["Declarations.Comments"] = "each comment is gone through once, to its end or the text's",
        ["StyleSheet.Noise"] = "each comment is gone through once, to its end or the text's",
        ["StyleSheet.Simple"] = "it is tried at one place, and each part begins with a sign that no other holds",
        ["MailHeaders.CutWord"] = "a word begins with a sign that none holds: each is gone through once",
    };

    // What a text is made of that is meant to go square: each of these, over and over.
    private static readonly string[] Fragments =
    [
        " ", "\n", "a", "A", "1", "\t", "a ", " a", "\n ", "a.", "a@", "@", "<", "<a", "(", "+1 ", ", ", "a-", "1.1.", "A/1-", "a, 1 and ",
        "\nx-hub-message-id: ", "name=\"a.", "art. 1 (1), 2 and 3, ", "encl. : ", "hub=(\"a\" ", "display : ", "1 - 1 ", "\r\nFrom: ",
        "é\u0301", "Mr. ", "/*", "/* *", "#a.b", "=?x?b?a", "=?x?q?", "1\u0336", "1¹", "9e9",
    ];

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(4);

    // One class of characters, over and over: there is nothing to go back to.
    private static readonly Regex OneClass = new(@"^(?:\\s|\[(?:[^\]\\]|\\.)+\])(?:[+*?]|\{\d+,?\d*\})?$");

    // Any number of something: a star, a plus, or braces without an upper bound.
    private static readonly Regex Endless = new(@"(?<!\\)[*+]|\{\d*,\}");

    private static readonly string[] Making = ["System.Text.RegularExpressions.Regex..ctor"];

    private static readonly string[] Matching =
        [.. new[] { "IsMatch", "Match", "Matches", "Replace", "Split", "Count" }.Select(m => $"System.Text.RegularExpressions.Regex.{m}")];

    private static readonly Lazy<IReadOnlyDictionary<string, Regex>> All = new(Find);

    public static TheoryData<string> Names => [.. All.Value.Keys];

    [Fact]
    public void Every_expression_goes_forward_only_or_says_why_it_need_not()
    {
        Assert.True(All.Value.Count > 60, $"{All.Value.Count}");
        Assert.Equal(
            Backtracking.Keys.Order(),
            All.Value.Where(r => !r.Value.Options.HasFlag(RegexOptions.NonBacktracking) && !OneClass.IsMatch($"{r.Value}"))
                .Select(r => r.Key).Order());
    }

    [Fact]
    public void Expressions_are_made_where_this_test_finds_them_or_are_made_to_go_forward_only()
    {
        var makers = HubAssemblies.Calls((member, isStatic) => Making.Contains(member) || (isStatic && Matching.Contains(member)))
            .Select(c => c.Caller).Where(c => !c.StartsWith('<')).Distinct().Except(All.Value.Keys.Select(k => k.Split('.')[0]));
        // What it makes is in the lexicons, and bounded: see the next test.
        Assert.Equal(["Phrases"], makers);
    }

    [Fact]
    public void Every_repetition_in_the_phrases_of_the_lexicons_has_an_end()
    {
        var intake = typeof(InboxChannel).Assembly;
        var lexicons = intake.GetManifestResourceNames().Where(n => n.Contains(".Lexicons.", StringComparison.Ordinal)
            || n.Contains(".Acts.Phrases.", StringComparison.Ordinal)).ToList();
        Assert.True(lexicons.Count >= 10, $"{lexicons.Count}");
        foreach (var lexicon in lexicons)
        {
            using var reader = new StreamReader(intake.GetManifestResourceStream(lexicon)!);
            foreach (var line in reader.ReadToEnd().Split('\n'))
                Assert.False(Endless.IsMatch(line), $"{lexicon}: {line}");
        }
    }

    // Counted in processor time of this thread alone: what goes square takes ten seconds of it here, what does not less than one.
    [Theory]
    [MemberData(nameof(Names))]
    public void A_long_text_is_looked_through_in_a_time_that_grows_with_its_length(string name)
    {
        var isListed = Backtracking.TryGetValue(name, out var reason);
        var length = reason == Window ? 100 : isListed ? 60_000 : 100_000;
        foreach (var fragment in Fragments)
        {
            var text = string.Concat(Enumerable.Repeat(fragment, length / fragment.Length));
            if (isListed)
                text = All.Value["JoinedText.LongGap"].Replace(text, new string(' ', 40));
            var before = ThreadClock.Now;
            for (var match = All.Value[name].Match(text); match.Success; match = match.NextMatch())
                Assert.True(ThreadClock.Now - before < Bound, $"{name} on {fragment}");
            Assert.True(ThreadClock.Now - before < Bound, $"{name} on {fragment}");
        }
    }

    private static Dictionary<string, Regex> Find()
    {
        const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var found = new Dictionary<string, Regex>();
        var own = HubAssemblies.Types.Where(t => t.Namespace?.StartsWith("Hub.", StringComparison.Ordinal) == true);
        foreach (var type in own.Where(t => !t.ContainsGenericParameters))
        {
            foreach (var method in type.GetMethods(Static).Where(m => m.ReturnType == typeof(Regex) && m.GetParameters().Length == 0))
                found[$"{type.Name}.{method.Name}"] = (Regex)method.Invoke(null, null)!;
            foreach (var field in type.GetFields(Static).Where(f => f.FieldType == typeof(Regex) || IsMap(f.FieldType)))
                foreach (var (key, value) in Values(field))
                    found[$"{type.Name}.{field.Name}{key}"] = value;
        }
        return found;
    }

    private static bool IsMap(Type type) => type.IsGenericType && type.GenericTypeArguments is [_, var value] && value == typeof(Regex);

    private static IEnumerable<(string, Regex)> Values(FieldInfo field) => field.GetValue(null) switch
    {
        Regex regex => [("", regex)],
        IDictionary map => map.Keys.Cast<object>().Select(k => ($".{k}", (Regex)map[k]!)),
        _ => [],
    };
}
