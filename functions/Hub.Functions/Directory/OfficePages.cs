using System.Text;
using Hub.Functions.Access;
using Hub.Functions.Console;
using Hub.Functions.Http;
using Hub.Notices.Access;
using Hub.Pages;
using Hub.Register.Log;
using Hub.Register.Lookup;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Directory;

/// <summary>An office.</summary>
public sealed class OfficePages(DirectoryAnswers answers, StateCatalog states, SignInSettings settings, IRegisterStore register)
{
    /// <summary>GET /directory/authorities/{id}.</summary>
    [Function("ShowAuthority")]
    [DirectoryPage]
    public Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "directory/authorities/{id}")] HttpRequest request, string id) => answers.Show(request, visit =>
    {
        if (visit.Register.Authorities.GetValueOrDefault(id) is not { } record)
            return null;
        var state = states[record.State()].Name(visit.Language);
        return visit.Records is null
            ? DirectoryHtml.OfficeForAll(visit.Visit, PublicOffice.Of(record, visit.Day), state)
            : DirectoryHtml.OfficeForReaders(visit.Visit, new(record, state, new(settings.Home, Address(id)))
            {
                LegalBasis = visit.Register.FactsOf(record.State()).LegalBasis,
            }, canReport: true);
    });

    /// <summary>GET /directory/authorities/{id}/card.vcf: for an address book.</summary>
    [Function("SaveAuthorityCard")]
    [SitePage(CallerKind.Secretariat, CallerKind.Reader, CallerKind.State)]
    public async Task<IActionResult> Card(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "directory/authorities/{id}/card.vcf")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        if (!DirectoryAnswers.IsReader(request)
            || (await register.Read(Lookup.ReadAuthorities.Fresh, cancel)).Authorities.GetValueOrDefault(id) is not { } record)
            return await answers.Show(request, _ => null);
        var version = request.Asked("version") == VCard.Older ? VCard.Older : VCard.Newest;
        var language = Site.Visits.Language(request);
        var card = VCard.Of(record, language, states[record.State()].Name(language), version);
        return new FileResponse(
            new MemoryStream(Encoding.UTF8.GetBytes(card)), $"{VCard.MediaType}; version={version}; charset=utf-8", $"{record.State()}.vcf");
    }

    private static string Address(string id) => Pages.Directory.Frame.DirectoryAddress.Office(id);
}
