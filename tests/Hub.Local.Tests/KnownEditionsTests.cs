using Hub.Local.Publishing;
using Hub.Local.Running;

namespace Hub.Local.Tests;

public sealed class KnownEditionsTests
{
    private static readonly PublishOptions Options = PublishOptions.Read([]) with { Folder = UpOptions.DefaultFolder };

    [Fact]
    public void A_dropped_edition_whose_revision_is_published_leads_to_the_addendum_and_not_to_another_revision_in_its_place()
    {
        var said = Said("2026/2", Options, ("2026/2", "DROPPED"), ("2026/2/rev.1", "PUBLISHED"));
        Assert.Equal(
            """
            Edition 2026/2 was dropped; 2026/2/rev.1 is published in its place.
            What changed since: ./hub publish --edition 2026/2/add.1
            If 2026/2/rev.1 is faulty: ./hub publish --edition 2026/2/rev.2 --reason TEXT
            """.ReplaceLineEndings("\n"),
            said);
    }

    [Fact]
    public void A_dropped_edition_leads_to_its_revision() => Assert.EndsWith(
        "What takes its place: ./hub publish --edition 2026/2/rev.1 --reason TEXT", Said("2026/2", Options, ("2026/2", "DROPPED")),
        StringComparison.Ordinal);

    [Fact]
    public void A_revision_without_a_reason_is_told_the_option() => Assert.EndsWith(
        "Say it with --reason TEXT.", Said("2026/2/rev.1", Options, ("2026/2", "PUBLISHED")), StringComparison.Ordinal);

    [Fact]
    public void Another_edition_under_way_is_followed_or_dropped_first() => Assert.Contains(
        "./hub publish --edition 2026/1 --drop REASON", Said("2026/2", Options, ("2026/1", "FROZEN")), StringComparison.Ordinal);

    [Fact]
    public void One_that_is_published_or_was_never_begun_is_not_refused()
    {
        Assert.Null(Known(("2026/2", "PUBLISHED")).Refusal(new(2026, 2), Options));
        Assert.Null(Known(("2026/1", "PUBLISHED")).Refusal(new(2026, 2), Options));
    }

    [Fact]
    public void A_name_that_is_none_is_told_with_examples() => Assert.StartsWith(
        "--edition next: a name such as 2026/1",
        Assert.Throws<CommandException>(() => PublishOptions.Read(["--edition", "next"])).Message, StringComparison.Ordinal);

    private static string Said(string edition, PublishOptions options, params (string Edition, string Status)[] known) =>
        Known(known).Refusal(KnownEditions.Parse(edition), options)!.Message;

    private static KnownEditions Known(params (string Edition, string Status)[] known) =>
        new(known.ToDictionary(k => KnownEditions.Parse(k.Edition), k => k.Status));
}
