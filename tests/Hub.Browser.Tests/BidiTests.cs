using Hub.Pages.Editions.Pdf.Letters;

namespace Hub.Browser.Tests;

/// <summary>The order in which a PDF sets letters of both directions is that of a browser, which many people have looked at.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class BidiTests(Chromium chromium)
{
    private const int Texts = 600;
    private const int Seed = 20261130;

    // One script each, so that a letter's place tells its order whatever its neighbours are.
    private static readonly string[] Parts =
    [
        "a", "B", "x", "א", "ב", "ش", "و", "ز", "1", "2", "3", "٤", "٥", "+", "-", ",", ".", ":", "/", "%", "$", "(", ")", "[", "]", "–",
        "؛", "،", "«", "»", "司", " ", " ", " ", "\u2068", "\u2069",
    ];

    // Where the browser has each character of a line: the number of each that takes room, from left to right.
    private const string Places = """
        ({ texts, direction }) => texts.map(text => {
            const line = document.createElement('div');
            line.style = 'font: 16px sans-serif; white-space: pre; width: max-content; font-variant-ligatures: none';
            line.dir = direction;
            line.textContent = text;
            document.body.append(line);
            const places = [...text].map((_, at) => {
                const range = document.createRange();
                range.setStart(line.firstChild, at);
                range.setEnd(line.firstChild, at + 1);
                const box = range.getBoundingClientRect();
                return { at, left: box.left, width: box.width };
            });
            line.remove();
            return places.filter(p => p.width > 0).sort((a, b) => a.left - b.left).map(p => p.at);
        })
        """;

    [Theory]
    [InlineData("ltr")]
    [InlineData("rtl")]
    public async Task Letters_of_both_directions_stand_as_a_browser_sets_them(string direction)
    {
        var (random, isRightToLeft) = (new Random(Seed), direction == "rtl");
        var texts = Enumerable.Range(0, Texts)
            .Select(_ => string.Concat(Enumerable.Range(0, random.Next(2, 18)).Select(_ => Parts[random.Next(Parts.Length)])).Trim())
            .Where(t => t.Length > 0).ToList();
        var page = await chromium.Open("networks/", scripts: true);
        await page.SetContentAsync("<!doctype html><title>Bidi</title>");
        var seen = await page.EvaluateAsync<int[][]>(Places, new { texts, direction });
        for (var i = 0; i < texts.Count; i++)
            Assert.True(
                Ours(texts[i], isRightToLeft).SequenceEqual(seen[i]),
                $"{texts[i]}: {string.Join(' ', Ours(texts[i], isRightToLeft))} here, {string.Join(' ', seen[i])} in a browser");
        await page.Context.CloseAsync();
    }

    private static IEnumerable<int> Ours(string text, bool isRightToLeft) =>
        Bidi.Order(text, Bidi.Levels(text, isRightToLeft), isRightToLeft)
            .SelectMany(r => r.IsRightToLeft ? Enumerable.Range(r.Start, r.Length).Reverse() : Enumerable.Range(r.Start, r.Length))
            .Where(i => !RightToLeft.IsIsolate(text[i]));
}
