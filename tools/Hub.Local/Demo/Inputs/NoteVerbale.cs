using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Hub.Local.Demo.Inputs;

/// <summary>The note that comes with the first notice.</summary>
internal static class NoteVerbale
{
    public const string FileName = "note-verbale.txt";

    private const string Text = """
        PERMANENT MISSION OF ARVENIA (VIENNA)                                          [seal]

        The Permanent Mission of Arvenia presents its compliments to the Secretariat and, under
        article 18, paragraph 13, of the Convention against Transnational Organized Crime, has the
        honour to name as central authority the Office of International Legal Cooperation of the
        Ministry of Justice, 12 Harbour Road, Port Arven, which takes requests in English and French
        and, in urgent cases, through INTERPOL. The Mission renews to the Secretariat the assurances
        of its highest consideration.
        """;

    /// <summary>The notice and the note as multipart/form-data.</summary>
    public static MultipartFormDataContent With(JsonObject notice)
    {
        var note = new ByteArrayContent(Encoding.UTF8.GetBytes(Text));
        note.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        return new() { { JsonContent.Create(notice), "notice" }, { note, "file", FileName } };
    }
}
