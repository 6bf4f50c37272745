using System.Text.Json.Nodes;

namespace Hub.Rules.Tests.Intake.Notes;

/// <summary>What stands in sentences as people write them, in the three languages.</summary>
public sealed class ProseTests
{
    private static JsonNode? Set(string text) =>
        Noted.Changes(Noted.Read($"The Criminal Cases Office has new particulars.\n\n{text}", Noted.Authority())) is [var change, ..]
            ? change["set"]
            : null;

    private static JsonNode? Value(string text, string field) =>
        Noted.Read($"{text}\n\nThe Criminal Cases Office can be reached at +999 1 555 0102.", Noted.Authority())!.Form[field];

    [Theory]
    [InlineData("It is housed at 22 Mint Street, Valletta VLT 1330, and can be telephoned.", "22 Mint Street", "Valletta", "VLT 1330")]
    [InlineData("It may be written to at P.O. Box 40112, 00100 Nairobi, or by e-mail.", "P.O. Box 40112", "Nairobi", "00100")]
    [InlineData("Its premises are at Plot 75, Jinja Road, Kampala.", "Plot 75|Jinja Road", "Kampala", null)]
    [InlineData("Letters reach it at 340 Cliff Avenue, Ottawa K1A 0P9.", "340 Cliff Avenue", "Ottawa", "K1A 0P9")]
    public void An_address_is_read_out_of_a_sentence(string text, string lines, string city, string? postcode)
    {
        var address = Set(text)!["postalAddress"]!;
        Assert.Equal(lines.Split('|'), ((JsonArray)address["lines"]!).Select(l => (string?)l));
        Assert.Equal((city, postcode), ((string?)address["city"], (string?)address["postcode"]));
    }

    [Theory]
    [InlineData("The office was closed on 3 May 2026, Vienna time.")]
    [InlineData("It is named in Decree 118, section 4, of the Republic.")]
    [InlineData("Its address is no longer what it was, which the directory should show.")]
    public void What_is_no_address_is_read_as_none(string text) => Assert.Null(Set(text)?["postalAddress"]);

    [Theory]
    [InlineData("MPRD-V 0207/2026", "MPRD-V 0207/2026")]
    [InlineData("Note No. SRQ-0066-2026", "SRQ-0066-2026")]
    [InlineData("MP/PY/V N° 152/2026", "MP/PY/V N° 152/2026")]
    [InlineData("(5.44)V3-219", "(5.44)V3-219")]
    [InlineData("BF/MPV/0412/26 - Vienna, 3 March 2026", "BF/MPV/0412/26")]
    public void A_line_of_its_own_at_the_top_is_the_reference_as_printed(string line, string reference) =>
        Assert.Equal(reference, (string?)Value(line, "officialRef"));

    [Theory]
    [InlineData("PERMANENT MISS10N OF ARVENIA")]
    [InlineData("Rooseveltgasse 9, Vienna")]
    [InlineData("3 March 2026")]
    public void What_is_no_reference_is_read_as_none(string line) => Assert.Null(Value(line, "officialRef"));

    [Theory]
    [InlineData("with effect from the first of July 2026", "2026-07-01")]
    [InlineData("as of today, 20 April 2026,", "2026-04-20")]
    [InlineData("effective the twenty-first day of May 2026", "2026-05-21")]
    public void Days_are_read_in_words(string text, string day) =>
        Assert.Equal(day, (string?)Value($"The following is so {text}.", "effectiveFrom"));

    [Fact]
    public void Of_a_note_in_two_languages_the_first_is_read()
    {
        var note = Noted.Read(
            """
            The Permanent Mission has the honour to inform the Secretariat that the Criminal Cases Office, which is the central authority for extradition, has moved, and that its telephone is now +999 1 555 0102.

            La Mission permanente a l'honneur d'informer le Secrétariat que le Bureau des affaires pénales, qui est l'autorité centrale pour l'extradition, a déménagé, et que son téléphone est désormais le +999 1 555 0102, sans autre changement.

            Vienna, 3 March 2026
            """,
            Noted.Authority())!;
        Assert.Equal(["+99915550102"], ((JsonArray)Noted.Changes(note)[0]["set"]!["phones"]!).Select(p => (string?)p!["number"]));
        Assert.Equal("2026-03-03", (string?)note.Form["noteDate"]);
    }

    [Fact]
    public void A_note_may_say_last_who_sends_it()
    {
        var note = Noted.Read(
            """
            The Criminal Cases Office moved on 1 June 2026 from the building in which it had been since the directory was first printed, and it now has another telephone, which is +999 1 555 0102, and another fax besides, +999 1 555 0103.

            The Permanent Mission presents its compliments to the Secretariat.
            """,
            Noted.Authority())!;
        Assert.Equal("CHANGE_OF_CONTACT", Noted.Kind(note));
    }
}
