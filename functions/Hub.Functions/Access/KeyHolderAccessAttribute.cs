using Hub.Notices.Access;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Access;

/// <summary>
/// Callers of these kinds may call it about the key that they bring, which the address names as <c>{id}</c>; about others' keys, whoever
/// <see cref="PersonAccessAttribute"/> lets in.
/// </summary>
public sealed class KeyHolderAccessAttribute : AccessAttribute
{
    /// <summary>Lets in the kinds of callers that deal with their own key by that key alone.</summary>
    public KeyHolderAccessAttribute(params CallerKind[] kinds)
        : base(kinds) => Roles = SecretariatRoles.Administrator;

    /// <inheritdoc/>
    internal override async Task<Caller?> Admit(Callers callers, HttpRequest request) =>
        await callers.ByKey(request) is { } own && own.Id == (string?)request.RouteValues["id"] && Kinds.Contains(own.Caller.Kind)
            ? own.Caller
            : await callers.RequirePerson(request);
}
