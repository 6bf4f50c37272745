using System.Text;
using Hub.Simulators.Translator;
using Microsoft.AspNetCore.Http;

namespace Hub.Simulators.Tests;

public sealed class GlossaryTests
{
    [Fact]
    public async Task The_longest_term_is_taken_wherever_the_line_breaks_and_comes_out_as_the_glossary_says()
    {
        var glossary = await Read("authority\tautoridad\ncentral authority\tautoridad central\n");
        var marked = glossary.Mark("The Central\nauthority and another authority, not authorities.");
        Assert.DoesNotContain("uthority ", marked, StringComparison.Ordinal);
        Assert.Equal("The autoridad central and another autoridad, not authorities.", glossary.Put(marked));
    }

    [Fact]
    public async Task A_glossary_that_is_no_table_of_two_columns_is_refused() =>
        Assert.Equal("InvalidGlossary", (await Assert.ThrowsAsync<TranslatorException>(() => Read("one\ttwo\tthree\n"))).InnerCode);

    [Fact]
    public async Task Without_a_glossary_a_text_stays_as_it_is()
    {
        var glossary = await GlossaryTerms.Read(null);
        Assert.Equal("The text.", glossary.Put(glossary.Mark("The text.")));
    }

    private static Task<GlossaryTerms> Read(string tsv)
    {
        var bytes = Encoding.UTF8.GetBytes(tsv);
        return GlossaryTerms.Read(new FormFile(new MemoryStream(bytes), 0, bytes.Length, "glossary", "glossary.tsv"));
    }
}
