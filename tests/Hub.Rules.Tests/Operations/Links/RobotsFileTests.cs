using FsCheck;
using FsCheck.Fluent;
using Hub.Operations.Links;

namespace Hub.Rules.Tests.Operations.Links;

public sealed class RobotsFileTests
{
    [Theory]
    [InlineData("", "/law", true)]
    [InlineData("User-agent: *\nDisallow: /", "/law", false)]
    [InlineData("User-agent: *\nDisallow:", "/law", true)]
    [InlineData("user-AGENT: * # all\r\nDISALLOW: /private\r\n", "/law", true)]
    [InlineData("user-AGENT: * # all\r\nDISALLOW: /private\r\n", "/private/1", false)]
    [InlineData("User-agent: *\nDisallow: /\nAllow: /law", "/law/1", true)]
    [InlineData("User-agent: *\nDisallow: /law\nAllow: /law", "/law", true)]
    [InlineData("User-agent: other\nDisallow: /", "/law", true)]
    [InlineData("User-agent: DirectoryHub\nDisallow: /\n\nUser-agent: *\nAllow: /", "/law", false)]
    [InlineData("User-agent: a\nUser-agent: *\nDisallow: /", "/law", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/law.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/law.pdf?x", true)]
    [InlineData("User-agent: *\nDisallow: /a*c", "/abc", false)]
    [InlineData("Disallow: /", "/law", true)]
    [InlineData("<html>no robots</html>", "/law", true)]
    public void Its_rules_are_read_as_they_are_meant(string robots, string path, bool allows) =>
        Assert.Equal(allows, RobotsFile.Allows(robots, path));

    [Fact]
    public void A_rule_of_any_letters_bars_the_path_that_begins_with_it() => Prop.ForAll(
        Gen.NonEmptyListOf(Gen.Elements("/abcé%?=&-*".ToCharArray())).Select(letters => "/" + string.Concat(letters)).ToArbitrary(),
        path => !RobotsFile.Allows($"User-agent: *\nDisallow: {path}", path.Replace("*", "x", StringComparison.Ordinal) + "/more"))
        .QuickCheckThrowOnFailure();
}
