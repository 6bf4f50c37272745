using System.Reflection;
using Hub.Pages.Directory.Frame;
using Hub.Pages.Directory.Lists;
using Hub.Pages.Site;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Lookup;
using Hub.Register.Records;
using Hub.Register.States;
using Microsoft.AspNetCore.Components;

namespace Hub.Pages.Tests.DirectoryPages;

/// <summary>What everybody may see of the directory: functions and States, whatever a record holds.</summary>
public sealed class PublicDirectoryTests
{
    private static readonly RegisterSnapshot Register = Marked.Register();

    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    [Theory, MemberData(nameof(Languages))]
    public void No_page_for_everybody_shows_a_restricted_value_I6(Language language)
    {
        var pages = Pages(new(language, "/directory", DateTimeOffset.UnixEpoch));
        Assert.True(pages.Count >= 8);
        Assert.All(pages, html => Assert.DoesNotContain("MARK-OF", html, StringComparison.Ordinal));
        Assert.All(pages, html => Assert.DoesNotContain("<script", html, StringComparison.Ordinal));
        Assert.All(pages, html => Assert.DoesNotContain("{0}", html, StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_pages_show_the_name_to_readers()
    {
        var visit = new Visit(Language.English, "/directory", DateTimeOffset.UnixEpoch);
        Assert.All(
            new[]
            {
                DirectoryHtml.State(visit, State(), Register),
                DirectoryHtml.Instrument(visit, Instrument.Untoc, [State().Listed], Register),
                DirectoryHtml.Changes(visit, Changes(), Register),
            },
            html => Assert.Contains(Marked.Restricted, html, StringComparison.Ordinal));
    }

    // By construction: what a component for everybody can be given leads to nothing confidential.
    [Fact]
    public void What_pages_for_everybody_are_made_of_leads_to_nothing_confidential()
    {
        var components = typeof(DirectoryHtml).Assembly.GetTypes().Where(t => t.Namespace?.StartsWith("Hub.Pages.Directory", StringComparison.Ordinal) == true
            && t.IsAssignableTo(typeof(IComponent)) && !t.Name.StartsWith("Reader", StringComparison.Ordinal)
            && t.Name is not ("Reach" or "CallLink" or "ReportPage")).ToList();
        Assert.True(components.Count > 15);
        var views = typeof(DirectoryHtml).Assembly.GetTypes().Where(t => t.Namespace?.StartsWith("Hub.Pages.Directory", StringComparison.Ordinal) == true && t.IsAssignableTo(typeof(IPublic)));
        Assert.All(
            components.SelectMany(c => c.GetProperties().Where(p => p.GetCustomAttribute<ParameterAttribute>() is not null)
                .Select(p => (Name: $"{c.Name}.{p.Name}", Type: p.PropertyType))).Concat(views.Select(v => (v.Name, Type: v)))
                .Where(p => p.Type != typeof(Visit)),
            p => Assert.DoesNotContain(
                Reachable(p.Type, []), t => t.IsAssignableTo(typeof(Confidential)) && t != typeof(Hub.Pages.Texts.Phrase)));
    }

    private static IReadOnlyList<string> Pages(Visit visit)
    {
        var office = PublicOffice.Of(Register.Authorities.Values.Single(), Sample.Today);
        var choice = new FindChoice { State = Sample.Arvenia, Matter = Matter.Mla };
        var offices = Competence.Find(Register, choice.Request!, Sample.Today);
        Assert.Single(offices);
        return
        [
            DirectoryHtml.Home(visit, isPublic: true), DirectoryHtml.FoundForAll(visit, new(choice, "Arvenia", offices)),
            DirectoryHtml.FoundForAll(visit, new(choice, "Arvenia", [])), DirectoryHtml.OfficeForAll(visit, office, "Arvenia"),
            DirectoryHtml.State(visit, State(), null), DirectoryHtml.Instrument(visit, Instrument.Untoc, [State().Listed], null),
            DirectoryHtml.DayAndNight(visit, [State().Listed], null), DirectoryHtml.Changes(visit, Changes(), null),
            DirectoryHtml.Search(visit, "mla", [(new FoundOffice(office, [new("mla", FoundIn.Function)], 4), "Arvenia")], 1, null),
            DirectoryHtml.Missing(visit), DirectoryHtml.HoursForAll(visit), DirectoryHtml.WhichMatter(visit, choice, "Arvenia", [], [Matter.Mla]),
        ];
    }

    private static StateView State()
    {
        var offices = Register.Authorities.Values.Select(a => PublicOffice.Of(a, Sample.Today)).ToList();
        return new(new(Sample.Arvenia, "Arvenia", offices), Register.FactsOf(Sample.Arvenia)) { Changes = Changes().Changes };
    }

    private static ChangesView Changes() => new(
        Sample.Today, [new(DateTimeOffset.UnixEpoch, EventType.AuthorityAmended, "Arvenia", PublicOffice.Of(Register.Authorities.Values.Single(), Sample.Today))], 1);

    private static HashSet<Type> Reachable(Type type, HashSet<Type> seen)
    {
        if (type.IsGenericType || type.IsArray)
            foreach (var part in type.IsArray ? [type.GetElementType()!] : type.GetGenericArguments())
                Reachable(part, seen);
        if (type.Namespace?.StartsWith("Hub.", StringComparison.Ordinal) == true && !type.IsEnum && type != typeof(Hub.Pages.Texts.Labels) && seen.Add(type))
            foreach (var property in type.GetProperties())
                Reachable(property.PropertyType, seen);
        return seen;
    }
}
