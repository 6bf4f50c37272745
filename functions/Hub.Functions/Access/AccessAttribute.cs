using Hub.Notices.Access;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Access;

/// <summary>
/// Who may call an HTTP function: callers of these kinds, by key or by sign-in. Every HTTP function has this attribute, or one made of it;
/// <see cref="AccessCheck"/> enforces it before the function runs.
/// </summary>
/// <param name="kinds">The kinds of callers, in the order in which a refusal names them.</param>
[AttributeUsage(AttributeTargets.Method)]
public class AccessAttribute(params CallerKind[] kinds) : Attribute
{
    /// <summary>The kinds of callers; none where nobody is asked for a key.</summary>
    public IReadOnlyList<CallerKind> Kinds => kinds;

    /// <summary>
    /// The roles of which one is wanted of a person of the Secretariat who signed in; none where every role may. A key has them all.
    /// </summary>
    public SecretariatRoles Roles { get; init; }

    /// <summary>Who calls; null where nobody is asked. Whoever may not call is refused by an <see cref="Errors.ApiException"/>.</summary>
    internal virtual async Task<Caller?> Admit(Callers callers, HttpRequest request) => 
        Roles == SecretariatRoles.None ? await callers.Require(request, kinds) : await callers.RequireRole(request, Roles, kinds);
}

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
