using System.Text;
using Hub.Delivery.Editions;
using Hub.Pages.Editions.Pdf;
using Hub.Pages.Rendering;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.States;
using Microsoft.AspNetCore.Components;

namespace Hub.Pages.Editions.Rendering;

/// <summary>Makes the files of an edition: for print, for spreadsheets, for programs, and for everyone.</summary>
public sealed class EditionRenderer : IEditionRenderer
{
    private const string Html = "text/html; charset=utf-8";
    private const string Json = "application/json";
    private static readonly IReadOnlyList<Language> Languages = Enum.GetValues<Language>();

    /// <inheritdoc/>
    public IEnumerable<EditionFile> Render(Edition edition, EditionChanges changes, Action<LeftOut>? leftOut = null)
    {
        var writer = new CarefulWriter(new(edition, changes), leftOut);
        var files = edition.Id.Kind == EditionKind.Addendum ? Changes(writer) : Changes(writer).Concat(Directory(writer));
        return files.OfType<EditionFile>();
    }

    private static IEnumerable<EditionFile?> Changes(CarefulWriter writer)
    {
        yield return writer.Write("changes.json", Json, p => p.Changes.ToBytes());
        yield return writer.Write("changes.csv", EditionCsv.MediaType, p => EditionCsv.Changes(p));
        foreach (var language in Languages)
            yield return writer.Write($"changes.{language.Code()}.html", Html, p => Page<ChangesDocument>(language, p));
        foreach (var language in Languages)
            yield return writer.Write(
                $"changes.{language.Code()}.pdf", EditionPdf.MediaType, p => EditionPdf.Changes(p, new(language)));
    }

    private static IEnumerable<EditionFile?> Directory(CarefulWriter writer)
    {
        yield return new("directory.schema.json", "application/schema+json", EditionSchema.ToBytes());
        yield return writer.Write("directory.csv", EditionCsv.MediaType, p => EditionCsv.Directory(p));
        foreach (var language in Languages)
        {
            yield return writer.Write($"directory.{language.Code()}.html", Html, p => Page<DirectoryPage>(language, p));
            yield return writer.Write(
                $"directory.{language.Code()}.xlsx", EditionWorkbook.MediaType, p => EditionWorkbook.Of(p, new(language)));
        }
        foreach (var language in Languages)
            yield return writer.Write(
                $"directory.{language.Code()}.pdf", EditionPdf.MediaType, p => EditionPdf.Directory(p, new(language)));
        yield return writer.Write("abstract.json", Json, p => EditionAbstract.Of(p.Edition).ToBytes());
        foreach (var language in Languages)
            yield return writer.Write($"abstract.{language.Code()}.html", Html, p => Page<AbstractPage>(language, p));
    }

    private static ReadOnlyMemory<byte> Page<T>(Language language, EditionParts parts) where T : IComponent =>
        Encoding.UTF8.GetBytes(HtmlPages.Render<T>(new()
        {
            [nameof(DirectoryPage.Labels)] = new Labels(language), [nameof(DirectoryPage.Parts)] = parts,
        }));
}
