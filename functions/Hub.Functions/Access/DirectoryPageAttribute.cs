using Hub.Functions.Errors;
using Hub.Notices.Access;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Access;

/// <summary>
/// A page of the directory: everybody may open it, and the function is told who reads, for only who may read the restricted directory is
/// shown names and contact data.
/// </summary>
public sealed class DirectoryPageAttribute : AccessAttribute, IPage
{
    /// <summary>Whether only readers of the restricted directory may open it.</summary>
    public bool IsForReaders { get; init; }

    /// <inheritdoc/>
    internal override async Task<Caller?> Admit(Callers callers, HttpRequest request)
    {
        var visitor = await callers.FindVisitor(request);
        return visitor is null && IsForReaders ? throw new SignInNeededException() : visitor;
    }
}
