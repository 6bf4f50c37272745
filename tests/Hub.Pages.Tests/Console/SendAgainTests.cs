using Hub.Register.States;

namespace Hub.Pages.Tests.Console;

/// <summary>A form whose sender is asked once more shows what was typed, in words, and keeps all of it.</summary>
public sealed class SendAgainTests
{
    private static readonly KeyValuePair<string, string>[] Values =
    [
        new("mark", "0123456789abcdef"), new("versions", "record-1:3"), new("reason", "The note says <otherwise>."),
        new("record/phones/1/number", "+99915550100"), new("record/authorityName/0/text", "Office"), new("record/nothing", "x"),
        new("notice/officialRef", "N/1"), new("person", ""),
    ];

    [Fact]
    public void What_was_typed_stands_under_the_name_of_its_field_and_the_rest_is_not_shown()
    {
        var page = SiteHtml.SendAgain(new(Language.English, "/console", default), Values, []);
        foreach (var (label, value) in new[]
        {
            ("Why", "The note says &lt;otherwise&gt;."), ("Telephone 2, Number", "&#x2B;99915550100"),
        })
        {
            Assert.Contains($">{label}</dt>", page, StringComparison.Ordinal);
            Assert.Contains($"<bdi>{value}</bdi>", page, StringComparison.Ordinal);
        }
        Assert.Equal(4, page.Split("<dt ").Length - 1);
        var shown = string.Concat(page.Split("<dt ").Skip(1).Select(p => p.Split("</dd>")[0]));
        Assert.All(Values, v => Assert.DoesNotContain(v.Key, shown, StringComparison.Ordinal));
    }

    [Fact]
    public void All_of_it_is_sent_again()
    {
        var page = SiteHtml.SendAgain(new(Language.English, "/console", default), Values, []);
        Assert.All(Values, v => Assert.Contains($"<input type=\"hidden\" name=\"{v.Key}\" value=\"", page, StringComparison.Ordinal));
    }
}
