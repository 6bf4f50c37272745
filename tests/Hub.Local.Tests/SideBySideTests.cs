using Hub.Local.Terminal;

namespace Hub.Local.Tests;

public sealed class SideBySideTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Columns_hold_every_word_in_its_order_and_fit_the_screen(int columns)
    {
        var text = string.Join(' ', Enumerable.Range(0, 80).Select(i => $"{i}{new string('x', i % 9)}")) + "\n\nlast";
        var lines = SideBySide.Of(3, [.. Enumerable.Repeat(text, columns)]).ToList();
        Assert.All(lines, l => Assert.True(l.Length <= Screen.Width, l));
        for (var column = 0; column < columns; column++)
            Assert.Equal(Words(text), lines.SelectMany(l => Words(l[3..].Split('│').ElementAtOrDefault(column) ?? "")));
    }

    [Fact]
    public void A_word_longer_than_its_column_is_broken()
    {
        var lines = SideBySide.Of(0, new string('x', 120), "y").ToList();
        Assert.Equal(120, string.Concat(lines).Count(c => c == 'x'));
        Assert.All(lines, l => Assert.True(l.Length <= Screen.Width, l));
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
