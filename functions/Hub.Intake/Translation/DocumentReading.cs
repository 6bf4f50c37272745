using Hub.Intake.Files.Reading;
using Hub.Intake.Files.Text;
using Hub.Notices;
using Hub.Notices.Documents;
using Hub.Register.Problems;

namespace Hub.Intake.Translation;

/// <summary>Reads a document: what there is to read, in which language, with what damage; and orders its translations.</summary>
public sealed class DocumentReading(
    WorkClock works, IDocumentWorkStore store, INoticeStore notices, IFileStore files,
    IFileReader reader, DocumentSettings settings, TimeProvider clock)
{
    private const int Tries = 5;
    private static readonly TimeSpan NotYet = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan NeverKept = TimeSpan.FromHours(1);
    private readonly OwnTranslation _own = new(files, reader);

    /// <summary>Reads a document where that is due; the ids of the translations to wake.</summary>
    public async Task<IReadOnlyList<string>> Run(string id, CancellationToken cancel)
    {
        IReadOnlyList<string> orders = [];
        await works.Run(id, async work => orders = await Run(work, cancel), cancel);
        return orders;
    }

    private async Task<IReadOnlyList<string>> Run(DocumentWork work, CancellationToken cancel)
    {
        // Given up by now: its sender is asked for another file, as for one that says nothing.
        if (work.State == WorkState.Impossible)
        {
            await Tell(work.Notice, Problem.Query(ProblemCode.V16, Field(work)), cancel);
            return [];
        }
        var notice = await notices.Find(work.Notice, cancel);
        var file = notice?.Files[work.N - 1];
        // What stands in one file may be about another: all of them are there, or none is read.
        if (file is null || notice!.Files.Any(f => f.AwaitsScan))
        {
            await store.Save(Awaiting(work, notice is null), cancel);
            return [];
        }
        var (read, text) = file.Refused is null
            ? await Read(work, file, cancel)
            : (work with { State = WorkState.Impossible, Reason = "it was refused" }, "");
        var own = await _own.Check(notice!, work.N, read.From, text, cancel);
        var absent = Enclosures.Absent(text, [.. notice!.Files.Select(f => f.Name)], Field(work));
        foreach (var problem in Problems(read).Concat(absent).Concat(own))
            await Tell(work.Notice, problem, cancel);
        var orders = Orders(read).ToList();
        foreach (var order in orders)
            await store.Add(order, cancel);
        await store.Save(read with { DueAt = null }, cancel);
        return [.. orders.Select(o => o.Id)];
    }

    // The work is noted before its notice is: a notice that was never kept has none.
    private DocumentWork Awaiting(DocumentWork work, bool unknown)
    {
        var since = work.FailingSince ?? clock.GetUtcNow();
        return unknown && clock.GetUtcNow() - since > NeverKept / settings.Speed
            ? work with { State = WorkState.Impossible, DueAt = null, Reason = "its notice was never kept" }
            : works.Later(work with { FailingSince = unknown ? since : work.FailingSince }, NotYet);
    }

    private async Task<(DocumentWork Work, string Text)> Read(DocumentWork work, NoticeFile file, CancellationToken cancel)
    {
        await using var content = await files.Open(Place.Originals, file.Blob, cancel)
            ?? throw new InvalidDataException($"{work.Id} has no original.");
        var read = await reader.Text(file.Kind!.Value, content, cancel);
        var (legibility, text, part) = read;
        var language = LanguageDetector.Of(text);
        return (work with
        {
            State = WorkState.Done, Legibility = legibility, From = language.Language, Confidence = Math.Round(language.Confidence, 2),
            Damage = read.Damage,
            Reason = legibility == Legibility.Text && language.Language is null ? "its language is not certain" : part,
        }, text);
    }

    private IEnumerable<DocumentWork> Orders(DocumentWork read) =>
        from language in settings.Languages
        where read.From is not null && language != read.From
        select new DocumentWork { Notice = read.Notice, N = read.N, Into = language, From = read.From, DueAt = clock.GetUtcNow() };

    private static IEnumerable<Problem> Problems(DocumentWork read) => read switch
    {
        { Legibility: Legibility.Blank or Legibility.Unreadable } => [Problem.Query(ProblemCode.V16, Field(read))],
        { Damage.Count: > 0 } => [Problem.Warn(ProblemCode.V22, Field(read))],
        _ => [],
    };

    private static string Field(DocumentWork work) => $"{NoticeFile.Field}/{work.N - 1}";

    // What waits for a reviewer goes back to its sender where a document cannot be read; what was decided stays so.
    private async Task Tell(string id, Problem problem, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await notices.Find(id, cancel) is not { } notice || notice.Problems.Contains(problem))
                return;
            var told = notice with { Problems = [.. notice.Problems, problem] };
            if (problem.Outcome == Outcome.Query && notice.Status == NoticeStatus.Review)
                told = told.Now(NoticeStatus.Query);
            if (await notices.Save(told, cancel) is not null)
                return;
        }
        throw new InvalidOperationException($"Notice {id} was written by others each time.");
    }
}
