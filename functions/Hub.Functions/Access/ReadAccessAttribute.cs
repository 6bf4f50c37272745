using Hub.Notices.Access;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Access;

/// <summary>
/// What a page's script reads for whoever signed in, by mail too, and programs read with a key. For what changes nothing only: no form's
/// token comes with it.
/// </summary>
/// <param name="kinds">Who may read it.</param>
public sealed class ReadAccessAttribute(params CallerKind[] kinds) : AccessAttribute(kinds)
{
    /// <inheritdoc/>
    internal override async Task<Caller?> Admit(Callers callers, HttpRequest request) =>
        await callers.FindVisitor(request, [.. Kinds]) ?? await callers.Require(request, [.. Kinds]);
}
