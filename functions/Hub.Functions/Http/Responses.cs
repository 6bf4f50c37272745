using System.Text.Json.Nodes;
using Hub.Register.Json;
using Hub.Register.Problems;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Functions.Http;

/// <summary>Responses of the API.</summary>
internal static class Responses
{
    /// <summary>The media type of problem details (RFC 9457).</summary>
    public const string ProblemJson = "application/problem+json";

    /// <summary>A value as JSON, for those who may see restricted fields.</summary>
    public static IActionResult Json<T>(T value, int status = StatusCodes.Status200OK) =>
        new JsonResponse(value, typeof(T), HubJson.Options, status);

    /// <summary>A value as JSON, for everyone: refuses anything confidential.</summary>
    public static IActionResult PublicJson<T>(T value, int status = StatusCodes.Status200OK) =>
        new JsonResponse(value, typeof(T), HubJson.Public, status);

    /// <summary>A list as JSON, for those who may see restricted fields.</summary>
    public static IActionResult Items<T>(IEnumerable<T> items) => Json(new ItemList<T>([.. items]));

    /// <summary>Problem details, with every problem found.</summary>
    public static IActionResult Problem(
        int status, string title, string detail, IEnumerable<Problem>? problems = null, Language language = Language.English)
    {
        var body = new JsonObject { ["type"] = "about:blank", ["title"] = title, ["status"] = status, ["detail"] = detail };
        if (problems is not null)
            body["problems"] = Problems(problems, language);
        return new JsonResponse(body, typeof(JsonObject), HubJson.Options, status, ProblemJson);
    }

    /// <summary>Problems with their texts in a language.</summary>
    public static JsonArray Problems(IEnumerable<Problem> problems, Language language) => [.. problems.Select(p => Node(p, language))];

    private static JsonObject Node(Problem problem, Language language)
    {
        var text = ProblemTexts.Of(problem, language);
        return new()
        {
            ["code"] = problem.Code.ToString(),
            ["field"] = problem.Field,
            ["outcome"] = problem.Outcome.Code(),
            ["title"] = text.Title,
            ["remedy"] = text.Remedy,
        };
    }
}
