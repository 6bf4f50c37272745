using Hub.Register.States;
using Hub.Work.Runner;

namespace Hub.Intake.Translation;

/// <summary>A machine that translates texts.</summary>
public interface ITranslator
{
    /// <summary>Its name, as it stands on translations.</summary>
    string Name { get; }

    /// <summary>Translates a text, keeping to the glossary.</summary>
    Task<Translated> Translate(string text, Language from, Language into, string glossary, CancellationToken cancel);
}

/// <summary>How a translation ended.</summary>
public abstract record Translated
{
    /// <summary>The translation.</summary>
    public sealed record Text(string Value) : Translated;

    /// <summary>The machine cannot do this one.</summary>
    public sealed record Unable(string Reason) : Translated;

    /// <summary>It did not work this time.</summary>
    public sealed record Failed(Step.Failed Failure) : Translated;
}
