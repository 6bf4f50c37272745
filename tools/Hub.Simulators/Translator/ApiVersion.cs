namespace Hub.Simulators.Translator;

/// <summary>The version of the REST API that is simulated.</summary>
public static class ApiVersion
{
    public const string Current = "2024-05-01";

    public static void Check(HttpRequest request)
    {
        if (request.Query["api-version"] != Current)
            throw TranslatorException.Invalid("InvalidApiVersion", $"api-version '{request.Query["api-version"]}' is not {Current}.");
    }
}
