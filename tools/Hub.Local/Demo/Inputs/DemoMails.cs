using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Hub.Local.Demo.Inputs;

/// <summary>A mail of the demo, and what is to become of it.</summary>
/// <param name="Title">What it is, for the table.</param>
/// <param name="Mail">As the mailbox simulator takes it.</param>
/// <param name="Fate">What becomes of the mail.</param>
/// <param name="Status">What becomes of its notice; null where it becomes none.</param>
/// <param name="Answered">Whether its sender is answered.</param>
internal sealed record DemoMail(string Title, JsonObject Mail, string Fate, string? Status, bool Answered)
{
    public string Subject => (string)Mail["subject"]!;

    public string From => (string)Mail["from"]!;
}

/// <summary>The mails of the fictional State of Arvenia and of those who would pass for it.</summary>
internal sealed class DemoMails(string run, string record)
{
    public const string Mission = "vienna@mission.arvenia.example";
    public const string Office = "cooperation@justice.example";
    private const string Passed = "{id}; spf=pass smtp.mailfrom={address}; dkim=pass header.d={domain}; dmarc=pass header.from={domain}";
    private const string Failed = "{id}; spf=fail smtp.mailfrom={address}; dkim=none; dmarc=fail header.from={domain}";
    private const string First = "first-note";

    // Minute and second of the run: what an earlier run asked for may still be open, and the same again would be its duplicate (V18).
    private string Moment => run[^4..];

    /// <summary>Those that need no answer of the hub's first.</summary>
    public IReadOnlyList<DemoMail> All =>
    [
        new("note verbale, English", Named(Of(Mission, Subject("NV 1"), English("1")), First), "NOTICE", "REVIEW", true),
        new("note verbale, French", Of(Mission, Subject("NV 2"), French("2")), "NOTICE", "REVIEW", true),
        new("note verbale, Spanish", Of(Mission, Subject("NV 3"), Spanish("3")), "NOTICE", "REVIEW", true),
        new(
            "a form as JSON", File(Of(Mission, Subject("Form"), "The form is attached."), "form.json", "application/json", Form("4")),
            "NOTICE", "REVIEW", true),
        new("forwarded by the mission", Of(Mission, Subject("FW: NV 5"), Forwarded("5")), "NOTICE", "REVIEW", true),
        new(
            "automatic reply", Header(Of(Mission, Subject("Out of office"), "I am away until Monday."), "Auto-Submitted", "auto-replied"),
            "NOT_A_NOTICE", null, false),
        new("thanks", Of(Mission, Subject("Thank you"), "Thank you very much."), "NOT_A_NOTICE", null, false),
        new("spoof: fails DMARC", Checked(Of(Mission, Subject("URGENT"), English("8")), Failed), "HELD", null, false),
        // An address gets one receipt a day: each run writes from another.
        new("spoof: look-alike domain", Of($"vienna-{run}@mission.arvenla.example", Subject("NV 9"), English("9")), "HELD", null, true),
        new("the same mail once more", Named(Of(Mission, Subject("NV 1"), English("1")), First), "REPEAT", null, false),
        new("the same note in a new mail", Of(Mission, Subject("NV 1 again"), English("1")), "NOTICE", "DUPLICATE", true),
        new(
            "the authority names itself",
            File(Of(Office, Subject("Our competence"), "The form is attached."), "form.json", "application/json", SelfNomination("12")),
            "NOTICE", "HELD", true),
        new(
            "broken attachment",
            File(
                Of(Mission, Subject("Form, see attached"), "The form is attached."), "form.xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Encoding.ASCII.GetBytes("PK\u0003\u0004 cut off")),
            "NOTICE", "QUERY", true),
    ];

    /// <summary>The answer to what the hub asked.</summary>
    public DemoMail Reply(JsonNode answer) => new(
        "reply to the query", Header(
            File(Of(Mission, $"Re: {answer["subject"]}", "Here it is again."), "form.json", "application/json", Form("14")),
            "In-Reply-To", (string)answer["internetMessageId"]!),
        "NOTICE", "REVIEW", true);

    private static string Day(string culture, string format) =>
        TimeProvider.System.GetUtcNow().ToString(format, CultureInfo.GetCultureInfo(culture));

    private string Subject(string text) => $"{text} ({run})";

    private static JsonObject Of(string from, string subject, string body) => new()
    {
        ["from"] = from, ["to"] = LocalHub.Inbox, ["subject"] = subject, ["body"] = body, ["authenticationResults"] = Passed,
    };

    private JsonObject Named(JsonObject mail, string id) => Header(mail, "Message-ID", $"<{id}-{run}@mission.arvenia.example>");

    private static JsonObject Header(JsonObject mail, string name, string value)
    {
        var headers = mail["headers"] as JsonObject ?? [];
        headers[name] = value;
        mail["headers"] = headers;
        return mail;
    }

    private static JsonObject Checked(JsonObject mail, string results)
    {
        mail["authenticationResults"] = results;
        return mail;
    }

    private static JsonObject File(JsonObject mail, string name, string mediaType, byte[] content)
    {
        mail["attachments"] = new JsonArray(
            new JsonObject { ["name"] = name, ["contentType"] = mediaType, ["contentBytes"] = Convert.ToBase64String(content) });
        return mail;
    }

    private byte[] Form(string number) => Form(
        ("A1", Forms.State), ("A2", "change of contact details"), ("A4", $"PMV/{number}/{run}"), ("A7", record),
        ("D8", $"As of note {number}, run {run}"));

    private byte[] SelfNomination(string number) => Form(
        ("A1", Forms.State), ("A2", "new designation"), ("A4", $"MOJ/{number}/{run}"), ("C1", "Office of International Legal Cooperation"),
        ("mutual legal assistance (Convention against Corruption, article 46)", "X"), ("C19", Office), ("C15", "+999 1 555 0100"),
        ("D11", "English"), ("Requests through INTERPOL", "in urgent cases only"), ("J1", "none"),
        // Of another run, it would be the same notice once more (V18).
        ("D8", $"As of note {number}, run {run}"));

    // The designation form as JSON: fields by their number, or by their label.
    private static byte[] Form(params (string Field, string Value)[] fields) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["form"] = "designation/1",
        ["fields"] = new JsonArray(
            [.. fields.Select(f => new JsonObject { [f.Field.Length <= 3 ? "code" : "label"] = f.Field, ["value"] = f.Value })]),
    }.ToJsonString());

    private string English(string number) => $"""
        PERMANENT MISSION OF ARVENIA (VIENNA)                    Ref. PMV/{number}/{run}

        The Permanent Mission of Arvenia to the United Nations (Vienna) presents its compliments to the United Nations Office on Drugs and Crime and, with
        reference to article 18, paragraph 13, of the United Nations Convention against Transnational Organized Crime, has the honour to inform it that the
        telephone number of its central authority for mutual legal assistance, the Office of International Legal Cooperation, is now +999 1 555 {number}{Moment}.

        The Permanent Mission avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

        Vienna, {Day("en-GB", "d MMMM yyyy")}
        """;

    private string French(string number) => $"""
        Réf. {number}/MP/{run}

        La Mission permanente d’Arvénie auprès de l’Organisation des Nations Unies (Vienne) présente ses compliments à l’Office des Nations Unies contre la
        drogue et le crime et a l’honneur de porter à sa connaissance que les coordonnées de l’autorité désignée au titre de l’article 18 de la Convention
        contre la criminalité transnationale organisée, à savoir le Office of International Legal Cooperation, sont modifiées comme suit à compter du
        {Day("fr-FR", "d MMMM yyyy")} : téléphone (24 heures sur 24) +999 1 555 {number}{Moment}. Les autres renseignements demeurent inchangés.

        La Mission permanente saisit cette occasion pour renouveler à l’Office les assurances de sa très haute considération.

        Vienne, le {Day("fr-FR", "d MMMM yyyy")}
        """;

    private string Spanish(string number) => $"""
        NV-{number}/{run}

        La Misión Permanente de Arvenia ante las Naciones Unidas (Viena) saluda atentamente a la Oficina de las Naciones Unidas contra la Droga y el Delito y
        tiene el honor de comunicar que el correo electrónico de la autoridad competente en materia de extradición (artículo 16) de la Convención de las
        Naciones Unidas contra la Delincuencia Organizada Transnacional, la Office of International Legal Cooperation, es extradicion-{Moment}@justice.example.

        La Misión Permanente aprovecha la oportunidad para reiterar a la Oficina las seguridades de su más distinguida consideración.

        Viena, {Day("es-ES", "d 'de' MMMM 'de' yyyy")}
        """;

    private string Forwarded(string number) => $"""
        Please see below.

        -----Original Message-----
        From: Ministry of Justice of Arvenia <{Office}>
        Sent: Monday, 9 March 2026 10:15
        To: {Mission}
        Subject: Our new number

        {English(number)}
        """;
}
