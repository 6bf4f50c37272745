namespace Hub.Rules.Tests.Intake.Notes.Meaning;

public sealed class EndingMeaningTests
{
    [Theory]
    [InlineData("In place of the Criminal Cases Office, the Legal Cooperation Unit has been designated as central authority under article 16 of UNTOC.")]
    [InlineData("The Criminal Cases Office is replaced by the Legal Cooperation Unit as central authority under article 16 of UNTOC.")]
    [InlineData("The Legal Cooperation Unit succeeds the Criminal Cases Office as central authority under article 16 of UNTOC.")]
    public void The_authority_that_it_replaces_is_named_with_it(string sentence)
    {
        var notice = Noted.Read(sentence, Noted.Authority());
        Assert.Equal("Legal Cooperation Unit", Noted.Name(notice));
        Assert.Equal("record-1", (string?)Noted.Changes(notice)[0]["replaces"]);
    }

    [Theory]
    [InlineData("The designation of the Criminal Cases Office under article 16 of UNTOC is hereby revoked.")]
    [InlineData("The Criminal Cases Office ceases to be a competent authority under article 16 of UNTOC.")]
    [InlineData("Please drop the Criminal Cases Office, our authority under article 16 of UNTOC, from the directory.")]
    public void The_end_of_an_authority_is_a_withdrawal(string sentence) =>
        Assert.Equal("WITHDRAWAL", Noted.Kind(Noted.Read(sentence, Noted.Authority())));

    [Theory]
    [InlineData("The Criminal Cases Office has been renamed the Office of Criminal Cooperation.", "CHANGE_OF_DESIGNATION")]
    [InlineData("The Criminal Cases Office is now also competent under article 18 of UNTOC.", "CHANGE_OF_DESIGNATION")]
    [InlineData("The Criminal Cases Office can be reached at +999 1 555 0199. The former number is no longer in use.", "CHANGE_OF_CONTACT")]
    [InlineData("We have checked the entry of the Criminal Cases Office: it is correct in every respect.", "CONFIRMATION_NO_CHANGE")]
    [InlineData("The Criminal Cases Office will be closed from 1 to 8 May 2025.", "TEMPORARY_MEASURE")]
    public void What_happens_to_an_authority_that_stays_is_told_apart(string sentence, string kind)
    {
        var notice = Noted.Read(sentence, Noted.Authority());
        Assert.Equal(kind, Noted.Kind(notice));
        Assert.Equal("record-1", (string?)Noted.Changes(notice)[0]["recordId"]);
    }

    [Theory]
    [InlineData("The telephone number for requests under article 16 of UNTOC is now +999 1 555 0199.")]
    [InlineData("The entry of the Criminal Cases Office may be treated as withdrawn or as retained, as the secretariat may deem fit.")]
    [InlineData("If a State wanted to designate the Legal Cooperation Unit under article 16 of UNTOC, would a note be needed?")]
    public void What_names_no_authority_leaves_a_choice_or_asks_does_nothing(string sentence) =>
        Assert.Null(Noted.Kind(Noted.Read(sentence, Noted.Authority())));
}
