using Hub.Functions.Errors;
using Hub.Notices;
using Hub.Notices.Access;

namespace Hub.Functions.Notices;

/// <summary>Who may see a notice (I7).</summary>
internal static class NoticeAccess
{
    /// <summary>Refuses a State another's notice by its id alone, so that the response does not tell whether it exists.</summary>
    public static void Check(Caller caller, string id)
    {
        if (caller.Kind != CallerKind.Secretariat && Notice.StateOf(id) != caller.State)
            throw Foreign();
    }

    /// <summary>The response where a notice is another State's.</summary>
    public static ApiException Foreign() => new(403, "Not your State", "This key reads the notices of its own State only.");

    /// <summary>The response where there is no such notice.</summary>
    public static ApiException Unknown() =>
        new(404, "No such notice", "Check the id: it is the last part of the Location that the submission answered.");
}
