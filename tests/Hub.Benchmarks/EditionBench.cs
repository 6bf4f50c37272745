using System.Diagnostics;
using Hub.Azure;
using Hub.Delivery.Editions;
using Hub.Intake.Submissions;
using Hub.Local.Sample;
using Hub.Notices.Access;
using Hub.Notices.Parsing;
using Hub.Notices.Rules;
using Hub.Pages.Editions.Rendering;
using Hub.Register.Log;
using Hub.Register.Networks;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Benchmarks;

/// <summary>
/// What an edition takes to render and how large it is, for directories of growing size, with a change in every tenth record: each format
/// beside the plainest one of the same content, JSON, and each size beside the smaller one before it.
/// </summary>
internal static class EditionBench
{
    private const string Floor = "json";
    private static readonly ReferenceData Data = new(new StateCatalog(), new NetworkCatalog(), new PartyList());
    private static readonly DateOnly CutOff = new(2026, 6, 30);

    public static void Run(Report report, bool quick, string? folder)
    {
        var sample = Sample();
        var smaller = Add(report, sample.Authorities.Count, Measure(sample, sample.Authorities.Count, isWarm: false, folder), null);
        foreach (var size in quick ? [2000] : new[] { 2000, 20_000 })
            smaller = Add(report, size, Measure(sample, size, isWarm: true, null), smaller);
    }

    // The first one warms up and is measured again.
    private static Dictionary<string, Format> Measure(RegisterSnapshot sample, int size, bool isWarm, string? folder)
    {
        var register = Grown(sample, size);
        var before = new EditionContent(register, CutOff, Data).Of(new(2025, 2));
        var edition = new EditionContent(Amended(register), CutOff, Data).Of(new(2026, 1), before.Id);
        var changes = EditionChanges.Between(before, edition);
        if (!isWarm)
            Keep(edition, [.. new EditionRenderer().Render(edition, changes)], folder);
        var watch = Stopwatch.StartNew();
        var json = edition.ToBytes();
        var formats = new Dictionary<string, Format> { [Floor] = new(size, watch.Elapsed, json.Length, 1) };
        watch.Restart();
        foreach (var file in new EditionRenderer().Render(edition, changes))
        {
            var kind = Kind(file.Name);
            formats[kind] = formats.GetValueOrDefault(kind, new(size, TimeSpan.Zero, 0, 0)).With(watch.Elapsed, file.Content.Length);
            watch.Restart();
        }
        return formats;
    }

    private static Dictionary<string, Format> Add(
        Report report, int size, Dictionary<string, Format> formats, Dictionary<string, Format>? smaller)
    {
        foreach (var (kind, format) in formats)
        {
            var beside = kind == Floor ? "the floor" : $"{Report.Ratio(format.EachMilliseconds / formats[Floor].EachMilliseconds)} times";
            var grown = smaller?.GetValueOrDefault(kind) is { } before
                ? $"{Report.Ratio(format.EachMilliseconds / before.EachMilliseconds)} of that at {before.Size:N0}"
                : "";
            report.Add(
                $"(f) an edition of {size:N0} authorities, {kind}: time an authority and file, of JSON's",
                string.Join("; ", ((string[])[beside, grown]).Where(t => t.Length > 0)), "grows no faster than the directory",
                $"{Report.Number(format.Time.TotalSeconds)} s; {Report.Number(format.Bytes / 1e6)} MB in {format.Files} files");
        }
        return formats;
    }

    private static string Kind(string name) => name switch
    {
        _ when name.StartsWith("directory.", StringComparison.Ordinal) => Path.GetExtension(name)[1..],
        _ => name.Split('.')[0],
    };

    private static void Keep(Edition edition, IReadOnlyList<EditionFile> files, string? folder)
    {
        if (folder is null)
            return;
        Directory.CreateDirectory(folder);
        foreach (var file in files.Append(new("directory.json", "application/json", edition.ToBytes())))
            File.WriteAllBytes(Path.Combine(folder, file.Name), file.Content.ToArray());
    }

    private static RegisterSnapshot Sample()
    {
        var (register, ids, now) = (RegisterSnapshot.Empty, new RandomIdentifiers(TimeProvider.System), DateTimeOffset.UtcNow);
        var networks = NetworkSeed.Notices(Data.Networks).Select((n, i) => ($"seed-{i}", n.Form));
        foreach (var (key, form) in new SampleRegister(new()).Notices.Select(n => (n.Key, n.Json)).Concat(networks))
        {
            var read = NoticeParser.Read(form, new Caller("bench", CallerKind.Secretariat), now, Data.With(register));
            var commit = CommitBuilder.Build(register, new(key, read.State!.Value, read.Changes, null, true, null, []), now, ids);
            register = register.With(commit.Writes, commit.To);
        }
        return register;
    }

    private static RegisterSnapshot Grown(RegisterSnapshot sample, int size)
    {
        var offices = sample.Authorities.Values.OrderBy(a => a.Id, StringComparer.Ordinal).ToList();
        var copies = Enumerable.Range(offices.Count, Math.Max(0, size - offices.Count))
            .Select(n => new AuthorityWrite(offices[n % offices.Count] with { Id = $"copy-{n:D6}" }, null));
        return sample.With(copies, sample.Head);
    }

    private static RegisterSnapshot Amended(RegisterSnapshot register) => register.With(
        register.Authorities.Values.OrderBy(a => a.Id, StringComparer.Ordinal).Where((_, n) => n % 10 == 0).Select(a => new AuthorityWrite(
            a with { Version = 2, Restricted = a.Restricted with { Phones = [new("+99900000000")], Fax = null } }, a)),
        register.Head);

    private sealed record Format(int Size, TimeSpan Time, long Bytes, int Files)
    {
        public double EachMilliseconds => Time.TotalMilliseconds / Size / Files;

        public Format With(TimeSpan time, long bytes) => this with { Time = Time + time, Bytes = Bytes + bytes, Files = Files + 1 };
    }
}
