using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Host.Tests.Refused;

/// <summary>Builds, and still is refused by the host, one function but two.</summary>
public sealed class WrongFunctions
{
    [Function(nameof(Good))]
    public IActionResult Good([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "good")] HttpRequest request) =>
        new OkObjectResult("good");

    [Function(nameof(SameNames))]
    public Result SameNames([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "names")] HttpRequest mail) =>
        new() { Response = new OkResult(), Mail = "x" };

    [Function(nameof(Administration))]
    public IActionResult Administration(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "administration/keys")] HttpRequest request) =>
        new OkResult();

    [Function(nameof(Runtime))]
    public IActionResult Runtime([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "Runtime/x")] HttpRequest request) =>
        new OkResult();

    [Function(nameof(FirstOfRoute))]
    public IActionResult FirstOfRoute(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "same/{id}")] HttpRequest request) =>
        new OkObjectResult("first");

    [Function(nameof(SecondOfRoute))]
    public IActionResult SecondOfRoute([HttpTrigger(AuthorizationLevel.Anonymous, "POST", Route = "Same/{id}/")] HttpRequest request) =>
        new OkObjectResult("second");

    [Function(nameof(NoSetting))]
    public void NoSetting([TimerTrigger("%NoSuchSetting%")] TimerInfo timer)
    {
    }

    [Function(nameof(NoSchedule))]
    public void NoSchedule([TimerTrigger("every day")] TimerInfo timer)
    {
    }

    /// <summary>Has a property with the parameter's name but for case.</summary>
    public sealed class Result
    {
        [HttpResult]
        public required IActionResult Response { get; init; }

        [ServiceBusOutput("described", Connection = "ServiceBus")]
        public string? Mail { get; init; }
    }
}
