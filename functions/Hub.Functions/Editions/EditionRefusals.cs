using Hub.Delivery.Editions;
using Hub.Functions.Errors;

namespace Hub.Functions.Editions;

/// <summary>What the API says where an edition cannot be made.</summary>
internal static class EditionRefusals
{
    /// <summary>The response.</summary>
    public static ApiException Of(EditionRefusal why) => new(409, "This edition cannot be made", Text(why));

    /// <summary>The reason, in a sentence.</summary>
    public static string Text(EditionRefusal why) => why.Obstacle switch
    {
        EditionObstacle.Dropped => $"It was dropped, and its number is not used again: ask for {why.Edition}, which takes its place.",
        EditionObstacle.AnotherGoesOut => $"Edition {why.Edition} is still being published: wait until it is in the log, "
            + $"or drop it: POST /api/editions/{why.Edition.Slug}/drop.",
        EditionObstacle.InTheFuture => $"It lies in the future; the present edition is {why.Edition}.",
        EditionObstacle.LaterThere => $"A later edition than {why.Edition} has been published: an earlier one can no longer be made.",
        EditionObstacle.ReasonUnwanted => "Only a revision has a 'reason'.",
        EditionObstacle.NothingToAddTo => $"Edition {why.Edition} has not been published: there is nothing to add to or to revise.",
        EditionObstacle.RegularDropped => $"Edition {why.Edition} was dropped: publish a revision of it before anything is added.",
        EditionObstacle.OtherNumber => $"The next of its kind is {why.Edition}.",
        EditionObstacle.ReasonMissing => "A revision says in 'reason' why it takes the place of the edition before.",
        _ => throw new ArgumentOutOfRangeException(nameof(why), why, null),
    };
}
