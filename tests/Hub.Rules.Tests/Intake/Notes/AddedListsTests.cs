using System.Text.Json.Nodes;
using Hub.Intake.Notes;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Intake.Notes;

/// <summary>What is written into a list of a form is new; what the record has stays, unless the note says otherwise.</summary>
public sealed class AddedListsTests
{
    [Theory]
    [InlineData("The form is attached.", "+99915550300,+99915550301", "fr,en")]
    [InlineData("The numbers in the form are to be used instead of those printed.", "+99915550300", "fr")]
    [InlineData("Les numéros du formulaire remplacent les anciens.", "+99915550300", "fr")]
    public void A_form_adds_to_the_lists_of_its_record_unless_the_note_says_that_it_replaces_them(string letter, string phones, string tongues)
    {
        var set = Read("Criminal Cases Office", letter)["set"]!;
        Assert.Equal(phones, string.Join(',', ((JsonArray)set["phones"]!).Select(p => (string?)p!["number"])));
        Assert.Equal(tongues, string.Join(',', ((JsonArray)set["languagesOfRequests"]!).Select(t => (string?)t)));
    }

    [Fact]
    public void A_form_about_a_record_that_is_not_known_stays_as_it_is() =>
        Assert.Single((JsonArray)Read("Another Office", "The form is attached.")["set"]!["phones"]!);

    private static JsonNode Read(string record, string letter)
    {
        var present = Noted.Authority();
        present = present with
        {
            Restricted = present.Restricted with { Phones = [new Phone("+99915550301", null)], LanguagesOfRequests = ["en"], LanguagesSpoken = null },
        };
        var form = new JsonObject
        {
            ["kind"] = "CHANGE_OF_CONTACT", ["state"] = Sample.State.Value,
            ["changes"] = new JsonArray(new JsonObject
            {
                ["recordId"] = record,
                ["set"] = new JsonObject
                {
                    ["phones"] = new JsonArray(new JsonObject { ["number"] = "+99915550300" }),
                    ["languagesOfRequests"] = new JsonArray("fr"),
                },
            }),
        };
        var notice = new UnderstoodNotice(form, [], NoticeSource.Form);
        return AddedLists.Of(notice, Sample.Register(present), [letter]).Form["changes"]![0]!;
    }
}
