using System.Net;
using System.Text.Json.Nodes;

namespace Hub.Local.Tests;

public sealed class HubResponseTests
{
    [Fact]
    public void An_answer_that_fails_says_every_problem_its_place_and_how_to_mend_it()
    {
        var answer = new HubResponse(
            HttpStatusCode.BadRequest,
            JsonNode.Parse(
                """
                {
                  "title": "The form is wrong", "detail": "Each problem says where, and how to mend it.",
                  "problems": [
                    { "code": "F02", "field": "/name", "title": "There is no such field.", "remedy": "Did you mean 'names'?" },
                    { "code": "F04", "field": "", "title": "Something is missing.", "remedy": "Add it." }
                  ]
                }
                """),
            null);
        var error = Assert.Throws<CommandException>(answer.Required);
        Assert.Equal(
            """
            The form is wrong: Each problem says where, and how to mend it.
              name: There is no such field. Did you mean 'names'?
              Something is missing. Add it.
            """.ReplaceLineEndings("\n"),
            error.Message.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void An_answer_without_words_says_its_status() => Assert.Equal(
        "The hub answered 502 (BadGateway), and not why.",
        Assert.Throws<CommandException>(new HubResponse(HttpStatusCode.BadGateway, null, null).Required).Message);
}
