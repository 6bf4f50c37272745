using Hub.Intake.Files.Reading;
using Hub.Intake.Forms.Filling;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Parsing;
using Hub.Notices.Rules;
using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Register.States;
using Hub.Work.Tracing;

namespace Hub.Intake.Submissions;

/// <summary>
/// Takes a notice in: checks its form, keeps its original and its documents, and records it. What it answers as accepted is kept (I1).
/// </summary>
public sealed class NoticeIntake(
    INoticeStore notices, IOriginalStore originals, FileArchive keeper, IFileReader reader, IRegisterStore register, ReferenceData data,
    IIdentifiers ids, TimeProvider clock)
{
    /// <summary>Sweep takes up a notice that its wake-up did not reach after this time.</summary>
    private static readonly TimeSpan RouteWithin = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan FreshEnough = TimeSpan.FromMinutes(1);

    /// <summary>Takes a notice in.</summary>
    public async Task<SubmissionResult> Accept(Submission sent, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var files = await keeper.Examine(sent.Files, cancel);
        // The forms that came with a mail were read with it, each as a notice of its own.
        var filled = sent.Mail is null
            ? await AttachedForms.Read(sent.Json, sent.Files, files, reader, data.States, cancel)
            : new(sent.Json, [], []);
        var submission = sent with { Json = await PrefilledForms.Reduced(filled.Form, sent.Sender, register, cancel) };
        var understood = await Understand(submission, now, FreshEnough, cancel);
        // What is refused may be about a record that another instance has just committed.
        if (understood.Gravest == Outcome.Refuse)
            understood = await Understand(submission, now, TimeSpan.Zero, cancel);
        if (understood.State is { } state && !SpeaksFor(submission.Sender, state))
            return new SubmissionResult.ForeignState();
        if (submission is { Mail: not null, Entered: null })
            return await Keep(
                submission, filled, files, await Asked(submission, understood, cancel), submission.Sender.State!.Value, now, cancel);
        if (understood.State is null || understood.Gravest == Outcome.Refuse)
            return await Met(submission, files, understood, now, cancel)
                ?? new SubmissionResult.Refused(understood.Problems.Concat(filled.Problems).Capped());
        if (!await Answers(understood.Form!.Amends, understood.State.Value, cancel))
            return new SubmissionResult.Refused(
                [Problem.Refuse(ProblemCode.F06, "/amends", understood.Form.Amends!), .. understood.Problems]);
        return await Keep(submission, filled, files, understood, understood.State.Value, now, cancel);
    }

    // Who sent a mail is asked about what an answer would refuse (I8).
    private async Task<Understanding> Asked(Submission submission, Understanding understood, CancellationToken cancel)
    {
        var problems = understood.Problems.Concat(submission.Mail!.Remarks);
        if (Hub.Notices.Notice.Amended(submission.Json) is { } earlier && !await Answers(earlier, submission.Sender.State!.Value, cancel))
            problems = problems.Append(Problem.Refuse(ProblemCode.F06, IntakeProblems.AmendsField, earlier));
        return understood with { Problems = [.. problems] };
    }

    private async Task<SubmissionResult> Keep(
        Submission submission, FilledNotice filled, IReadOnlyList<NoticeFile> files, Understanding understood, StateCode state,
        DateTimeOffset now, CancellationToken cancel)
    {
        var carried = await Amended(submission, state, cancel) is { } earlier ? new CarriedOn(earlier, files) : null;
        var notice = Notice(submission, filled, files, carried, understood, state, now);
        using var span = HubTrace.OfNotice("notice.keep", notice.Id);
        await Task.WhenAll(
            originals.Keep($"{notice.Id}/notice.json", submission.Original, "application/json", cancel),
            keeper.Keep(notice, submission.Files, carried?.Files ?? [], cancel));
        return await Record(notice, Fingerprints(submission, files, understood, now), cancel);
    }

    private async Task<Understanding> Understand(Submission submission, DateTimeOffset now, TimeSpan maxAge, CancellationToken cancel) =>
        NoticeParser.Read(submission.Json, submission.Sender, now, data.With(await register.Read(maxAge, cancel)));

    private static bool SpeaksFor(Caller sender, StateCode state) => sender.Kind switch
    {
        CallerKind.Secretariat => true,
        CallerKind.State => sender.State == state,
        CallerKind.Reader or CallerKind.Partner => false,
    };

    // Whether a notice of another State exists is not this sender's to learn (I7).
    private async Task<bool> Answers(string? earlier, StateCode state, CancellationToken cancel) =>
        earlier is null || (Hub.Notices.Notice.StateOf(earlier) == state && await notices.Find(earlier, cancel) is not null);

    private async Task<Notice?> Amended(Submission submission, StateCode state, CancellationToken cancel) =>
        Hub.Notices.Notice.Amended(submission.Json) is { } earlier && Hub.Notices.Notice.StateOf(earlier) == state
        && await notices.Find(earlier, cancel) is { IsErased: false } found && found.State == state ? found : null;

    private Notice Notice(
        Submission submission, FilledNotice filled, IReadOnlyList<NoticeFile> own, CarriedOn? carried, Understanding understood,
        StateCode state, DateTimeOffset now)
    {
        var (answered, files) = (submission.IsAnswer ? carried : null, own.Concat(carried?.Files ?? []).ToList());
        var id = $"{state}-{ids.New()}";
        return new()
        {
            Id = id,
            State = state,
            Sender = submission.Sender,
            ReceivedAt = now,
            Status = NoticeStatus.Received,
            DueAt = now + RouteWithin,
            Form = submission.Json,
            Language = understood.Form?.Language ?? submission.Mail!.Language,
            Proposals = [.. filled.Proposals, .. answered?.Said(carried!.Earlier.Proposals, p => p.Pointer, submission.Json) ?? []],
            Problems = understood.Problems.Concat(Absent(understood.Form, files)).Concat(FileArchive.Refusals(files))
                .Concat(filled.Problems).Concat(answered?.Open(submission.Json) ?? []).Distinct().Capped(),
            Files = [.. files.Select(f => f with { Blob = $"{id}/{f.Sha256}" })],
            Mail = submission.Mail?.Id,
            Entered = submission.Entered,
            Words = submission.Mail?.Words ?? [.. answered?.Said(carried!.Earlier.Words, w => w.Pointer, submission.Json) ?? []],
        };
    }

    /// <summary>The files that the notice names but did not bring (V17).</summary>
    internal static IEnumerable<Problem> Absent(NoticeForm? form, IReadOnlyList<NoticeFile> files) =>
        from named in (form?.Attachments ?? []).SelectMany((a, i) => Named(a, $"/attachments/{i}"))
        where files.All(f => f.Name != named.Name)
        select Problem.Query(ProblemCode.V17, named.Field, named.Name);

    private static IEnumerable<(string Name, string Field)> Named(AttachmentForm attachment, string field)
    {
        yield return (attachment.Name, field);
        if (attachment.TranslationOf is { } original)
            yield return (original, $"{field}/translationOf");
    }

    // A request that was accepted once is answered as it was then, though the register has moved on since.
    private async Task<SubmissionResult?> Met(
        Submission submission, IReadOnlyList<NoticeFile> files, Understanding understood, DateTimeOffset now, CancellationToken cancel)
    {
        if (understood.Form is null || (understood.State ?? submission.Sender.State) is not { } state || submission.IdempotencyKey is null)
            return null;
        return await notices.FindKey(state, Fingerprints(submission, files, understood, now), cancel) is { } seen
            ? await Answer(seen, cancel)
            : null;
    }

    private async Task<SubmissionResult> Answer(AddResult.KeySeen seen, CancellationToken cancel) => seen.SameBody
        ? new SubmissionResult.Repeated((await notices.Find(seen.NoticeId, cancel))!)
        : new SubmissionResult.KeyReused(seen.NoticeId);

    private async Task<SubmissionResult> Record(Notice notice, Fingerprints fingerprints, CancellationToken cancel) =>
        await notices.Add(notice, fingerprints, cancel) switch
        {
            AddResult.Added(var kept) => new SubmissionResult.Accepted(kept),
            AddResult.KeySeen seen => await Answer(seen, cancel),
            AddResult.NoteSeen(var first) => await RecordRepeat(notice, fingerprints, first, cancel),
            AddResult.ReferenceSeen(var first) => await RecordLike(notice, fingerprints with { OfficialRef = null }, first, cancel),
            AddResult.ContentSeen(var first) => await RecordLike(notice, fingerprints with { Content = null }, first, cancel),
            _ => throw new NotSupportedException("Unknown result of keeping a notice."),
        };

    // The same note by another road (V18): kept and linked, never applied twice.
    private async Task<SubmissionResult> RecordRepeat(Notice notice, Fingerprints fingerprints, string first, CancellationToken cancel)
    {
        if (await IsOvertaken(notice, first, cancel))
            return await RecordLike(notice, fingerprints.After(first), first, cancel);
        var repeat = notice.Now(NoticeStatus.Duplicate) with
        {
            Linked = first,
            // It is not applied: what the register has of the first one is no question to it.
            Problems = [new(ProblemCode.V18, "", Outcome.Link, [first]), .. FileArchive.Refusals(notice.Files)],
        };
        return await Record(repeat, new(fingerprints.Idempotency, fingerprints.Body, null, null, null), cancel);
    }

    // What agrees with an earlier notice in part only is for a person to compare (V18).
    private Task<SubmissionResult> RecordLike(Notice notice, Fingerprints fingerprints, string first, CancellationToken cancel)
    {
        var like = Problem.Warn(ProblemCode.V18, "", first);
        return Record(notice with { Problems = notice.Problems.Append(like).Distinct().Capped() }, fingerprints, cancel);
    }

    // What was withdrawn may be sent again. Without a reference, what was said once may be meant again: where something else has been said
    // in between.
    private async Task<bool> IsOvertaken(Notice notice, string first, CancellationToken cancel)
    {
        var earlier = await notices.Find(first, cancel);
        if (earlier is { WithdrawnAt: not null })
            return true;
        if (earlier is null || Hub.Notices.Fingerprints.ReferenceOf(notice.Form, null).Length > 0
            || earlier.Status != NoticeStatus.Committed)
            return false;
        var snapshot = await register.Read(TimeSpan.Zero, cancel);
        return earlier.BasedOn.Keys.Any(id => snapshot.NoticeOf(id) != first);
    }

    private static Fingerprints Fingerprints(
        Submission submission, IReadOnlyList<NoticeFile> files, Understanding understood, DateTimeOffset now) =>
        Hub.Notices.Fingerprints.Of(submission, files, understood.Form, DateOnly.FromDateTime(now.UtcDateTime));
}
