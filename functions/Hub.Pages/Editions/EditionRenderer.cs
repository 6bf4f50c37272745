using System.Text;
using Hub.Core.Editions;
using Hub.Core.Json;
using Hub.Core.States;
using Hub.Pages.Editions.Pdf;
using Hub.Pages.Rendering;
using Hub.Pages.Texts;
using Microsoft.AspNetCore.Components;

namespace Hub.Pages.Editions;

/// <summary>Makes the files of an edition: for print, for spreadsheets, for programs, and for everyone.</summary>
public sealed class EditionRenderer : IEditionRenderer
{
    private const string Html = "text/html; charset=utf-8";
    private static readonly IReadOnlyList<Language> Languages = Enum.GetValues<Language>();

    /// <inheritdoc/>
    public IEnumerable<EditionFile> Render(Edition edition, EditionChanges changes) =>
        edition.Id.Kind == EditionKind.Addendum ? Changes(edition, changes) : Changes(edition, changes).Concat(Directory(edition, changes));

    private static IEnumerable<EditionFile> Changes(Edition edition, EditionChanges changes)
    {
        yield return new("changes.json", "application/json", changes.ToBytes());
        yield return new("changes.csv", EditionCsv.MediaType, EditionCsv.Changes(edition, changes));
        foreach (var language in Languages)
            yield return Page<ChangesDocument>(
                "changes", language, (nameof(ChangesDocument.Edition), edition), (nameof(ChangesDocument.Between), changes));
        foreach (var language in EditionPdf.Languages)
            yield return new($"changes.{language.Code()}.pdf", EditionPdf.MediaType, EditionPdf.Changes(edition, changes, new(language)));
    }

    private static IEnumerable<EditionFile> Directory(Edition edition, EditionChanges changes)
    {
        yield return new("directory.schema.json", "application/schema+json", EditionSchema.ToBytes());
        yield return new("directory.csv", EditionCsv.MediaType, EditionCsv.Directory(edition));
        foreach (var language in Languages)
        {
            yield return Page<DirectoryPage>(
                "directory", language, (nameof(DirectoryPage.Edition), edition), (nameof(DirectoryPage.Between), changes));
            yield return new(
                $"directory.{language.Code()}.xlsx", EditionWorkbook.MediaType, EditionWorkbook.Of(edition, changes, new(language)));
        }
        foreach (var language in EditionPdf.Languages)
            yield return new(
                $"directory.{language.Code()}.pdf", EditionPdf.MediaType, EditionPdf.Directory(edition, changes, new(language)));
        foreach (var file in Abstract(EditionAbstract.Of(edition)))
            yield return file;
    }

    private static IEnumerable<EditionFile> Abstract(EditionAbstract edition) => Languages
        .Select(l => Page<AbstractPage>("abstract", l, (nameof(AbstractPage.Of), edition)))
        .Prepend(new("abstract.json", "application/json", edition.ToBytes()));

    private static EditionFile Page<T>(string name, Language language, params (string Name, object Value)[] parameters) where T : IComponent
    {
        var all = parameters.Append((nameof(DirectoryPage.Labels), new Labels(language)))
            .ToDictionary(p => p.Item1, p => (object?)p.Item2);
        return new($"{name}.{language.Code()}.html", Html, Encoding.UTF8.GetBytes(HtmlPages.Render<T>(all)));
    }
}
