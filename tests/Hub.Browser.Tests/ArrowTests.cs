using System.Text;
using Hub.Pages.Site;

namespace Hub.Browser.Tests;

/// <summary>What the style sheet draws with borders points the way that a page is read; a tick is the same tick in every script.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class ArrowTests(Chromium chromium)
{
    private const string Body = """
        <ol class="govuk-breadcrumbs__list"><li class="govuk-breadcrumbs__list-item">A</li><li class="govuk-breadcrumbs__list-item">B</li></ol>
        <a class="govuk-back-link" href="#">C</a>
        <div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" type="checkbox" checked id="d">
        <label class="govuk-checkboxes__label" for="d">D</label></div>
        """;

    // Where the corner of two borders points once it is turned: 1 to the right, -1 to the left.
    private const string Tips = """
        () => ['.govuk-breadcrumbs__list-item:last-child::before', '.govuk-back-link::before', '.govuk-checkboxes__label::after'].map(at => {
            const [element, part] = at.split('::');
            const style = getComputedStyle(document.querySelector(element), `::${part}`);
            const width = side => parseFloat(style[`border${side}Width`]);
            const corner = { x: Math.sign(width('Right') - width('Left')), y: Math.sign(width('Bottom') - width('Top')) };
            const turn = new DOMMatrix(style.transform);
            const tip = turn.transformPoint(corner);
            return [Math.round(tip.x), Math.round(tip.y)].map(Math.sign).join(' ');
        })
        """;

    [Theory]
    [InlineData("ltr", "1 0", "-1 0", "0 1")]
    [InlineData("rtl", "-1 0", "1 0", "0 1")]
    public async Task Point_the_way_that_a_page_is_read(string direction, params string[] tips)
    {
        var page = await chromium.Open("networks/", scripts: true);
        // Elsewhere than on the hub's own pages, which take no style but their sheet's.
        await page.GotoAsync("about:blank");
        await page.SetContentAsync(
            $"<!doctype html><html dir=\"{direction}\"><title>Arrows</title><style>{Encoding.UTF8.GetString(StyleSheet.Page.Content.Span)}</style>{Body}");
        Assert.Equal(tips, await page.EvaluateAsync<string[]>(Tips));
        await page.Context.CloseAsync();
    }
}
