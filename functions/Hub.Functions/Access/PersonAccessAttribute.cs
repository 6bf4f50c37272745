using Hub.Notices.Access;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Access;

/// <summary>
/// The Secretariat may call it, and where people sign in, only they: whoever can give powers away, which keys and addresses are.
/// </summary>
public sealed class PersonAccessAttribute : AccessAttribute
{
    /// <summary>Lets administrators in.</summary>
    public PersonAccessAttribute()
        : base(CallerKind.Secretariat) => Roles = SecretariatRoles.Administrator;

    /// <inheritdoc/>
    internal override async Task<Caller?> Admit(Callers callers, HttpRequest request) => await callers.RequirePerson(request);
}
