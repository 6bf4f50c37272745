using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.StandIns.Tests.App;

/// <summary>A timer, and the request that asks whether the app is there.</summary>
public static class TimerFunctions
{
    [Function("Tick")]
    public static void Tick([TimerTrigger("%TickSchedule%")] TimerInfo timer) => Note.Write($"tick late={timer.IsPastDue}");

    [Function("Healthz")]
    public static IActionResult Healthz([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "healthz")] HttpRequest request) =>
        new OkResult();
}
