namespace Hub.Simulators.Translator;

/// <summary>An answer of Document Translation's that is an error.</summary>
public sealed class TranslatorException(int status, string code, string innerCode, string message) : Exception(message)
{
    public int Status => status;

    public string Code => code;

    public string InnerCode => innerCode;

    public static TranslatorException Invalid(string innerCode, string message) => new(400, "InvalidRequest", innerCode, message);

    public static TranslatorException NotSimulated(string what) =>
        new(501, "NotImplemented", "NotImplemented", $"The translator simulator does not do this part of Document Translation: {what}.");
}
