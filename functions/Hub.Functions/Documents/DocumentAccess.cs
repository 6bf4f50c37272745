using System.Globalization;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Functions.Notices;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Documents;
using Hub.Register.Json;
using Hub.Register.States;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Functions.Documents;

/// <summary>Finds what an address of a document names, for those who may see it.</summary>
public sealed class DocumentAccess(INoticeStore notices)
{
    /// <summary>The notice.</summary>
    public async Task<Notice> Notice(Caller caller, string id, CancellationToken cancel)
    {
        NoticeAccess.Check(caller, id);
        return await notices.Find(id, cancel) ?? throw NoticeAccess.Unknown();
    }

    /// <summary>A document by its number.</summary>
    public static NoticeFile Numbered(Notice notice, string n) =>
        int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= notice.Files.Count
            ? notice.Files[number - 1]
            : throw Unknown();

    /// <summary>A document that was found safe, to be saved.</summary>
    internal static async Task<IActionResult> Open(IFileStore files, Notice notice, string n, CancellationToken cancel)
    {
        var file = Numbered(notice, n);
        if (file.AwaitsScan)
            throw new ApiException(409, "Not yet", "The malware scan has not seen this document yet; try again in a minute.");
        if (file is not { Refused: null, Kind: { } kind })
            throw new ApiException(
                409, "In quarantine", $"This document was refused ({file.Refused}). The Secretariat can read it with ?quarantine=true.");
        var content = await files.Open(file.StoredIn(), file.Blob, cancel) ?? throw Unknown();
        return new FileResponse(content, kind.MediaType(), FileName.ToSave(file.Name, kind), file.Sha256);
    }

    /// <summary>A language by its code.</summary>
    public static Language Named(string language) => Codes.TryParse<Language>(language, out var named)
        ? named
        : throw new ApiException(404, "No such language", $"The languages are {string.Join(", ", Codes.All<Language>())}.");

    /// <summary>The response where there is no such document.</summary>
    public static ApiException Unknown() =>
        new(404, "No such document", "The notice's list of documents, at …/documents, numbers them from 1.");
}
