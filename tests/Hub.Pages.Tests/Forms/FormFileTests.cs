using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Hub.Intake.Forms;
using Hub.Intake.Forms.Reading;
using Hub.Notices.Documents;
using Hub.Pages.Forms;
using Hub.Register.States;

namespace Hub.Pages.Tests.Forms;

public sealed class FormFileTests
{
    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    [Theory, MemberData(nameof(Languages))]
    public void The_same_form_has_the_same_bytes(Language language) => Assert.All(
        DesignationForms.Kinds, kind => Assert.Equal(DesignationForms.Of(kind, language), DesignationForms.Of(kind, language)));

    [Theory, MemberData(nameof(Languages))]
    public void An_empty_form_is_a_form_that_says_nothing(Language language) => Assert.All(DesignationForms.Kinds, kind =>
    {
        var read = DesignationFormParser.Read(kind, "form", new MemoryStream(DesignationForms.Of(kind, language)));
        Assert.True(read.IsForm);
        Assert.Equal(language, read.Language);
        Assert.Empty(read.Proposals);
        Assert.Empty(read.Problems);
        Assert.Empty(read.Notice);
    });

    [Theory]
    [InlineData(Language.French)]
    [InlineData(Language.Arabic)]
    public void Office_finds_nothing_wrong_with_the_forms(Language language)
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(DesignationForms.Of(DocumentKind.Xlsx, language)), false);
        using var document = WordprocessingDocument.Open(new MemoryStream(DesignationForms.Of(DocumentKind.Docx, language)), false);
        Assert.Empty(new OpenXmlValidator().Validate(book).Concat(new OpenXmlValidator().Validate(document))
            .Select(e => $"{e.Path?.XPath} {e.Description}"));
    }

    [Fact]
    public void What_no_file_can_carry_stops_no_form_that_is_filled_in_already() => Assert.All(DesignationForms.Kinds, kind =>
    {
        var filled = new Dictionary<string, string> { ["C1"] = "Office\v\u0001\uFFFF\uD800 of Law" };
        var read = DesignationFormParser.Read(kind, "form", new MemoryStream(DesignationForms.Of(kind, Language.English, filled)));
        Assert.Contains("of Law", Assert.Single(read.Proposals).Value!.ToJsonString(), StringComparison.Ordinal);
    });

    [Fact]
    public void All_languages_have_the_same_words_for_forms()
    {
        WrittenTexts.AreAlike(WrittenTexts.Forms);
        WrittenTexts.AreAlike(WrittenTexts.Vocabulary);
    }

    [Theory, MemberData(nameof(Languages))]
    public void Every_label_means_its_own_field_and_no_other(Language language) => Assert.All(DesignationForm.Fields, field =>
        Assert.Equal(field.Code, FormTexts.Find(FormTexts.Label(field, language))?.Field.Code));

    [Theory, MemberData(nameof(Languages))]
    public void Every_word_of_a_choice_means_one_answer(Language language) => Assert.All(DesignationForm.Fields, field =>
        Assert.All(field.Choices, c => Assert.Equal(
            [c.Code], field.Choices.Where(o => FormTexts.Means(FormTexts.Word(c.Key, language)!, o.Key)).Select(o => o.Code))));

    [Fact]
    public void Another_number_of_the_form_goes_with_other_fields() => Assert.Equal(
        "designation/1 120 EC8714CA", $"{DesignationForm.Mark} {DesignationForm.Fields.Count} {Fingerprint()}");

    // Forms are filled in for months: a field that means something else under the same number would be read wrongly.
    private static string Fingerprint()
    {
        var fields = DesignationForm.Fields.Select(f =>
            $"{f.Code} {f.Kind} {f.Target} {f.Path} {string.Join(',', f.Fixed)} {string.Join(',', f.Choices)}");
        var bytes = System.Text.Encoding.UTF8.GetBytes(string.Join('\n', fields));
        return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes))[..8];
    }
}
