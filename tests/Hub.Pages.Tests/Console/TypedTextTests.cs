using Hub.Pages.Console.Fields;
using Hub.Register.States;

namespace Hub.Pages.Tests.Console;

/// <summary>What people typed is never cut.</summary>
public sealed class TypedTextTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("12345", null)]
    [InlineData("1\r\n345", null)]
    [InlineData("123456", "Too long: characters 6, at most 5.")]
    [InlineData("1\r\n3\r\n56", "Too long: characters 6, at most 5.")]
    public void What_is_too_long_is_said_and_a_line_break_is_one_character(string? text, string? said) =>
        Assert.Equal(said, TypedText.Wrong("reason", text, 5, new(Language.English))?.Text);

    [Fact]
    public void What_is_missing_is_said_in_its_own_words() =>
        Assert.Equal(
            ("reason", "Write your question: the sender is sent it."),
            TypedText.Wrong("reason", null, 5, new(Language.English), "Decide.Query.NoReason") is { } p ? (p.Field, p.Text) : default);
}
