using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Hub.SampleFiles;

namespace Hub.Local.Demo.Inputs;

/// <summary>A file as it is sent.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record DemoFile(string Name, byte[] Content)
{
    /// <summary>A notice and its files as multipart/form-data.</summary>
    public static MultipartFormDataContent With(JsonObject notice, params DemoFile[] files)
    {
        var content = new MultipartFormDataContent { { JsonContent.Create(notice), "notice" } };
        foreach (var file in files)
        {
            var part = new ByteArrayContent(file.Content);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            content.Add(part, "file", file.Name);
        }
        return content;
    }
}

/// <summary>Three notes verbales of the fictional State of Arvenia, as a document, a PDF and a text.</summary>
internal static class SampleNotes
{
    public const string English = """
        PERMANENT MISSION OF THE REPUBLIC OF ARVENIA
        TO THE UNITED NATIONS (VIENNA)
        Ref. PMV/114/2025

        The Permanent Mission of the Republic of Arvenia to the United Nations (Vienna) presents its compliments to the United Nations Office on Drugs and Crime and, with reference to article 18, paragraph 13, of the United Nations Convention against Transnational Organized Crime, has the honour to inform it that the Government of Arvenia has designated, with effect from 1 April 2025, as its central authority for mutual legal assistance:

        Office of International Legal Cooperation, Ministry of Justice
        12 Harbour Road, 1000 Port Arven; tel. +999 1 555 0100
        cooperation@justice.example; office hours 08.30-16.30, UTC+1

        Requests are accepted in English and French. In urgent cases requests may be made through the International Criminal Police Organization (INTERPOL). The completed form is enclosed. The previous designation of the Office of the Prosecutor General ceases on 31 March 2025.

        The Permanent Mission avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

        Vienna, 14 March 2025
        Enclosure: 1
        """;

    public const string French = """
        La Mission permanente de la République d'Arvénie auprès de l'Organisation des Nations
        Unies (Vienne) présente ses compliments à l'Office des Nations Unies contre la drogue et
        le crime et a l'honneur de porter à sa connaissance que les coordonnées de l'autorité
        désignée au titre de l'article 8 du Protocole contre le trafic illicite de migrants par
        terre, mer et air, à savoir le Centre de coordination maritime, sont modifiées comme suit
        à compter du 2 juin 2025 : téléphone (24 heures sur 24) +999 1 555 0120 ; courriel
        coordination@mer.example. Les autres renseignements demeurent inchangés.

        La Mission permanente saisit cette occasion pour renouveler à l'Office les assurances de
        sa très haute considération.

        Vienne, le 26 mai 2025
        Réf. 207/MP/25
        """;

    public const string Spanish = """
        La Misión Permanente de la República de Arvenia ante las Naciones Unidas (Viena) saluda
        atentamente a la Oficina de las Naciones Unidas contra la Droga y el Delito y tiene el
        honor de comunicar que, a partir del 1 de septiembre de 2025, la Dirección de Asuntos
        Penales Internacionales del Ministerio de Justicia sustituye a la Secretaría de
        Cooperación como autoridad competente en materia de extradición (artículo 16) y de
        traslado de personas condenadas (artículo 17) de la Convención de las Naciones Unidas
        contra la Delincuencia Organizada Transnacional. De conformidad con el artículo 16,
        párrafo 5, se reitera que Arvenia considera la Convención como base jurídica de la
        extradición. Correo: extradicion@justicia.example; horario de 8.30 a 16.30, UTC+1.

        La Misión Permanente aprovecha la oportunidad para reiterar a la Oficina las seguridades
        de su más distinguida consideración.

        Viena, 4 de agosto de 2025
        NV-088/25
        """;

    public static DemoFile Docx => new("note-verbale.docx", Package.Docx(English.Split('\n')).Bytes());

    public static DemoFile Pdf => new("note-verbale.pdf", SampleFiles.Pdf.WithText(French));

    public static DemoFile Txt => new("nota-verbal.txt", Encoding.UTF8.GetBytes(Spanish));
}
