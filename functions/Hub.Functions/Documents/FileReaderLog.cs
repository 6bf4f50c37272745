using Hub.Intake.Files.Reading;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Documents;

/// <summary>Says in the log which files ended the process that read them: how, and how long they are, never what they are called.</summary>
internal sealed class FileReaderLog
{
    /// <summary>What to do about a file that did not get read.</summary>
    public static Action<FileReaderFailure> To(IServiceProvider services)
    {
        var log = services.GetRequiredService<ILogger<FileReaderLog>>();
        return failure => log.LogWarning(
            "A file of {Bytes} bytes ended its reader ({Task}, attempt {Attempt}): {Outcome}.", failure.Bytes, failure.Task,
            failure.Attempt, failure.Outcome);
    }
}
