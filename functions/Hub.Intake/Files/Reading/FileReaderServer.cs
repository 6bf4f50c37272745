using System.Collections.Concurrent;
using System.Text.Json;
using Hub.Intake.Mails.Parsing;
using Hub.Intake.Mails.Reports;
using Hub.Register.Json;

namespace Hub.Intake.Files.Reading;

/// <summary>The side of the reading process: takes one request after the other, until the other side is gone.</summary>
public static class FileReaderServer
{
    /// <summary>The process's own word for: out of memory.</summary>
    internal const int OutOfMemory = 75;

    private const int StackBytes = 16 * 1024 * 1024;
    private const long KeptBytes = 48L * 1024 * 1024;

    private static readonly byte[] SmallMail =
        [.. "From: office@ministry.example\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>Office &amp; unit</p>"u8];

    /// <summary>Reads until nobody asks any more.</summary>
    public static int Run(Stream requests, Stream replies)
    {
        // A library that writes to the console must not write into an answer.
        Console.SetOut(TextWriter.Null);
        Console.SetError(TextWriter.Null);
        // Compiling what reads HTML takes 65 MB, which no file is to be charged with.
        MailParser.Parse(SmallMail);
        using var asked = new BlockingCollection<(FileReaderRequest, byte[])>(1);
        var worker = new Thread(() => Work(asked, replies), StackBytes) { IsBackground = true };
        worker.Start();
        Frames.Write(replies, FileReaderReply.Ended(FileReaderOutcome.Answered));
        while (Next(requests) is { } request)
            asked.Add(request);
        // Whoever asked is gone: what is still being read is for nobody.
        Environment.Exit(0);
        return 0;
    }

    private static (FileReaderRequest, byte[])? Next(Stream requests)
    {
        try
        {
            return Frames.Read(requests);
        }
        catch (OutOfMemoryException)
        {
            Environment.Exit(OutOfMemory);
            throw;
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return null;
        }
    }

    private static void Work(BlockingCollection<(FileReaderRequest, byte[])> asked, Stream replies)
    {
        foreach (var (request, content) in asked.GetConsumingEnumerable())
        {
            try
            {
                Frames.Write(replies, Answer(request, content));
                if (GC.GetTotalMemory(false) > KeptBytes)
                    GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            }
            catch (OutOfMemoryException)
            {
                Environment.Exit(OutOfMemory);
            }
        }
    }

    private static FileReaderReply Answer(FileReaderRequest request, byte[] content)
    {
        try
        {
            var files = new List<ReadOnlyMemory<byte>>();
            var json = JsonSerializer.SerializeToUtf8Bytes(Read(request, content, files), HubJson.Options);
            return new(FileReaderOutcome.Answered, json, files);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return FileReaderReply.Ended(FileReaderOutcome.Failed);
        }
    }

    private static object? Read(FileReaderRequest request, byte[] content, List<ReadOnlyMemory<byte>> files)
    {
        using var stream = new MemoryStream(content, 0, content.Length, writable: false, publiclyVisible: true);
        return request.Task switch
        {
            FileReaderTask.Inspect => FileReader.Inspect(request.Name!, stream),
            FileReaderTask.Text => FileReader.Text(request.Kind!.Value, stream),
            FileReaderTask.Form => FileReader.Form(request.Kind!.Value, request.Name!, stream, request.Assumed),
            FileReaderTask.Mail => MailFiles.TakenOut(MailParser.Parse(content), files),
            FileReaderTask.Report => ReportParser.Read(content),
            _ => throw new NotSupportedException($"{request.Task}"),
        };
    }
}
