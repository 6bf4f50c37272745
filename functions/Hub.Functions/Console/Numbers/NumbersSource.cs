using Hub.Notices;
using Hub.Notices.Numbers;
using Hub.Pages.Console.Numbers;
using Hub.Register.Log;
using Hub.Register.Lookup;
using Hub.Register.States;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Console.Numbers;

/// <summary>Gathers the numbers of some months.</summary>
public sealed class NumbersSource(
    INoticeStore notices, IRegisterStore register, RecordLog log, MailCounts mails, StateCatalog states, TimeProvider clock)
{
    private const int MostMonths = 60;
    private const int Usual = 12;

    /// <summary>The numbers from one month to another; of the last twelve where none are named.</summary>
    public async Task<NumbersView> Of(Month? from, Month? to, Language language, CancellationToken cancel)
    {
        var (now, found) = (clock.GetUtcNow(), await notices.Summaries(cancel));
        var events = await log.UpTo((await register.Read(TimeSpan.Zero, cancel)).Head.Sequence, cancel);
        var choices = Choices(Month.Of(now));
        var span = Span(choices, from, to);
        return new(span, choices)
        {
            States = NoticeNumbers.ByState(found, span),
            Kinds = NoticeNumbers.ByKind(found, span),
            Channels = NoticeNumbers.ByChannel(found, span),
            Decisions = NoticeNumbers.Decisions(found, span),
            Confirmed = UpkeepNumbers.Confirmed([.. events.ByRecord.Values], span, now),
            Mails = MailNumbers.Of(await mails.Read(cancel), span),
            Names = found.Select(n => n.State).Distinct().ToDictionary(s => s.Value, s => states[s].Name(language)),
        };
    }

    private static List<Month> Choices(Month now) => [.. Enumerable.Range(0, MostMonths).Select(i => now.Plus(-i))];

    // The wrong way round, it is meant the right way.
    private static MonthSpan Span(List<Month> choices, Month? from, Month? to)
    {
        Month Within(Month month) => month > choices[0] ? choices[0] : month < choices[^1] ? choices[^1] : month;
        var (one, other) = (Within(from ?? choices[Usual - 1]), Within(to ?? choices[0]));
        return one <= other ? new(one, other) : new(other, one);
    }
}

/// <summary>What the page of numbers asks for.</summary>
internal static class NumbersServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddNumbersPages(this IServiceCollection services) =>
        services.AddSingleton<MailCounts>().AddSingleton<NumbersSource>();
}
