namespace Hub.Rules.Tests.Intake.Forms;

/// <summary>A filled form.</summary>
public abstract class FormCase
{
    private protected const string New = """
        State: XAA
        Type of notice: new designation
        Date of effect: 2025-04-01
        Name in English: Office of International Legal Cooperation
        Kind of institution: ministry of justice
        mutual legal assistance (Organized Crime Convention, article 18): X
        extradition (Organized Crime Convention, article 16): competent authority
        Telephone: +999 1 555 0100
        24-hour line: +999 1 555 0199
        E-mail: cooperation@justice.example
        Monday: 08.30-12.30, 13:30-17:00
        Time zone: Europe/Vienna
        Languages of requests: English, fr
        Requests through INTERPOL: in urgent cases only
        Previous authority replaced: none
        Declaration under article 16 (5) of the Organized Crime Convention: yes
        Member of networks: WACAP
        """;
}
