using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Hub.Core.Access;
using Hub.Core.Documents;
using Hub.Core.Forms;
using Hub.Core.Json;
using Hub.Core.Register;
using Hub.Core.States;
using Hub.Core.Tracing;

namespace Hub.Core.Notices;

/// <summary>Takes a notice in: checks its form, keeps its original and its documents, and records it. What it answers as accepted is kept (I1).</summary>
public sealed class NoticeIntake(
    INoticeStore notices, IOriginalStore originals, FileKeeper keeper, IRegisterStore register, ReferenceData data, IIdentifiers ids, TimeProvider clock)
{
    /// <summary>Sweep takes up a notice that its wake-up did not reach after this time.</summary>
    private static readonly TimeSpan RouteWithin = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan FreshEnough = TimeSpan.FromMinutes(1);

    /// <summary>Takes a notice in.</summary>
    public async Task<SubmissionResult> Accept(Submission sent, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var files = keeper.Examine(sent.Files);
        var filled = AttachedForms.Read(sent.Json, sent.Files, files, data.States);
        var submission = sent with { Json = filled.Form };
        var understood = await Understand(submission, now, FreshEnough, cancel);
        // What is refused may be about a record that another instance has just committed.
        if (understood.Gravest == Outcome.Refuse)
            understood = await Understand(submission, now, TimeSpan.Zero, cancel);
        if (understood.State is { } state && !SpeaksFor(submission.Sender, state))
            return new SubmissionResult.ForeignState();
        if (understood.State is null || understood.Gravest == Outcome.Refuse)
            return await Met(submission, files, understood, now, cancel) ?? new SubmissionResult.Refused([.. understood.Problems, .. filled.Problems]);
        if (!await Answers(understood.Form!.Amends, understood.State.Value, cancel))
            return new SubmissionResult.Refused([Problem.Refuse(ProblemCode.F06, "/amends", understood.Form.Amends!), .. understood.Problems]);
        var notice = Notice(submission, filled, files, understood, now);
        using var span = HubTrace.OfNotice("notice.keep", notice.Id);
        await Task.WhenAll(
            originals.Keep($"{notice.Id}/notice.json", submission.Original, "application/json", cancel), keeper.Keep(notice, submission.Files, cancel));
        return await Record(notice, Fingerprints(submission, files, understood, now), cancel);
    }

    private async Task<Understanding> Understand(Submission submission, DateTimeOffset now, TimeSpan maxAge, CancellationToken cancel) =>
        NoticeReader.Read(submission.Json, submission.Sender, now, data.With(await register.Read(maxAge, cancel)));

    private static bool SpeaksFor(Caller sender, StateCode state) => sender.Kind switch
    {
        CallerKind.Secretariat => true,
        CallerKind.State => sender.State == state,
        CallerKind.Reader or CallerKind.Partner => false,
    };

    // Whether a notice of another State exists is not this sender's to learn (I7).
    private async Task<bool> Answers(string? earlier, StateCode state, CancellationToken cancel) =>
        earlier is null || (Notices.Notice.StateOf(earlier) == state && await notices.Find(earlier, cancel) is not null);

    private Notice Notice(
        Submission submission, FilledNotice filled, IReadOnlyList<KeptFile> files, Understanding understood, DateTimeOffset now)
    {
        var state = understood.State!.Value;
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
            Language = understood.Form!.Language,
            Proposals = filled.Proposals,
            Problems = [.. understood.Problems, .. Absent(understood.Form, submission.Files), .. FileKeeper.Refusals(files), .. filled.Problems],
            Files = [.. files.Select(f => f with { Blob = $"{id}/{f.Sha256}" })],
        };
    }

    /// <summary>The files that the notice names but did not bring (V17).</summary>
    internal static IEnumerable<Problem> Absent(NoticeForm form, IReadOnlyList<SubmittedFile> files) =>
        from named in (form.Attachments ?? []).Select((a, i) => (a.Name, Field: $"/attachments/{i}"))
        where files.All(f => f.Name != named.Name)
        select Problem.Query(ProblemCode.V17, named.Field, named.Name);

    // A request that was accepted once is answered as it was then, though the register has moved on since.
    private async Task<SubmissionResult?> Met(
        Submission submission, IReadOnlyList<KeptFile> files, Understanding understood, DateTimeOffset now, CancellationToken cancel)
    {
        if (understood.Form is null || (understood.State ?? submission.Sender.State) is not { } state || submission.IdempotencyKey is null)
            return null;
        return await notices.FindKey(state, Fingerprints(submission, files, understood, now), cancel) is { } seen ? await Answer(seen, cancel) : null;
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
            _ => throw new NotSupportedException("Unknown result of keeping a notice."),
        };

    // The same note by another road (V18): kept and linked, never applied twice.
    private async Task<SubmissionResult> RecordRepeat(Notice notice, Fingerprints fingerprints, string first, CancellationToken cancel)
    {
        var repeat = notice.Now(NoticeStatus.Duplicate) with
        {
            Linked = first,
            Problems = [new(ProblemCode.V18, "", Outcome.Link, [first]), .. notice.Problems],
        };
        return await Record(repeat, fingerprints with { OfficialRef = null, Content = "" }, cancel);
    }

    private static Fingerprints Fingerprints(Submission submission, IReadOnlyList<KeptFile> files, Understanding understood, DateTimeOffset now)
    {
        var form = understood.Form!;
        var body = Sha256([submission.Original.Span.ToArray(), .. files.Select(f => Encoding.ASCII.GetBytes(f.Sha256))]);
        var key = submission.IdempotencyKey is { } given ? Sha256($"{submission.Sender.Name}\n{given}") : null;
        // An answer to a query bears the reference of the note it mends.
        return form.Amends is null
            ? new(key, body, Folded(form.OfficialRef) is { Length: > 0 } reference ? Sha256(reference) : null, ContentOf(submission.Json, form, now))
            : new(key, body, null, "");
    }

    // The same on another day is another note: confirmations come every year.
    private static string ContentOf(JsonObject json, NoticeForm form, DateTimeOffset now)
    {
        var day = form.NoteDate ?? DateOnly.FromDateTime(now.UtcDateTime);
        return Sha256($"{form.Kind}\n{day:yyyy-MM-dd}\n{form.EffectiveFrom:yyyy-MM-dd}\n{form.Text}\n{Canonical(json["changes"])}");
    }

    private static string Canonical(JsonNode? changes) => changes?.ToJsonString(HubJson.Options) ?? "";

    // A dash in the place of a reference is none.
    private static string Folded(string? reference) => string.Concat((reference ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static string Sha256(string text) => Sha256([Encoding.UTF8.GetBytes(text)]);

    private static string Sha256(IEnumerable<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(BitConverter.GetBytes(part.Length));
            hash.AppendData(part);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
