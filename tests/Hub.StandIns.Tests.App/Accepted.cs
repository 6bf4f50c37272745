using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.StandIns.Tests.App;

/// <summary>An answer, and the message that goes with it.</summary>
public sealed record Accepted(
    [property: HttpResult] IActionResult Answer, [property: ServiceBusOutput("%Queue%", Connection = "ServiceBus")] string Message);
