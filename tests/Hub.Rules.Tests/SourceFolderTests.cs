namespace Hub.Rules.Tests;

public sealed class SourceFolderTests
{
    [Fact]
    public void Two_folders_that_use_each_other_are_found() => Assert.Equal(
        ["Hub.A.One -> Hub.A.Two: First uses Second", "Hub.A.Two -> Hub.A.One: Second uses First"],
        Circles(
            ("First", "using Hub.A.Two;\nnamespace Hub.A.One;\nclass First { Second s; }"),
            ("Second", "using Hub.A.One;\nnamespace Hub.A.Two;\nclass Second { First f; }")));

    [Fact]
    public void A_circle_over_a_third_folder_and_a_parent_is_found() => Assert.Equal(
        3,
        Circles(
            ("First", "using Hub.A.Two;\nnamespace Hub.A;\nclass First { Second s; }"),
            ("Second", "using Hub.A.Three;\nnamespace Hub.A.Two;\nclass Second { Third t; }"),
            ("Third", "namespace Hub.A.Three;\nclass Third { First f; }")).Count);

    [Theory]
    [InlineData("class Second { }")]
    [InlineData("class Second { int First { get; } }")]
    [InlineData("class Second { string s = \"First\"; } // First")]
    public void One_way_is_no_circle(string second) => Assert.Empty(
        Circles(
            ("First", "using Hub.A.Two;\nnamespace Hub.A.One;\nclass First { Second s; }"),
            ("Second", $"using Hub.A.One;\nnamespace Hub.A.Two;\n{second}")));

    private static IReadOnlyList<string> Circles(params (string Name, string Text)[] files) =>
        SourceFolders.Circles([.. files.Select(f => SourceFolders.Source.Parse(f.Name, f.Text))]);
}
