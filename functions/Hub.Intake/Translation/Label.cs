using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Intake.Translation;

/// <summary>
/// What stands on a translation, in its own language: from what it was made and by whom, and that the original prevails (I10).
/// </summary>
public static class Label
{
    private static readonly System.Resources.ResourceManager Texts = new("Hub.Intake.Translation.Labels", typeof(Label).Assembly);

    /// <summary>The label.</summary>
    public static string Of(Language from, Language into, string by)
    {
        var culture = into.Culture();
        var source = Texts.GetString($"From.{from.Code()}", culture)!;
        return string.Format(culture, Texts.GetString("Label", culture)!, source, by);
    }
}
