using System.Globalization;
using Hub.Functions.Errors;
using Hub.Functions.Notices;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Register.Json;
using Hub.Register.States;

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

    /// <summary>A language by its code.</summary>
    public static Language Named(string language) => Codes.TryParse<Language>(language, out var named)
        ? named
        : throw new ApiException(404, "No such language", $"The languages are {string.Join(", ", Codes.All<Language>())}.");

    /// <summary>The response where there is no such document.</summary>
    public static ApiException Unknown() =>
        new(404, "No such document", "The notice's list of documents, at …/documents, numbers them from 1.");
}
